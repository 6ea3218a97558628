"""What a unit signed stands as signed; a report taken in and a closed remedy no longer change."""

from django.db import migrations

from dondoc.database.frozen import Frozen, Guarded

SIGNED = "remedies_remedyreport"
OTHER_WORDS = " OR ".join(
    f"NEW.{column} <> OLD.{column}"
    for column in ("words", "remedies", "letterhead", "signed_by_id", "signed_at", "due_on")
)


class Migration(migrations.Migration):
    dependencies = [("remedies", "0002_considerations")]

    operations = [
        Frozen("remedies_remedy", "OLD.state = 'closed'"),
        Guarded(
            SIGNED,
            "Báo cáo đã ký không được sửa.",
            update=f"OLD.state = 'accepted' OR (OLD.state = 'signed' AND ({OTHER_WORDS}))",
            delete="OLD.state IN ('signed', 'accepted')",
        ),
    ]
