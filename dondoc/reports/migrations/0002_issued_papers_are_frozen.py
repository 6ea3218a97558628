"""Reports, dispatches and their findings do not change once issued."""

from django.db import migrations

from dondoc.database.frozen import Frozen


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_reports_and_dispatches")]

    operations = [
        Frozen("reports_report", "OLD.state = 'issued'"),
        Frozen("reports_dispatch", "OLD.state = 'issued'"),
        Frozen(
            "reports_finding",
            "(SELECT state FROM reports_dispatch WHERE id = OLD.dispatch_id) = 'issued'",
        ),
    ]
