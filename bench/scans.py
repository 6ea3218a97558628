"""How long a scanned page takes on one core, and how many of its letters come out right.

`python -m bench.scans`: own directives, printed, scanned at 200 dpi by a poor machine, recognised.
"""

import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from dondoc.documents.extraction import extract_text
from dondoc.documents.guard import Kind
from dondoc.documents.rendering.pdf import to_pdf
from tests.documents import directives, scans


@dataclass(frozen=True)
class Result:
    """One document: pages, processor and clock seconds for each, share of letters right."""

    name: str
    pages: int
    processor: float
    clock: float
    right: float


def measure() -> list[Result]:
    """Every document once, recognised page after page."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measured(name, to_pdf(p), Path(folder)) for name, p in directives.ALL.items()]


def _measured(name: str, printed: bytes, folder: Path) -> Result:
    clean, scan = folder / "in.pdf", folder / "quet.pdf"
    clean.write_bytes(printed)
    pages = scans.pages_of(printed)
    scan.write_bytes(scans.as_pdf([scans.scanned(page, at) for at, page in enumerate(pages)]))
    wanted = _letters(extract_text(Kind.PDF, clean).text)
    processor, clock = _spent(), time.perf_counter()
    got = _letters(extract_text(Kind.PDF, scan).text)
    return Result(
        name,
        len(pages),
        (_spent() - processor) / len(pages),
        (time.perf_counter() - clock) / len(pages),
        1 - Levenshtein.distance(wanted, got) / len(wanted),
    )


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _letters(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    print(f"{'văn bản':12} {'trang':>5} {'CPU/trang':>10} {'giây/trang':>10} {'đúng chữ':>9}")
    for one in measure():
        print(
            f"{one.name:12} {one.pages:5} {one.processor:9.2f}s {one.clock:9.2f}s "
            f"{100 * one.right:8.2f}%"
        )
