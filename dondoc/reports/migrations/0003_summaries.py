"""The month told to the Chairman does not change once issued, nor what he wrote on it."""

import django.db.models.deletion
from django.db import migrations, models

from dondoc.database.frozen import Frozen


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_planning_rules"),
        ("documents", "0002_hand_ins_and_pages"),
        ("reports", "0002_issued_papers_are_frozen"),
        ("tasks", "0006_proposal_evidence"),
    ]

    operations = [
        migrations.CreateModel(
            name="Summary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=300, verbose_name="trích yếu")),
                ("letterhead", models.JSONField(default=dict, verbose_name="thể thức")),
                ("issued_at", models.DateTimeField(null=True, verbose_name="ban hành lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Dự thảo"), ("issued", "Đã ban hành")],
                        default="draft",
                        max_length=6,
                        verbose_name="trạng thái",
                    ),
                ),
                ("parts", models.JSONField(default=list, verbose_name="nội dung")),
                ("drawn_up_at", models.DateTimeField(verbose_name="lập lúc")),
                ("month", models.DateField(verbose_name="tháng")),
                ("as_of", models.DateTimeField(verbose_name="số liệu chốt lúc")),
                ("figures", models.JSONField(verbose_name="số liệu")),
                (
                    "sha256",
                    models.CharField(max_length=64, verbose_name="mã kiểm tra số liệu (SHA-256)"),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="UBND",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="văn bản ban hành",
                    ),
                ),
                (
                    "docx",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "drawn_up_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người lập",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người ban hành",
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo tháng gửi Chủ tịch",
            },
        ),
        migrations.CreateModel(
            name="Direction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(verbose_name="ý kiến chỉ đạo")),
                ("due_on", models.DateField(null=True, verbose_name="thời hạn")),
                ("given_at", models.DateTimeField(verbose_name="chỉ đạo lúc")),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người chỉ đạo",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="chủ trì",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tasks.task",
                        verbose_name="nhiệm vụ đã giao",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="directions",
                        to="reports.summary",
                    ),
                ),
            ],
            options={
                "verbose_name": "ý kiến chỉ đạo trên báo cáo tháng",
            },
        ),
        migrations.AddIndex(
            model_name="summary",
            index=models.Index(fields=["committee", "-as_of", "-id"], name="summary_by_cut_off"),
        ),
        migrations.AddConstraint(
            model_name="summary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "issued"), _negated=True),
                    models.Q(
                        ("document__isnull", False),
                        ("docx__isnull", False),
                        ("issued_at__isnull", False),
                        ("pdf__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="an_issued_summary_has_its_files",
            ),
        ),
        migrations.AddIndex(
            model_name="direction",
            index=models.Index(fields=["summary", "given_at"], name="direction_by_summary"),
        ),
        Frozen("reports_summary", "OLD.state = 'issued'"),
        Frozen("reports_direction", "TRUE"),
    ]
