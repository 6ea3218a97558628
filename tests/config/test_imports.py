"""A directory from a spreadsheet: looked through first, all or nothing, twice the same as once."""

import io
from collections.abc import Callable, Sequence

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Agency, Officer
from dondoc.config.directory_import import COLUMNS, write_template
from dondoc.documents.sheets import write_sheet
from dondoc.journal.models import Entry
from tests.cast import Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Officer], Client]
BODY = ("Phòng Kinh tế", "UBND phường Hòa Minh", "Phòng chuyên môn", "PKT", "H17.9", *[""] * 6,
        "01/01/2022", "")  # fmt: skip
PERSON = ("Phòng Kinh tế", "UBND phường Hòa Minh", "", "", "", "Võ Mới", "vomoi", "", "",
          "Đầu mối đơn vị", "Chuyên viên", "01/02/2022", "")  # fmt: skip


def sheet(*rows: Sequence[str]) -> io.BytesIO:
    stream = io.BytesIO()
    write_sheet("Danh bạ", COLUMNS, rows, stream=stream)
    stream.seek(0)
    stream.name = "danh-ba.xlsx"
    return stream


def send(client: Client, *rows: Sequence[str], really: bool) -> str:
    said = {"sheet": sheet(*rows), **({"really": "on"} if really else {})}
    return client.post(reverse("import_directory"), said).content.decode()


def test_a_preview_writes_nothing(cast: Cast, as_officer: SignIn) -> None:
    assert cast.ward.pk
    client = as_officer(cast.quyen)
    before = Entry.objects.count()
    assert "Bảng không có lỗi" in send(client, BODY, PERSON, really=False)
    assert Entry.objects.count() == before


def test_a_clean_sheet_comes_in_once(cast: Cast, as_officer: SignIn) -> None:
    assert cast.ward.pk
    client = as_officer(cast.quyen)
    page = send(client, BODY, PERSON, really=True)
    seat = Officer.objects.get(user__username="vomoi")
    assert seat.agency.parent == cast.ward
    assert seat.user.check_password(page.split("<code>")[1].split("</code>")[0])
    before = Entry.objects.count()
    send(client, BODY, PERSON, really=True)
    assert Entry.objects.count() == before


def test_one_wrong_row_keeps_all_out_and_every_wrong_row_is_named(
    cast: Cast, as_officer: SignIn
) -> None:
    assert cast.ward.pk
    lost = ("Phòng Y", "UBND xã Không Có", "Phòng chuyên môn", *[""] * 10)
    strange = (*PERSON[:9], "Vai trò lạ", "Chuyên viên", "30/02/2022", "")
    page = send(as_officer(cast.quyen), BODY, PERSON, PERSON, lost, strange, really=True)
    for words in ("Cần sửa 3 dòng", "Không rõ cơ quan cấp trên", "Vai trò lạ", "không phải ngày",
                  "Trùng với dòng 4"):  # fmt: skip
        assert words in page
    assert not Agency.objects.filter(name="Phòng Kinh tế").exists()


def test_the_sheet_reaches_only_what_one_administers(cast: Cast, as_officer: SignIn) -> None:
    by = cast.seat(cast.ward, "administrator", "Quản trị phường", "Hồ Quản")
    above = ("Phòng Z", "UBND thành phố Đà Nẵng", "Phòng chuyên môn", *[""] * 10)
    taken = (*PERSON[:5], cast.nam.name, cast.nam.user.username, *PERSON[7:])
    page = send(as_officer(by), above, BODY, taken, really=True)
    assert "Không rõ cơ quan cấp trên" in page
    assert "không thuộc phạm vi" in page


def test_the_template_and_the_door_are_the_administrator_s(cast: Cast, as_officer: SignIn) -> None:
    client = as_officer(cast.quyen)
    assert client.get(reverse("import_directory")).status_code == 200
    content = client.get(reverse("import_template")).content
    stream = io.BytesIO()
    write_template(stream)
    assert content[:2] == stream.getvalue()[:2] == b"PK"
    bad = io.BytesIO(b"khong phai bang")
    bad.name = "x.xlsx"
    assert client.post(reverse("import_directory"), {"sheet": bad}).status_code == 422
    assert as_officer(cast.hoa).get(reverse("import_directory")).status_code == 404
