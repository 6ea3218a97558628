"""What was handed over, and who signed for it, no longer changes."""

from django.db import migrations

from dondoc.database.frozen import Frozen


class Migration(migrations.Migration):
    """Triggers on the three tables of a hand-over."""

    dependencies = [("handovers", "0001_handovers")]
    operations = [
        Frozen("handovers_handover", "OLD.state = 'done'"),
        Frozen(
            "handovers_handoverline",
            "(SELECT state FROM handovers_handover WHERE id = OLD.handover_id) = 'done'",
        ),
        Frozen("handovers_receipt", "OLD.state <> 'waits'"),
    ]
