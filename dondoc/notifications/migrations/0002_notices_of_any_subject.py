"""A notice names its subject as the journal does, so that any room's subjects can be told of."""

from typing import Any

from django.db import migrations, models
from django.db.models import F, OuterRef, Q, Subquery


def name_subjects(apps: Any, schema_editor: Any) -> None:
    """Every notice so far is about its task, or else about what its entry is about."""
    notices = apps.get_model("notifications", "Notice").objects
    notices.filter(task__isnull=False).update(subject_id=F("task_id"))
    entry = apps.get_model("journal", "Entry").objects.filter(pk=OuterRef("entry_id"))
    notices.filter(task__isnull=True, entry__isnull=False).update(
        subject_kind=Subquery(entry.values("subject_kind")),
        subject_id=Subquery(entry.values("subject_id")),
    )


def name_tasks(apps: Any, schema_editor: Any) -> None:
    notices = apps.get_model("notifications", "Notice").objects
    notices.filter(subject_kind="task").update(task_id=F("subject_id"))


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial"), ("notifications", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="subject_kind",
            field=models.CharField(
                default="task", max_length=40, verbose_name="loại việc được báo"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="notice",
            name="subject_id",
            field=models.BigIntegerField(default=0, verbose_name="mã việc được báo"),
            preserve_default=False,
        ),
        migrations.RemoveConstraint(model_name="notice", name="reminded_once"),
        migrations.RunPython(name_subjects, name_tasks),
        migrations.RemoveField(model_name="notice", name="task"),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                condition=Q(entry__isnull=True),
                fields=("subject_kind", "subject_id", "step", "day", "officer"),
                name="reminded_once",
            ),
        ),
    ]
