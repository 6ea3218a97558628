"""The pages of hand-overs as the Office, a head, a receiver and strangers find them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.handovers.models import Handover, Receipt
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task, Watch
from tests.cast import Cast
from tests.handovers.stage import colleague, drawn_up, given

pytestmark = pytest.mark.django_db
SignIn = Callable[[Officer], Client]


def page_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_from_the_list_of_people_to_the_signed_receipt(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    mai = colleague(cast)
    task = given(cast, at)
    office = as_officer(cast.lan)
    page = page_of(office.post("/handovers/draft/", {"giver": cast.tam.pk}, follow=True))
    assert task.code in page
    assert "Chưa có người nhận" in page
    here = f"/handovers/{Handover.objects.get().pk}/"
    office.post(f"{here}fill_in/", {"receiver": mai.pk, "reason": "Nghỉ hưu"})
    page = page_of(office.post(f"{here}hand_over/", follow=True))
    assert Task.objects.get().executor == mai
    assert "Chờ 1 người ký nhận" in page
    receiver = as_officer(mai)
    assert "Bạn được bàn giao" in page_of(receiver.get("/desk/"))
    receiver.post(f"/handovers/receipts/{Receipt.objects.get().pk}/sign/", {"missing": ""})
    assert "đã ký nhận" in page_of(receiver.get(here))
    assert "Mọi bàn giao đều đã được ký nhận" in page_of(office.get("/handovers/?waiting=1"))


def test_lines_are_sorted_on_the_page_and_what_is_wrong_is_said_there(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    for number in range(3):
        given(cast, at, f"Việc {number}")
    handover = drawn_up(cast, at, cast.tam, cast.xuan)
    here, office = f"/handovers/{handover.pk}/", as_officer(cast.lan)
    page = page_of(office.get(f"{here}?wrong=1"))
    assert page.count("không thuộc Sở Xây dựng") == 3
    refused = office.post(f"{here}hand_over/")
    assert refused.status_code == 422
    assert "Còn 3 việc chưa bàn giao được" in page_of(refused)
    lines = list(handover.lines.values_list("pk", flat=True))
    office.post(f"{here}sort_lines/", {"lines": lines[:2], "receiver": colleague(cast).pk})
    office.post(f"{here}sort_lines/", {"lines": lines[2:], "leave": "1"})
    page = page_of(office.get(here))
    assert "Bàn giao 2 việc" in page
    assert "Để lại" in page
    nothing = office.post(f"{here}sort_lines/", {"leave": "1"})
    assert "đánh dấu ít nhất một việc" in page_of(nothing)


def test_a_whole_kind_goes_to_another_or_stays_at_one_press(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    mai = colleague(cast)
    for number in range(3):
        task = given(cast, at, f"Việc {number}")
        tasks.watch(task, by=cast.tam, at=at)
    handover = drawn_up(cast, at, cast.tam, mai)
    here, office = f"/handovers/{handover.pk}/", as_officer(cast.lan)
    assert "Để lại cả loại này" in page_of(office.get(f"{here}?holding=watch"))
    office.post(f"{here}sort_lines/", {"whole": "watch", "leave": "1"})
    office.post(f"{here}sort_lines/", {"whole": "executor", "receiver": cast.hoa.pk})
    office.post(f"{here}hand_over/")
    assert {task.executor for task in Task.objects.all()} == {cast.hoa}
    assert set(Watch.objects.values_list("officer", flat=True)) == {cast.tam.pk}


def test_the_protocol_can_be_read_before_and_taken_away_after(
    cast: Cast, as_officer: SignIn, at: datetime
) -> None:
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, colleague(cast))
    office, there = as_officer(cast.lan), f"/handovers/{handover.pk}/protocol/"
    assert office.get(f"{there}docx/").content[:2] == b"PK"
    office.post(f"/handovers/{handover.pk}/hand_over/")
    kept = office.get(f"{there}pdf/", follow=True)
    assert b"".join(kept.streaming_content)[:4] == b"%PDF"
    assert office.get(f"{there}txt/").status_code == 404


def test_a_stranger_sees_nothing_of_it(cast: Cast, as_officer: SignIn, at: datetime) -> None:
    given(cast, at)
    handover = drawn_up(cast, at, cast.tam, None)
    stranger = as_officer(cast.xuan)
    assert stranger.get(f"/handovers/{handover.pk}/").status_code == 404
    assert "Hồ Tâm" not in page_of(stranger.get("/handovers/"))
    assert stranger.post("/handovers/draft/", {"giver": cast.tam.pk}).status_code == 404
    assert as_officer(cast.khoa).get(f"/handovers/{handover.pk}/").status_code == 200


@pytest.mark.parametrize("what", ["seat", "unit"])
def test_who_ends_a_seat_or_a_unit_is_warned_of_open_work_and_led_on(
    cast: Cast, as_officer: SignIn, at: datetime, what: str
) -> None:
    given(cast, at)
    administrator = as_officer(cast.quyen)
    there = (
        f"/seats/{cast.tam.pk}/end/"
        if what == "seat"
        else f"/agencies/{cast.construction.pk}/dissolve/"
    )
    page = page_of(administrator.get(there))
    assert "Còn việc chưa bàn giao" in page
    if what == "seat":
        assert f"/handovers/draft/seat/{cast.tam.pk}/" in page
        assert "Còn việc" not in page_of(administrator.get(f"/seats/{cast.hoa.pk}/end/"))


def test_the_page_of_a_list_asks_a_bounded_number_of_questions(
    cast: Cast, as_officer: SignIn, at: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        given(cast, at, f"Việc {number}")
    handover = drawn_up(cast, at, cast.tam, colleague(cast))
    office = as_officer(cast.lan)
    office.get("/handovers/")
    with django_assert_max_num_queries(34):
        page_of(office.get(f"/handovers/{handover.pk}/"))
    with django_assert_max_num_queries(16):
        page_of(office.get("/handovers/"))
