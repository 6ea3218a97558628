"""`dondoc check`: is the installation sound? Exit code 0 only when all is."""

import json
from collections.abc import Callable, Iterable

import click

from dondoc.config.commands import cli


@cli.command()
@click.option("--journal", is_flag=True, help="Tính lại chuỗi mã băm của toàn bộ nhật ký.")
@click.option("--files", is_flag=True, help="Tính lại mã băm của mọi tệp đã lưu.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
def command(journal: bool, files: bool, as_json: bool) -> int:
    """Kiểm tra hệ thống: cơ sở dữ liệu, ổ đĩa, cấu trúc; nhật ký và tệp khi yêu cầu."""
    import django

    django.setup()
    from dondoc.config import health
    from dondoc.documents.models import StoredFile
    from dondoc.journal.chains import recount
    from dondoc.journal.models import Entry

    asked: list[tuple[str, Callable[[], Iterable[str]]]] = [
        ("Ổ đĩa", health.folder_is_local),
        ("Cơ sở dữ liệu", health.database_is_sound),
        ("Cấu trúc dữ liệu", health.schema_is_current),
    ]
    if journal:
        count = Entry.objects.count()
        asked.append(("Nhật ký", lambda: _watched(recount(), "Nhật ký", count)))
    if files:
        kept = StoredFile.objects.values("sha256").distinct().count()
        asked.append(("Tệp", lambda: _watched(health.files_are_whole(), "Tệp", kept)))
    answers = {name: list(question()) for name, question in asked}
    click.echo(json.dumps(answers, ensure_ascii=False) if as_json else _words(answers))
    return 1 if any(answers.values()) else 0


def _watched(words: Iterable[str], label: str, length: int) -> list[str]:
    with cli.progress(words, label, length) as shown:
        return [word for word in shown if word]


def _words(answers: dict[str, list[str]]) -> str:
    lines = []
    for name, wrong in answers.items():
        lines.append(f"{'✗' if wrong else '✓'} {name}{'' if wrong else ': tốt'}")
        lines += [f"    {word}" for word in wrong[:20]]
        if len(wrong) > 20:
            lines.append(f"    … và {len(wrong) - 20} lỗi khác")
    return "\n".join(lines)
