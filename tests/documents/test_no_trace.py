"""Of a state secret not one byte stays: not in the database's file, not in any folder."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.config.works import WORKS
from dondoc.documents.models import HandIn
from dondoc.jobs.worker import work_off
from tests.cast import Cast
from tests.documents import scans
from tests.documents.made_files import pdf, word
from tests.documents.test_scans import needs_tesseract

pytestmark = [
    pytest.mark.usefixtures("committed"),
    pytest.mark.skipif("DONDOC_DATABASE_URL" in os.environ, reason="reads SQLite's own file"),
]
As = Callable[[Officer], Client]
WORD, NAME = "QUANTRAC7741", "HOSO9925"
"""Stand in the paper and in the file's name; no fold or code of JSON writes them otherwise."""
OPEN = f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ ĐÀ NẴNG

Số: 815/UBND-KSTT
V/v trạm {WORD}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Đà Nẵng, ngày 14 tháng 3 năm 2022

Kính gửi: Sở Xây dựng

1. Yêu cầu Sở Xây dựng lập kế hoạch {WORD} trước ngày 15 tháng 4 năm 2022.
"""
MARKED = OPEN.replace("Số: 815", "MẬT\n\nSố: 815")
PRINTED = f"""#set text(size: 13pt)
#grid(columns: (1fr, 1fr), align: center,
[ỦY BAN NHÂN DÂN \\ *THÀNH PHỐ ĐÀ NẴNG* \\ Số: 815/UBND-KSTT \\ #rect[*MẬT*]],
[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\
_Đà Nẵng, ngày 14 tháng 3 năm 2022_])

Kính gửi: Sở Xây dựng

1. Yêu cầu Sở Xây dựng lập kế hoạch {WORD} trước ngày 15 tháng 4 năm 2022.
"""


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.FILES, settings.SPOOL = tmp_path / "files", tmp_path / "spool"
    return tmp_path


@pytest.fixture
def binh(cast: Cast, as_officer: As) -> Client:
    assert cast.office.pk
    return as_officer(cast.binh)


def traces(home: Path) -> list[str]:
    """Where the words still are."""
    database = Path(connection.settings_dict["NAME"])
    places = [*database.parent.glob(f"{database.name}*"), *home.rglob("*")]
    return [
        f"{path.name}: {mark}"
        for path in places
        if path.is_file()
        for mark in (WORD, NAME, WORD.lower(), NAME.lower())
        if mark.encode() in path.read_bytes() or mark in path.name
    ]


def hand_in(client: Client, name: str, content: bytes) -> Any:
    return client.post("/documents/register/", {"file": SimpleUploadedFile(name, content)})


def take_in_its_number(client: Client) -> None:
    number = {
        "type": "dispatch", "urgency": "normal", "number": "815/UBND-KSTT",
        "issued_on": "2022-03-14", "issuer": "UBND thành phố Đà Nẵng",
        "hand_in": HandIn.objects.get().pk,
    }  # fmt: skip
    assert client.post("/documents/register/number/", number).status_code == 302


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        ("txt", MARKED.encode()),
        ("docx", word(*MARKED.split("\n"))),
        ("pdf", pdf(MARKED.replace("\n", "\n\n"))),
    ],
)
def test_of_a_short_file(binh: Client, home: Path, suffix: str, content: bytes) -> None:
    assert hand_in(binh, f"{NAME}.{suffix}", content).status_code == 422
    assert traces(home) == []


def test_of_a_paste(binh: Client, home: Path) -> None:
    assert binh.post("/documents/register/", {"text": MARKED}).status_code == 422
    assert binh.post("/documents/register/check/", {"text": MARKED}).status_code == 422
    assert traces(home) == []


@needs_tesseract
def test_of_a_scan(binh: Client, home: Path) -> None:
    pages = [scans.scanned(page) for page in scans.pages_of(pdf(PRINTED))]
    assert hand_in(binh, f"{NAME}.pdf", scans.as_pdf(pages)).status_code == 302
    while work_off(WORKS, Event()):
        pass
    assert HandIn.objects.get().state == "secret"
    assert traces(home) == []
    take_in_its_number(binh)
    assert traces(home) == []


@pytest.mark.parametrize("verb", ["turn_away", "drop"])
def test_of_a_paper_whose_mark_only_a_person_sees(binh: Client, home: Path, verb: str) -> None:
    there = hand_in(binh, f"{NAME}.txt", OPEN.encode()).headers["Location"]
    assert binh.get(there).status_code == 200
    assert traces(home) != [], "it was kept, to be looked over"
    binh.post(f"{there}{verb}/")
    assert traces(home) == []


def test_of_a_paper_handed_in_among_many_others(binh: Client, home: Path) -> None:
    others = [f"{number}. Giao Sở Xây dựng làm việc.\n" * 400 for number in range(12)]
    for other in others[:6]:
        hand_in(binh, "khác.txt", other.encode())
    there = hand_in(binh, f"{NAME}.txt", (OPEN * 40).encode()).headers["Location"]
    for other in others[6:]:
        hand_in(binh, "khác.txt", other.encode())
    binh.post(f"{there}turn_away/")
    assert traces(home) == []
