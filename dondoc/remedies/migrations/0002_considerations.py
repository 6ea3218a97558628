"""Considerations are submitted, decided once, and stand for ever."""

import django.db.models.deletion
from django.db import migrations, models

from dondoc.database.frozen import Frozen


class Migration(migrations.Migration):
    dependencies = [("remedies", "0001_remedies")]

    operations = [
        migrations.AddField(
            model_name="consideration",
            name="submitted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.officer",
            ),
        ),
        migrations.AddField(
            model_name="consideration",
            name="submitted_at",
            field=models.DateTimeField(null=True, verbose_name="trình lúc"),
        ),
        migrations.AlterField(
            model_name="consideration",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Dự thảo"),
                    ("submitted", "Đã trình Chủ tịch"),
                    ("decided", "Đã quyết định"),
                    ("dropped", "Không trình"),
                ],
                default="draft",
                max_length=10,
                verbose_name="trạng thái",
            ),
        ),
        migrations.AlterField(
            model_name="consideration",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("none", "Không xem xét trách nhiệm"),
                    ("remind", "Nhắc nhở, rút kinh nghiệm"),
                    ("criticise", "Phê bình"),
                    ("review", "Kiểm điểm trách nhiệm"),
                ],
                max_length=10,
                verbose_name="quyết định",
            ),
        ),
        migrations.AlterField(
            model_name="consideration",
            name="answer",
            field=models.TextField(blank=True, verbose_name="ý kiến"),
        ),
        migrations.AddIndex(
            model_name="consideration",
            index=models.Index(
                fields=["committee", "-month", "-id"], name="consideration_by_month"
            ),
        ),
        migrations.AddConstraint(
            model_name="consideration",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("state", "dropped"), _negated=True), ("person__isnull", False)
                ),
                fields=("month", "person"),
                name="a_person_is_considered_once_a_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="consideration",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("state", "dropped"), _negated=True), ("person__isnull", True)
                ),
                fields=("month", "unit"),
                name="a_collective_is_considered_once_a_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="consideration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "decided"), _negated=True),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_person_decides_with_an_outcome",
            ),
        ),
        Frozen("remedies_consideration", "OLD.state IN ('decided', 'dropped')"),
    ]
