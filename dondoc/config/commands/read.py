"""`dondoc read`: what a directive says, without a database and without keeping anything."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dondoc.config.commands import cli
from dondoc.documents.filenames import FileRefused
from dondoc.rules.directive import Directive, Order, read
from dondoc.rules.directive.as_json import to_json

if TYPE_CHECKING:
    from dondoc.documents.guard import Kind


@cli.command()
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
def command(file: Path, as_json: bool) -> None:
    """Đọc một văn bản chỉ đạo (.docx, .pdf, .txt, bản quét, ảnh): phần đầu, việc giao, thời hạn."""
    text = _words_of(file)
    directive = read(text)
    if as_json:
        click.echo(json.dumps(to_json(directive, text), ensure_ascii=False, indent=2))
    else:
        click.echo(_summary(directive))


def _words_of(file: Path) -> str:
    """The words of the file; of plain text without any parser."""
    from dondoc.documents.guard import Kind, inspect

    if not file.is_file():
        raise cli.Failed(f"{file}: không thấy tệp này. Hãy kiểm tra đường dẫn.")
    try:
        kind = inspect(file.name, file)
        return _as_it_stands(file.read_bytes()) if kind == Kind.TXT else _extracted(kind, file)
    except FileRefused as refusal:
        raise cli.Failed(f"{file.name}: {refusal}") from refusal
    except OSError as error:
        raise cli.Failed(f"{file.name}: không đọc được tệp ({error.strerror}).") from error


def _as_it_stands(content: bytes) -> str:
    """Offsets are told into the letters of the file itself where they are UTF-8."""
    from dondoc.documents.plain_text import decoded

    text = decoded(content)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return text


def _extracted(kind: "Kind", file: Path) -> str:
    """The words a parser finds; plain text does not pay for its import."""
    from dondoc.documents.extraction import ExtractionFailed, extract_text

    try:
        with _bar() as told:
            read = extract_text(kind, file, told)
    except ExtractionFailed as refusal:
        raise cli.Failed(f"{file.name}: {refusal}") from refusal
    for note in read.notes:
        click.echo(f"{file.name}: {note}", err=True)
    return read.text


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """What shows how many pages are read, where there are several."""
    with ExitStack() as shown:
        bars: list[Any] = []

        def told(done: int, of: int) -> None:
            if of > 1 and not bars:
                bars.append(shown.enter_context(cli.progress(None, "Đọc từng trang", of)))
            for bar in bars:
                bar.update(done - bar.pos)

        yield told


def _summary(directive: Directive) -> str:
    signer = directive.signer
    head = (
        ("Loại", directive.type),
        ("Số, ký hiệu", directive.number),
        ("Ngày ban hành", directive.issued_on and f"{directive.issued_on:%d/%m/%Y}"),
        ("Cơ quan ban hành", directive.issuer),
        ("Trích yếu", directive.subject),
        ("Độ khẩn", directive.urgency),
        ("Độ mật", directive.secrecy),
        ("Người ký", signer and " ".join(filter(None, (signer.title, signer.name)))),
        ("Kính gửi", "; ".join(directive.addressees)),
        ("Nơi nhận", "; ".join(directive.recipients)),
    )
    lines = [f"{label}: {said}" for label, said in head if said]
    count = len(directive.orders)
    lines.append(
        f"\n{count} nội dung giao việc" if count else "\nKhông tìm thấy nội dung giao việc"
    )
    return "\n".join([*lines, *map(_told, directive.orders)])


def _told(order: Order) -> str:
    due = "; ".join(
        f"“{one.phrase}”" + (f" → {one.due_on:%d/%m/%Y}" if one.due_on else "")
        for one in order.deadlines
    )
    return "\n".join(
        (
            f"\n[{order.clause or '-'}] {order.content}",
            f"    Chủ trì: {'; '.join(order.lead) or 'không nêu'}",
            *([f"    Phối hợp: {'; '.join(order.supporting)}"] if order.supporting else []),
            f"    Thời hạn: {due or 'không nêu'}",
        )
    )
