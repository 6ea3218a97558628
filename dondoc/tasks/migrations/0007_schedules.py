import django.db.models.deletion
from django.db import migrations, models

from dondoc.database.frozen import Frozen


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_planning_rules"),
        ("tasks", "0006_proposal_evidence"),
    ]

    operations = [
        migrations.CreateModel(
            name="Schedule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Đang theo dõi"), ("closed", "Đã khép")],
                        default="open",
                        max_length=6,
                        verbose_name="trạng thái",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("start_on", models.DateField(verbose_name="ngày bắt đầu")),
                ("set_up_at", models.DateTimeField(verbose_name="lập lúc")),
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
                    "set_up_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "khung tiến độ",
            },
        ),
        migrations.CreateModel(
            name="Baseline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("set_at", models.DateTimeField(verbose_name="đặt lúc")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="lý do")),
                ("finish_on", models.DateField(null=True, verbose_name="ngày xong")),
                ("rows", models.JSONField(default=dict)),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "schedule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="baselines",
                        to="tasks.schedule",
                    ),
                ),
            ],
            options={
                "verbose_name": "khung tiến độ gốc",
            },
        ),
        migrations.CreateModel(
            name="ScheduledTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("duration", models.PositiveSmallIntegerField(verbose_name="số ngày làm việc")),
                ("not_before", models.DateField(null=True, verbose_name="không trước ngày")),
                (
                    "schedule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="tasks.schedule",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scheduled",
                        to="tasks.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc trong khung tiến độ",
            },
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("FS", "Xong rồi bắt đầu"),
                            ("SS", "Cùng bắt đầu"),
                            ("FF", "Cùng xong"),
                        ],
                        default="FS",
                        max_length=2,
                        verbose_name="kiểu",
                    ),
                ),
                ("lag", models.SmallIntegerField(default=0, verbose_name="độ trễ (ngày làm việc)")),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="tasks.scheduledtask",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waits",
                        to="tasks.scheduledtask",
                    ),
                ),
            ],
            options={
                "verbose_name": "liên kết",
            },
        ),
        migrations.AddIndex(
            model_name="schedule",
            index=models.Index(fields=["committee", "state", "-id"], name="schedule_by_committee"),
        ),
        migrations.AddConstraint(
            model_name="scheduledtask",
            constraint=models.CheckConstraint(
                condition=models.Q(("duration__lte", 1000)), name="not_too_long"
            ),
        ),
        migrations.AddConstraint(
            model_name="dependency",
            constraint=models.UniqueConstraint(
                fields=("earlier", "later"), name="one_dependency_between_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="dependency",
            constraint=models.CheckConstraint(
                condition=models.Q(("earlier", models.F("later")), _negated=True),
                name="waits_for_another",
            ),
        ),
        Frozen("tasks_baseline", "OLD.id > 0"),
    ]
