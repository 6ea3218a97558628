"""A list's address: read, told where it is not understood, applied, written back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.agencies.calendars import thresholds_of
from dondoc.agencies.models import Field, Officer
from dondoc.documents.models import Document
from dondoc.rules.timeliness import Timeliness
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.filters import FLAGS, ORDERS, SCOPES, TaskFilter
from dondoc.tasks.models import State, Task
from tests.cast import Cast

Give = Callable[..., Task]
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))
KEYS = st.none() | st.integers(1, 10**12)
FILTERS = st.builds(
    TaskFilter, scope=st.sampled_from(list(SCOPES)),
    state=st.lists(st.sampled_from(State.values), unique=True).map(tuple),
    timeliness=st.lists(st.sampled_from(list(Timeliness)), unique=True).map(tuple),
    star=st.booleans(), never_updated=st.booleans(), stale=st.booleans(), extended=st.booleans(),
    unit=KEYS, document=KEYS, leader=KEYS, field=KEYS, year=st.none() | st.integers(2000, 2099),
    since=DAYS, until=DAYS, q=st.text(max_size=40).map(str.strip),
    sort=st.sampled_from(list(ORDERS)),
)  # fmt: skip


@given(FILTERS)
def test_an_address_says_its_filter_whole(wanted: TaskFilter) -> None:
    if wanted.since and wanted.until and wanted.since > wanted.until:
        return
    read = TaskFilter.read(wanted.to_query())
    assert read == wanted
    assert read.problems == ()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("state=finished", "trạng thái “finished”"),
        ("timeliness=late", "tình trạng hạn “late”"),
        ("scope=everything", "phạm vi “everything”"),
        ("unit=abc", "chủ trì “abc”"),
        ("unit=99999999999999999999", "chủ trì “999"),
        ("document=-1", "văn bản “-1”"),
        ("unit=٣", "chủ trì “٣”"),
        ("year=22", "năm “22”"),
        ("from=32/13/2022", "từ ngày “32/13/2022”"),
        ("to=hôm qua", "đến ngày “hôm qua”"),
        ("from=2022-05-01&to=2022-01-01", "bị ngược"),
        ("star=maybe", "gắn sao “maybe”"),
        ("sort=colour", "cách sắp xếp “colour”"),
    ],
)
def test_what_is_not_understood_is_told_and_left_out(address: str, words: str) -> None:
    read = TaskFilter.read(address)
    assert read == TaskFilter()
    [problem] = read.problems
    assert words in problem


@given(st.text(max_size=200))
def test_no_address_raises(address: str) -> None:
    TaskFilter.read(address).to_query()


def test_what_is_understood_stands_beside_what_is_not() -> None:
    read = TaskFilter.read("state=done&state=finished&star=1")
    assert (read.state, read.star, len(read.problems)) == (("done",), True, 1)


def test_each_chip_takes_its_own_condition_out() -> None:
    wanted = TaskFilter.read(
        "scope=unit&state=done&state=rework&star=1&unit=7&from=01/03/2022&q=cầu"
    )
    chips = {chip.label: chip.query for chip in wanted.chips({("unit", 7): "Sở Xây dựng"})}
    assert list(chips) == [
        "Trạng thái: Đã hoàn thành", "Trạng thái: Thực hiện lại", "Gắn sao",
        "Chủ trì: Sở Xây dựng", "Giao từ 01/03/2022", "Có chữ “cầu”",
    ]  # fmt: skip
    assert TaskFilter.read(chips["Trạng thái: Đã hoàn thành"]).state == ("rework",)
    assert all(TaskFilter.read(query).scope == "unit" for query in chips.values())


@pytest.fixture
def give(cast: Cast, at: datetime) -> Give:
    def give(content: str, days: int = 0, **facts: object) -> Task:
        facts = {"lead": cast.construction, "due": Due(), "by": cast.binh} | facts
        moment = at + timedelta(days=days)
        return actions.assign(cast.city, at=moment, content=content, **facts)

    return give


def listed(address: str, officer: Officer, moment: datetime) -> list[str]:
    wanted = TaskFilter.read(address)
    assert wanted.problems == ()
    committee = officer.agency.committee or officer.agency
    tasks = Task.objects.visible_to(officer)
    shown = wanted.apply(tasks, officer, moment, thresholds_of(committee, moment))
    return [task.content for task in wanted.ordered(shown)]


def test_standing_lists_are_those_of_the_seat(cast: Cast, give: Give, at: datetime) -> None:
    give("Việc của Sở", leader=cast.nam)
    give("Việc Sở phối hợp", lead=cast.finance, supporting=[cast.construction])
    watched = give("Việc Sở Tài chính", lead=cast.finance)
    entrusted = give("Việc của Tâm")
    actions.entrust(entrusted, by=cast.khoa, at=at, executor=cast.tam)
    actions.watch(watched, by=cast.binh, at=at)
    expected = {
        ("mine", cast.tam): ["Việc của Tâm"],
        ("mine", cast.nam): ["Việc của Sở"],
        ("unit", cast.hoa): ["Việc của Sở", "Việc của Tâm"],
        ("supporting", cast.hoa): ["Việc Sở phối hợp"],
        ("issued", cast.hoa): [],
        ("watching", cast.binh): ["Việc Sở Tài chính"],
        ("watching", cast.hoa): [],
        ("all", cast.hoa): ["Việc của Sở", "Việc Sở phối hợp", "Việc của Tâm"],
    }
    for (scope, officer), contents in expected.items():
        assert listed(f"scope={scope}", officer, at) == contents, (scope, officer)
    assert len(listed("scope=issued", cast.binh, at)) == 4
    assert listed("scope=all", cast.thu, at) == []


def test_conditions_narrow_the_list(cast: Cast, give: Give, at: datetime) -> None:
    field = Field.objects.create(committee=cast.city, name="Đô thị")
    paper = Document.objects.create(committee=cast.city, number="12/UBND", arrived_at=at)
    give("Đô thị", field=field)
    give("Theo văn bản", source=Source(paper))
    give("Của Phó Chủ tịch", leader=cast.nam)
    starred = give("Có sao", lead=cast.finance)
    actions.star(starred, by=cast.binh, at=at, reason="Trọng tâm")
    updated = give("Đã cập nhật")
    actions.post_update(updated, by=cast.hoa, at=at, narrative="Đang làm")
    everything = ["Có sao", "Đô thị", "Theo văn bản", "Của Phó Chủ tịch", "Đã cập nhật"]
    expected = {
        "": everything,
        f"field={field.pk}": ["Đô thị"],
        f"document={paper.pk}": ["Theo văn bản"],
        f"leader={cast.nam.pk}": ["Của Phó Chủ tịch"],
        f"unit={cast.finance.pk}": ["Có sao"],
        "star=1": ["Có sao"],
        "never_updated=1": everything[:-1],
        "state=under_way": ["Đã cập nhật"],
        "state=under_way&star=1": [],
        "q=pho chu": ["Của Phó Chủ tịch"],
        "extended=1": [],
        "unit=999999": [],
    }
    for address, contents in expected.items():
        assert listed(address, cast.binh, at) == contents, address
    assert listed("stale=1", cast.binh, at + timedelta(days=29)) == []
    assert listed("stale=1", cast.binh, at + timedelta(days=31)) == everything


def test_days_are_those_of_viet_nam_and_inclusive(cast: Cast, give: Give) -> None:
    first = datetime(2022, 3, 31, 16, 59, tzinfo=UTC)  # 23:59 on 31 March in Việt Nam
    at = datetime(2022, 3, 16, 2, 0, tzinfo=UTC)
    task = give("Cuối tháng 3")
    Task.objects.filter(pk=task.pk).update(assigned_at=first)
    task = give("Đầu tháng 4")
    Task.objects.filter(pk=task.pk).update(assigned_at=first + timedelta(minutes=1))
    assert listed("to=2022-03-31", cast.binh, at) == ["Cuối tháng 3"]
    assert listed("from=2022-04-01&to=2022-04-01", cast.binh, at) == ["Đầu tháng 4"]
    assert len(listed("year=2022", cast.binh, at)) == 2
    assert listed("year=2021", cast.binh, at) == []
    assert listed("year=2022&from=2022-04-01", cast.binh, at) == ["Đầu tháng 4"]


def test_what_is_due_today_is_among_what_is_due_soon(cast: Cast, give: Give, at: datetime) -> None:
    for day in (16, 18, 31):
        give(f"Ngày {day}", due=Due(date(2022, 3, day)))
    give("Không hạn")
    assert listed("timeliness=due_soon", cast.binh, at) == ["Ngày 16", "Ngày 18"]
    assert listed("timeliness=due_today", cast.binh, at) == ["Ngày 16"]
    assert listed("timeliness=in_term&timeliness=no_deadline", cast.binh, at) == [
        "Ngày 31", "Không hạn",
    ]  # fmt: skip
    assert listed("timeliness=overdue", cast.binh, at + timedelta(days=1)) == ["Ngày 16"]


def test_star_comes_first_then_the_nearest_deadline_then_none(
    cast: Cast, give: Give, at: datetime
) -> None:
    give("Không hạn")
    give("Hạn xa", due=Due(date(2022, 6, 1)))
    give("Hạn gần", due=Due(date(2022, 4, 1)))
    starred = give("Sao không hạn")
    actions.star(starred, by=cast.binh, at=at, reason="Trọng tâm")
    usual = ["Sao không hạn", "Hạn gần", "Hạn xa", "Không hạn"]
    assert listed("", cast.binh, at) == usual
    assert listed("sort=-deadline", cast.binh, at)[:2] == ["Hạn xa", "Hạn gần"]
    for sort in ORDERS:
        assert sorted(listed(f"sort={sort}", cast.binh, at)) == sorted(usual)


def test_every_flag_has_words() -> None:
    for flag in FLAGS:
        [chip] = TaskFilter.read(f"{flag}=1").chips({})
        assert chip.query == ""
