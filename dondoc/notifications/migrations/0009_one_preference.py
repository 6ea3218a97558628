"""What one wants and when were two models; they are one choice of one person."""

from typing import Any

from django.db import migrations, models


def gather(apps: Any, schema_editor: Any) -> None:
    """The kinds nobody wanted by mail move into the preference of each officer."""
    quiet = apps.get_model("notifications", "Quiet")
    preference = apps.get_model("notifications", "Preference")
    kinds: dict[int, list[str]] = {}
    for officer, kind in quiet.objects.order_by("kind").values_list("officer", "kind"):
        kinds.setdefault(officer, []).append(kind)
    for officer, unmailed in kinds.items():
        preference.objects.update_or_create(officer_id=officer, defaults={"unmailed": unmailed})


class Migration(migrations.Migration):
    dependencies = [("notifications", "0008_mail_replies")]

    operations = [
        migrations.RenameModel("MailHabit", "Preference"),
        migrations.AlterModelOptions("preference", {"verbose_name": "cách nhận tin"}),
        migrations.AddField(
            "preference",
            "unmailed",
            models.JSONField(default=list, verbose_name="loại không nhận thư"),
        ),
        migrations.RunPython(gather, migrations.RunPython.noop),
        migrations.DeleteModel("Quiet"),
    ]
