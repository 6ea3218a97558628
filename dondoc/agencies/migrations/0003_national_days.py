"""The nation's days off and made-up working days, for the administrator to confirm and edit."""

from typing import Any

from django.db import migrations

from dondoc.rules.calendar import NATIONAL_DAYS


def seed(apps: Any, schema_editor: Any) -> None:
    calendar_day = apps.get_model("agencies", "CalendarDay")
    calendar_day.objects.bulk_create(
        calendar_day(
            day=day.day,
            kind=day.kind,
            name=day.name,
            source=day.source if day.confirmed else f"{day.source} (cần xác nhận)",
        )
        for day in NATIONAL_DAYS
    )


def clear(apps: Any, schema_editor: Any) -> None:
    apps.get_model("agencies", "CalendarDay").objects.filter(scope=None).delete()


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_agency_code")]
    operations = [migrations.RunPython(seed, clear)]
