"""An objective cause may be of a late task itself, not only of a remedy called for at its month."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def name_both_sides(apps: Any, schema_editor: Any) -> None:
    """Who asks, who decides and of which task stood with the remedy alone until now."""
    causes = apps.get_model("remedies", "ObjectiveCause").objects
    for cause in causes.select_related("remedy"):
        causes.filter(pk=cause.pk).update(
            committee=cause.remedy.committee_id, unit=cause.remedy.unit_id,
            task=cause.remedy.task_id,
        )  # fmt: skip


def to(model: str, **options: Any) -> models.ForeignKey:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model,
        **options,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_urging_rules"),
        ("remedies", "0003_signed_and_closed_are_frozen"),
        ("tasks", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            "objectivecause", "committee", to("agencies.agency", verbose_name="UBND")
        ),
        migrations.AddField("objectivecause", "unit", to("agencies.agency", verbose_name="đơn vị")),
        migrations.AddField("objectivecause", "task", to("tasks.task")),
        migrations.AlterField(
            "objectivecause",
            "remedy",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="objective",
                to="remedies.remedy",
            ),
        ),
        migrations.RunPython(name_both_sides, migrations.RunPython.noop),
    ]
