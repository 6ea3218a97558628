"""Recounting the journal: every entry's hash over its content and the hash before it."""

from collections.abc import Iterator

from dondoc.journal.models import Entry


def recount() -> Iterator[str]:
    """One word per entry, in the order of chains: empty when it holds, else what is wrong."""
    before: Entry | None = None
    entries = Entry.objects.order_by("subject_kind", "subject_id", "seq")
    for entry in entries.iterator(chunk_size=2000):
        same = before is not None and _subject(before) == _subject(entry)
        yield _wrong(entry, before if same else None)
        before = entry


def _subject(entry: Entry) -> tuple[str, int]:
    return entry.subject_kind, entry.subject_id


def _wrong(entry: Entry, before: Entry | None) -> str:
    where = f"{entry.subject_kind} {entry.subject_id}, mục {entry.seq}"
    if entry.seq != (before.seq + 1 if before else 1):
        return f"{where}: thiếu mục đứng trước"
    if entry.before != (before.hash if before else ""):
        return f"{where}: không nối tiếp mục đứng trước"
    if entry.hash != entry.seal():
        return f"{where}: nội dung đã bị thay đổi"
    return ""
