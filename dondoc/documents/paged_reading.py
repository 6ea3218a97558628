"""PDF and pictures, page by page: letters of a text layer by the dozen, scans one at a time.

Every scanned page has a child of its own, so that time and memory are bounded for each page
and a page that cannot be read does not take the others with it.
"""

from collections.abc import Callable
from typing import Any

from dondoc.documents import line_json
from dondoc.documents.confined import ExtractionFailed, NeedsOcr, run_confined
from dondoc.documents.extracted import Extracted, Page, Word
from dondoc.documents.guard import Kind
from dondoc.documents.page_text import Placed, written

PICTURES = (Kind.PNG, Kind.JPEG, Kind.WEBP, Kind.TIFF)
MOST_SCANNED = 200  # pages recognised of one file: ten minutes
PAGE_WALL_SECONDS = 90  # for recognising one page
MOST_FAILED = 4  # pages given up before the rest is not even tried
_BATCH = 25  # pages with a text layer read by one child
_READER = "dondoc.documents.reader"
_Told = Callable[[int, int], None]


def asked(question: str, *about: str, wall: float | None = None) -> Any:
    """The answer of a confined child to one question about one file."""
    return run_confined(_READER, question, *about, wall=wall)


def surveyed(kind: Kind, path: str) -> tuple[int, int]:
    """How many pages there are, and how many of them are pictures."""
    if kind != Kind.PDF:
        count: int = asked("count_pictures", path)
        return count, count
    found = asked("survey_pdf", path, wall=PAGE_WALL_SECONDS)
    _check_scanned(found["scanned"])
    return found["pages"], found["scanned"]


def read_paged(kind: Kind, path: str, told: _Told) -> Extracted:
    """Text, words and places of all pages; raises only when no page could be read."""
    pages = _typed(path, told) if kind == Kind.PDF else [None] * asked("count_pictures", path)
    waiting = [number for number, page in enumerate(pages, 1) if page is None]
    _check_scanned(len(waiting))
    failures = _recognise(kind, path, pages, waiting, told)
    if failures and len(failures) == len(pages):
        raise next(iter(failures.values()))
    return _put_together(pages, waiting, failures)


def _check_scanned(count: int) -> None:
    if count > MOST_SCANNED:
        raise ExtractionFailed(
            f"Tệp có {count} trang quét, quá mức {MOST_SCANNED} trang cho một lần đọc. "
            "Hãy tách lấy phần cần xử lý rồi tải lên."
        )


def _typed(path: str, told: _Told) -> list[Any]:
    """What each page of a PDF holds in its text layer; None for a scan."""
    pages: list[Any] = []
    count = asked("count_pages", path)
    while len(pages) < count:
        told(sum(page is not None for page in pages), count)
        first, last = len(pages) + 1, min(count, len(pages) + _BATCH)
        pages += asked("read_pages", path, str(first), str(last))
    return pages


def _recognise(
    kind: Kind, path: str, pages: list[Any], waiting: list[int], told: _Told
) -> dict[int, ExtractionFailed]:
    """Fills in the scanned pages; answers with those that failed, and how."""
    failures: dict[int, ExtractionFailed] = {}
    for done, number in enumerate(waiting, len(pages) - len(waiting)):
        told(done, len(pages))
        try:
            pages[number - 1] = asked(
                "recognise", kind.value, path, str(number), wall=PAGE_WALL_SECONDS
            )
        except ExtractionFailed as failure:
            failures[number] = failure
            if isinstance(failure, NeedsOcr) or len(failures) > MOST_FAILED:
                rest = waiting[waiting.index(number) :]
                return failures | dict.fromkeys(rest, failure)
    told(len(pages), len(pages))
    return failures


def _put_together(
    read: list[Any], scanned: list[int], failures: dict[int, ExtractionFailed]
) -> Extracted:
    text, places = written([line_json.heard(page["lines"]) if page else [] for page in read])
    pages = tuple(
        Page(
            number, place.start, place.end, tuple(map(_word, place.words)),
            number in scanned, page["turn"] if page else 0.0,
        )
        for number, (page, place) in enumerate(zip(read, places, strict=True), 1)
    )  # fmt: skip
    if not text.strip():
        return Extracted(text, pages, ("Không thấy chữ nào trên các trang của tệp này.",))
    return Extracted(text, pages, _notes(scanned, failures))


def _word(placed: Placed) -> Word:
    piece = placed.piece
    box = piece.left, piece.top, piece.right, piece.bottom
    return Word(placed.start, placed.end, box, piece.confidence)


def _notes(scanned: list[int], failures: dict[int, ExtractionFailed]) -> tuple[str, ...]:
    recognised = len(scanned) - len(failures)
    notes = []
    if recognised:
        notes.append(
            f"Đã nhận dạng chữ từ ảnh của {recognised} trang: có thể còn sai dấu, sai số. "
            "Hãy đối chiếu với bản gốc, nhất là số, ngày và tên đơn vị."
        )
    if failures:
        numbers = ", ".join(map(str, failures))
        notes.append(f"Chưa đọc được trang {numbers}. {next(iter(failures.values()))}")
    return tuple(notes)
