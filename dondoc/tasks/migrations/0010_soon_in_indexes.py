"""Apart from 0009: PostgreSQL indexes no table whose rows were changed in the same transaction."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tasks", "0009_soon_at")]

    operations = [
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                models.OrderBy(models.F("starred"), descending=True),
                models.ExpressionWrapper(
                    models.Q(("due_at__isnull", True)), output_field=models.BooleanField()
                ),
                models.F("due_at"),
                models.F("id"),
                models.F("issuer_id"),
                models.F("lead_id"),
                models.F("executor_id"),
                models.F("state"),
                models.F("submitted_at"),
                models.F("first_updated_at"),
                models.F("last_updated_at"),
                models.F("assigned_at"),
                models.F("soon_at"),
                name="task_in_list_order",
            ),
        ),
        migrations.AddIndex(
            model_name="taskversion",
            index=models.Index(
                condition=models.Q(("valid_until__isnull", True)),
                fields=[
                    "issuer",
                    "assigned_at",
                    "lead",
                    "state",
                    "due_at",
                    "submitted_at",
                    "first_updated_at",
                    "starred",
                    "confirmed_at",
                    "soon_at",
                    "id",
                ],
                name="open_versions",
            ),
        ),
    ]
