"""What went out stands as it went out; what a leader said is never edited."""

from django.db import migrations

from dondoc.database.frozen import Guarded

PAPER = " OR ".join(
    f"NEW.{column} <> OLD.{column}"
    for column in ("words", "subject", "letterhead", "document_id", "docx_id", "pdf_id", "unit_id")
)
SAID = " OR ".join(
    f"NEW.{column} <> OLD.{column}" for column in ("words", "kind", "said_by_id", "said_at")
)


class Migration(migrations.Migration):
    dependencies = [("urging", "0002_slips_and_words")]

    operations = [
        Guarded(
            "urging_slip",
            "Văn bản đôn đốc đã gửi không được sửa.",
            update=f"OLD.issued_at IS NOT NULL AND ({PAPER})",
            delete="OLD.issued_at IS NOT NULL",
        ),
        Guarded(
            "urging_leaderword",
            "Ý kiến của lãnh đạo được giữ nguyên văn, không được sửa.",
            update=SAID,
            delete="OLD.id IS NOT NULL",
        ),
    ]
