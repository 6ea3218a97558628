"""The pages of the week, as people walk through them."""

import io
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import docx
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dondoc.agencies.models import Officer
from dondoc.journal.models import Entry
from dondoc.meetings.models import Resource
from dondoc.planning import actions
from dondoc.planning.discipline import (
    CHANGED,
    WeeksPublished,
    week_discipline,
    weeks_published,
)
from dondoc.planning.models import Week, WeekEntry
from dondoc.planning.week_facts import facts_now
from tests.planning.hall import MONDAY, Hall

SignIn = Callable[[Officer], Client]
HERE = "/weeks/?on=2022-03-22"


def typed(hall: Hall, **changed: object) -> dict[str, object]:
    return {
        "on": "2022-03-22", "session": "morning", "starts_at": "08:00", "ends_at": "09:30",
        "content": "Họp giải phóng mặt bằng", "chairs": [hall.lam.pk], "invites": "schedule",
        **changed,
    }  # fmt: skip


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content.decode()


def test_from_a_proposal_to_a_published_week(hall: Hall, as_officer: SignIn) -> None:
    toan, nhung, lam = (as_officer(who) for who in (hall.toan, hall.nhung, hall.lam))
    assert "Đề xuất lịch" in words(toan, "/weeks/new/")
    there = toan.post("/weeks/new/", typed(hall, preparing=hall.economy.pk))["Location"]
    entry = WeekEntry.objects.get()
    assert there == f"/weeks/?on=2022-03-22#e{entry.pk}"
    assert "Đề xuất chờ xếp lịch" in words(nhung, HERE)
    nhung.post(f"/weeks/entries/{entry.pk}/accept_entry/")
    week = Week.objects.get()
    nhung.post(f"/weeks/{week.pk}/submit/")
    assert "Chờ Chủ tịch duyệt" in words(lam, HERE)
    assert "Không còn trùng lịch" in words(lam, f"/weeks/{week.pk}/publish/")
    lam.post(f"/weeks/{week.pk}/publish/", {"by_order": "leader"})
    page = words(as_officer(hall.truc), HERE)
    for said in ("Đã ban hành", "Lịch này thay thư mời", "Giao Phòng Kinh tế chuẩn bị"):
        assert said in page
    assert "Chủ tịch Hoàng Lâm" in page


def test_what_is_only_proposed_is_seen_by_its_unit_the_office_and_leaders(
    hall: Hall, as_officer: SignIn
) -> None:
    entry = hall.proposed()
    for who in (hall.toan, hall.truc, hall.nhung, hall.lam):
        assert entry.content in words(as_officer(who), HERE)
    for who in (hall.thu, hall.cast.hoa):
        client = as_officer(who)
        assert entry.content not in words(client, HERE)
        assert client.get(f"/weeks/entries/{entry.pk}/").status_code == 404
        assert client.get(f"/weeks/entries/{entry.pk}/edit/").status_code == 404


def test_bad_input_loses_nothing(hall: Hall, as_officer: SignIn) -> None:
    sent = typed(hall, ends_at="07:00", others="Đại diện các hộ dân")
    answer = as_officer(hall.nhung).post("/weeks/new/", sent)
    page = answer.content.decode()
    assert "Giờ kết thúc phải sau giờ bắt đầu." in page
    assert "Đại diện các hộ dân" in page
    late = as_officer(hall.nhung).post("/weeks/new/", typed(hall, on="2022-03-01"))
    assert late.status_code == 422
    assert "đã qua" in late.content.decode()
    assert not WeekEntry.objects.exists()


def test_overlaps_are_seen_while_typing(hall: Hall, as_officer: SignIn) -> None:
    hall.arranged(room=hall.room, vehicle=hall.car, persons=[hall.toan], chairs=[hall.vy])
    nhung = as_officer(hall.nhung)

    def told(**changed: object) -> str:
        sent = typed(hall, content="", chairs=[], **changed)
        return nhung.post("/weeks/clashes/", sent).content.decode()

    assert "Chưa thấy trùng lịch" in told()
    assert "Hội trường tầng 2 đã có lịch thứ Ba 22/03/2022" in told(room=hall.room.pk)
    assert "Xe 43A-012.34 đã có lịch" in told(vehicle=hall.car.pk)
    assert "Phó Chủ tịch Đoàn Vy đã có lịch" in told(attends=[hall.vy.pk])
    assert "Trưởng phòng Kha Toàn đã có lịch" in told(persons=[hall.toan.pk])
    assert "Chưa thấy" in told(room=hall.room.pk, starts_at="09:30", ends_at="10:00")
    assert "đã có lịch" in told(room=hall.room.pk, starts_at="", ends_at="", on="2022-03-22")
    assert "Chưa thấy" in told(room=hall.room.pk, on="không phải ngày")
    assert WeekEntry.objects.count() == 1  # nothing is written


def test_an_entry_does_not_clash_with_itself(hall: Hall, as_officer: SignIn) -> None:
    entry = hall.arranged()
    address = f"/weeks/clashes/?entry={entry.pk}"
    answer = as_officer(hall.nhung).post(address, typed(hall)).content.decode()
    assert "Chưa thấy trùng lịch" in answer


def test_later_changes_stand_on_the_page_with_what_was_before(
    hall: Hall, as_officer: SignIn
) -> None:
    entry = hall.arranged()
    hall.published(entry)
    nhung = as_officer(hall.nhung)
    sent = typed(hall, starts_at="14:00", ends_at="15:00")
    refused = nhung.post(f"/weeks/entries/{entry.pk}/edit/", sent)
    assert "Lịch đã ban hành: hãy nêu lý do thay đổi." in refused.content.decode()
    nhung.post(f"/weeks/entries/{entry.pk}/edit/", {**sent, "reason": "Chủ tịch bận"})
    for page in (words(nhung, HERE), words(nhung, f"/weeks/entries/{entry.pk}/")):
        assert "Đổi giờ" in page
        assert "08h00 – 09h30 thứ Ba 22/03/2022" in page
        assert "Chủ tịch bận" in page
    asked = nhung.get(f"/weeks/entries/{entry.pk}/postpone_entry/").content.decode()
    assert "Chuyển sang ngày" in asked
    nhung.post(f"/weeks/entries/{entry.pk}/postpone_entry/", {"reason": "Mưa", "on": "2022-03-29"})
    assert "Hoãn" in words(nhung, HERE)
    assert WeekEntry.objects.filter(on=date(2022, 3, 29)).exists()


def test_calendars_of_a_leader_a_unit_and_a_room(hall: Hall, as_officer: SignIn) -> None:
    hall.published(
        hall.arranged(content="Của Lâm", room=hall.room),
        hall.arranged(content="Của Vy", chairs=[hall.vy], bodies=[hall.culture]),
    )
    client = as_officer(hall.truc)
    for lens, seen in (
        (f"leader={hall.lam.pk}", "Của Lâm"), (f"leader={hall.vy.pk}", "Của Vy"),
        (f"unit={hall.culture.pk}", "Của Vy"), (f"resource={hall.room.pk}", "Của Lâm"),
    ):  # fmt: skip
        page = words(client, f"{HERE}&{lens}")
        assert {w for w in ("Của Lâm", "Của Vy") if f">{w}</a>" in page} == {seen}
    assert "Không có lịch" in words(client, f"/weeks/?on=2022-03-29&leader={hall.lam.pk}")
    assert words(client, f"{HERE}&leader=999999&unit=x&resource=²")


def test_today_says_what_is_next(hall: Hall, as_officer: SignIn, at: datetime) -> None:
    hall.published(
        hall.arranged(on=date(2022, 3, 16), content="Hôm nay họp", room=hall.room),
        hall.arranged(on=date(2022, 3, 17), content="Mai đi cơ sở"),
        hall.arranged(on=date(2022, 3, 16), content="Việc của Vy", chairs=[hall.vy]),
    )
    page = words(as_officer(hall.lam), "/weeks/today/")
    assert "Hôm nay họp" in page
    assert "Hội trường tầng 2" in page
    assert "Mai đi cơ sở" in page
    assert "Việc của Vy" not in page


def test_the_printed_week(hall: Hall, as_officer: SignIn) -> None:
    hall.arranged(invites="separate", content="Họp kín")
    week = hall.arranged(session="afternoon", starts_at=None, ends_at=None, content="Đi cơ sở").week
    truc = as_officer(hall.truc)
    draft = as_officer(hall.nhung).get(f"/weeks/{week.pk}/download/docx/")
    assert "DỰ THẢO" in text_of(draft.content)
    actions.publish_week(week, by=hall.lam, at=hall.at)
    entry = WeekEntry.objects.get(content="Họp kín")
    actions.cancel_entry(entry, by=hall.lam, at=hall.at, reason="Mưa")
    kept = truc.get(f"/weeks/{week.pk}/download/docx/", follow=True)
    fresh = truc.get(f"/weeks/{week.pk}/download/docx/?now=1")
    kept_text = text_of(b"".join(kept.streaming_content) if kept.streaming else kept.content)
    assert "[HỦY]" not in kept_text
    assert "[HỦY]" in text_of(fresh.content)
    for said in ("LỊCH NÀY THAY THƯ MỜI HỌP", "(Giấy mời riêng)", "Thứ Ba", "CHIỀU", "Hoàng Lâm"):
        assert said in kept_text
    assert "DỰ THẢO" not in kept_text
    pdf = truc.get(f"/weeks/{week.pk}/download/pdf/?now=1")
    assert pdf.content.startswith(b"%PDF")
    assert as_officer(hall.cast.hoa).get(f"/weeks/{week.pk}/download/docx/").status_code == 404
    assert truc.get(f"/weeks/{week.pk}/download/exe/").status_code == 404


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(p.text for p in document.paragraphs)])


def test_discipline_counts_what_was_late_and_changed(
    hall: Hall, at: datetime, as_officer: SignIn
) -> None:
    first = hall.proposed()
    actions.accept_entry(first, by=hall.nhung, at=at)
    week = hall.published(first)
    late = week.closes_at + timedelta(hours=1)
    second = actions.propose_entry(
        hall.ward, by=hall.toan, at=late, facts=hall.facts(content="Muộn", chairs=[])
    )
    actions.accept_entry(second, by=hall.nhung, at=late)
    moved = {**facts_now(first), "on": MONDAY}
    actions.arrange_entry(first, by=hall.nhung, at=late, facts=moved, reason="Dời")
    march = (date(2022, 3, 1), date(2022, 3, 31))
    (row,) = week_discipline(hall.ward, *march, late)
    counts = ("entries", "late", "added", "rescheduled")
    assert (row.name, [row.count(one) for one in counts]) == ("Phòng Kinh tế", [2, 1, 1, 1])
    assert row.count(*CHANGED) == 1
    assert row.behind("late") == row.behind("added") == [second]
    (before,) = week_discipline(hall.ward, *march, late - timedelta(minutes=1))
    assert [before.count(one) for one in counts] == [1, 0, 0, 0]
    assert weeks_published(hall.ward, *march, late) == WeeksPublished([week], [], [])
    assert "Phòng Kinh tế" in words(as_officer(hall.khanh), "/weeks/discipline/?on=2022-03-01")


def test_the_office_notes_and_forgets_what_others_hold(hall: Hall, as_officer: SignIn) -> None:
    nhung = as_officer(hall.nhung)
    sent = {
        "body": "council", "on": "2022-03-22", "session": "morning", "starts_at": "08:30",
        "content": "Thẩm tra của HĐND", "officers": [hall.lam.pk],
    }  # fmt: skip
    nhung.post("/weeks/outside/", sent)
    assert "Thẩm tra của HĐND" in words(nhung, "/weeks/outside/")
    told = nhung.post("/weeks/clashes/", typed(hall)).content.decode()
    assert "Chủ tịch Hoàng Lâm đã có lịch" in told
    assert "“Thẩm tra của HĐND” (HĐND) 08h30" in told
    bad = nhung.post("/weeks/outside/", {**sent, "ends_at": "08:00"})
    assert "Giờ kết thúc phải sau giờ bắt đầu" in bad.content.decode()
    pk = re.search(r"/weeks/outside/(\d+)/forget/", words(nhung, "/weeks/outside/"))
    assert pk is not None
    assert as_officer(hall.toan).post(pk.group(0)).status_code == 403
    as_officer(hall.nhung).post(pk.group(0))
    assert "Thẩm tra của HĐND" not in words(as_officer(hall.nhung), HERE)
    deeds = Entry.objects.filter(subject_kind="outsideevent").order_by("seq")
    assert [deed.subject_verb for deed in deeds] == ["note_outside", "forget_outside"]
    assert as_officer(hall.toan).get("/weeks/outside/").status_code == 404


def test_a_busy_week_takes_few_queries(
    hall: Hall, as_officer: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def fill(count: int) -> None:
        for number in range(count):
            hall.arranged(
                on=MONDAY + timedelta(days=number % 5), content=f"Việc {number}",
                attends=[hall.vy], persons=[hall.toan, hall.thu], bodies=[hall.economy],
                room=hall.room, vehicle=hall.car,
            )  # fmt: skip

    fill(20)
    assert Resource.objects.count() == 2
    client = as_officer(hall.nhung)
    client.get(HERE)
    for address in (HERE, f"{HERE}&leader={hall.lam.pk}", "/weeks/today/", "/weeks/outside/"):
        with django_assert_max_num_queries(30):
            client.get(address)
    with django_assert_max_num_queries(30):
        client.post("/weeks/clashes/", typed(hall))


@pytest.mark.parametrize("verb", ["postpone_entry", "cancel_entry", "decline_entry"])
def test_a_deed_asks_for_its_reason(hall: Hall, as_officer: SignIn, verb: str) -> None:
    entry = hall.arranged()
    if verb != "decline_entry":
        hall.published(entry)
    nhung = as_officer(hall.nhung)
    address = f"/weeks/entries/{entry.pk}/{verb}/"
    assert "Hãy nhập lý do." in nhung.post(address, {"reason": ""}).content.decode()
    assert nhung.post(address, {"reason": "Chủ tịch đi công tác"}).status_code == 302
    assert "Chủ tịch đi công tác" in words(nhung, f"/weeks/entries/{entry.pk}/")
    assert nhung.get(f"/weeks/entries/{entry.pk}/nonsense/").status_code == 404
    assert nhung.get(f"/weeks/entries/{entry.pk}/accept_entry/").status_code == 405
