"""The month told to the Chairman: counted once, frozen when issued, his words become tasks."""

import hashlib
import io
import json
import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import docx
import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.meetings.models import Meeting, Preparation
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.planning.models import Programme, ProgrammeItem, Registration, Week, WeekEntry
from dondoc.remedies.models import RemedyReport
from dondoc.reports import actions
from dondoc.reports.models import Direction, Summary
from dondoc.reports.monthly import counting
from dondoc.reports.monthly.figures import ALL, BOARDS, MonthFigures
from dondoc.tasks.models import State, Task
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.planning.locked import lock
from tests.remedies.ward import called, hour, two_months

pytestmark = pytest.mark.usefixtures("files")
SignIn = Callable[[Officer], Client]
MAY = date(2022, 5, 1)


@pytest.fixture
def at() -> datetime:
    """17:00 on Monday 30 May 2022."""
    return hour(5, 30, 17)


@pytest.fixture
def month(cast: Cast) -> dict[str, Task]:
    """A living month of the ward."""
    made = two_months(cast)
    live_a_month(cast, made)
    return made


def live_a_month(cast: Cast, made: dict[str, Task]) -> None:
    """Programme, weeks, meetings, registrations and reports of the ward's May."""
    assert cast.son.pk
    assert cast.yen.pk
    may = programme(cast, 5)
    for name, key in (("Báo cáo hộ nghèo", "good"), ("Chỉnh trang đô thị", "may")):
        item(cast, may, name, made[key])
    item(cast, may, "Khơi thông cống rãnh", made["excused"], state="moved")
    lock(may)
    called(
        cast, made["april"], 4, hour(4, 21), state="closed", result="Đã xong", closed_by=cast.hanh,
        closed_at=hour(4, 28), reported_at=hour(4, 25), cause="late_start",
    )  # fmt: skip
    june = programme(cast, 6)
    Registration.objects.create(
        programme=june, unit=cast.ward_division, sent_by=cast.thu, sent_at=hour(5, 24)
    )
    weeks(cast)
    meeting(cast, "Họp giao ban", 12, done_on=9)
    meeting(cast, "Hội nghị đối thoại", 20, done_on=19)
    RemedyReport.objects.create(
        committee=cast.ward, unit=cast.ward_economy, month=MAY, due_on=date(2022, 5, 25),
        state="signed", signed_by=cast.phuc, signed_at=hour(5, 26), words="Đã khắc phục một phần.",
    )  # fmt: skip
    RemedyReport.objects.create(
        committee=cast.ward, unit=cast.ward_division, month=MAY, due_on=date(2022, 5, 25)
    )


def programme(cast: Cast, month: int) -> Programme:
    first = date(2022, month, 1)
    return Programme.objects.create(
        committee=cast.ward, period="month", from_on=first,
        to_on=date(2022, month, 30), register_by=date(2022, month - 1, 25),
        approve_by=date(2022, month - 1, 28), opened_at=hour(month - 1, 15), opened_by=cast.giang,
    )  # fmt: skip


def item(cast: Cast, in_: Programme, content: str, task: Task, state: str = "approved") -> None:
    ProgrammeItem.objects.create(
        programme=in_, state=state, unit=task.lead, content=content, due_on=task.due_on, task=task,
        registered_at=hour(4, 20),
    )  # fmt: skip


def weeks(cast: Cast) -> None:
    """The week of the 9th decided in time and changed after; that of the 16th decided late."""
    for monday, decided in ((9, hour(5, 6, 16)), (16, hour(5, 14))):
        week = Week.objects.create(
            committee=cast.ward, state="published", monday=date(2022, 5, monday),
            closes_at=hour(5, monday - 3, 17), decided_by=cast.son, decided_at=decided,
        )  # fmt: skip
        for change, proposed in (("", hour(5, 5)), ("added", hour(5, monday))):
            WeekEntry.objects.create(
                week=week, state="arranged", on=date(2022, 5, monday), session="morning",
                starts_at=time(8), content=f"Làm việc {change or 'theo lịch'}", change=change,
                unit=cast.ward_economy, preparing=cast.ward_economy,
                changed_at=hour(5, monday) if change else None,
                added_at=hour(5, monday) if change else None,
                uid=uuid.uuid4(), proposed_by=cast.phuc, proposed_at=proposed,
            )  # fmt: skip


def meeting(cast: Cast, title: str, day: int, done_on: int) -> None:
    held = Meeting.objects.create(
        committee=cast.ward, state="held", title=title, lead=cast.ward_economy, leader=cast.yen,
        chair=cast.son, starts_at=hour(5, day), uid=uuid.uuid4(), created_by=cast.phuc,
        created_at=hour(5, 1),
    )  # fmt: skip
    Preparation.objects.create(
        meeting=held, kind="papers", due_on=date(2022, 5, day - 2), done_at=hour(5, done_on)
    )


def drawn_up(cast: Cast, at: datetime) -> Summary:
    return actions.draw_up_summary(cast.ward, by=cast.giang, at=at, month=MAY)


def issued(cast: Cast, at: datetime) -> Summary:
    summary = drawn_up(cast, at)
    actions.issue_summary(summary, by=cast.hanh, at=at)
    return summary


def words(answer: Any) -> str:
    return str(answer.content.decode())


def test_what_is_counted_of_a_month(cast: Cast, month: dict[str, Task], at: datetime) -> None:
    figures = drawn_up(cast, at).counted
    programme = figures.total("programme")
    assert {name: programme.count(name) for name in programme.board.labels} == {
        "approved": 2, "done": 1, "late": 0, "not_done": 1, "poor": 1, "moved": 1, "extra": 0,
    }  # fmt: skip
    assert programme.rate == "50,00% (1/2)"
    assert [row.note[:8] for row in figures.rows("week")] == ["đúng hạn", "muộn, ba"]
    week = figures.total("week")
    assert [week.count(name) for name in week.board.labels] == [4, 2, 2, 0, 1]
    meetings = figures.row("meetings", cast.ward_economy.pk)
    assert meetings
    assert meetings.rate == "50,00% (1/2)"
    assert "tài liệu xong 19/05/2022, hạn 18/05/2022" in meetings.lists["unready"][0]["note"]
    remedies = figures.row("remedies", cast.ward_economy.pk)
    assert remedies
    assert [remedies.count(n) for n in ("late", "called", "closed", "granted")] == [2, 2, 0, 1]
    silent = {row.name: row for row in figures.rows("silent")}
    assert silent["Phòng Kinh tế, Hạ tầng và Đô thị"].count("not_registered") == 1
    assert silent["Phòng Kinh tế, Hạ tầng và Đô thị"].count("late_reported") == 1
    assert silent["Phòng Văn hóa - Xã hội"].count("not_reported") == 1
    assert silent["Phòng Văn hóa - Xã hội"].count("not_registered") == 0
    (again,) = figures.rows("repeat")
    assert (again.pk, again.count("causes")) == (cast.ward_economy.pk, 1)
    assert again.lists["causes"][0]["note"] == "tháng 4/2022, tháng 5/2022"


def test_a_remedy_left_from_last_month_is_told_until_it_is_closed(
    cast: Cast, month: dict[str, Task], at: datetime
) -> None:
    called(
        cast, month["april"], 4, hour(4, 21), state="closed", result="Đã xong", closed_by=cast.hanh,
        closed_at=hour(5, 28), reported_at=hour(5, 25), ground="sent_back",
    )  # fmt: skip

    def told(as_of: datetime) -> list[int]:
        total = actions.draw_up_summary(
            cast.ward, by=cast.giang, at=at, month=as_of.date().replace(day=1), as_of=as_of
        ).counted.total("remedies")
        return [total.count(name) for name in ("called", "closed", "reported")]

    assert told(at) == [3, 1, 0]
    Summary.objects.all().delete()
    assert told(hour(5, 26)) == [3, 0, 1]
    figures = counting.compute(cast.ward, date(2022, 6, 1), hour(6, 2))
    rows = MonthFigures(figures).total("remedies")
    assert rows.count("called") == 2, "what is closed is not carried into June"


def test_figures_prove_themselves_and_later_deeds_move_nothing(
    cast: Cast, month: dict[str, Task], at: datetime, as_officer: SignIn
) -> None:
    from tests.remedies.ward import finish

    summary = issued(cast, at)
    finish(cast, month["may"], cast.phuc, hour(5, 31))
    again = Summary.objects.get(pk=summary.pk)
    figures = as_officer(cast.son).get(f"/summaries/{summary.pk}/download/json/").content
    assert hashlib.sha256(figures).hexdigest() == again.sha256
    assert len(json.loads(figures)["boards"]) == len(BOARDS)
    with pytest.raises(DatabaseError), transaction.atomic():
        Summary.objects.filter(pk=summary.pk).update(subject="khác")
    with pytest.raises(NotNow):
        actions.edit_summary(summary, by=cast.giang, at=at, key="week", text="Khác")
    with pytest.raises(NotNow):
        actions.recount_summary(summary, by=cast.giang, at=at, as_of=at)


def test_the_paper_is_a_report_of_the_office_to_the_chairman(
    cast: Cast, month: dict[str, Task], at: datetime, as_officer: SignIn
) -> None:
    summary = issued(cast, at)
    son = as_officer(cast.son)
    answer = son.get(f"/summaries/{summary.pk}/download/docx/", follow=True)
    paper = docx.Document(io.BytesIO(answer.getvalue()))
    text = "\n".join(
        [p.text for p in paper.paragraphs]
        + [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    )
    for said in ("Chủ tịch UBND phường", "01/BC-VP", "CHÁNH VĂN PHÒNG", "50,00% (1/2)"):
        assert said in text
    assert "VĂN PHÒNG HĐND VÀ UBND" in text
    assert "Các Phó Chủ tịch UBND phường" in text
    pdf = son.get(f"/summaries/{summary.pk}/download/pdf/", follow=True).getvalue()
    assert pdf.startswith(b"%PDF")
    assert "BÁO CÁO" in words(son.get(f"/summaries/{summary.pk}/?view=paper"))


def test_the_office_walks_from_the_month_to_an_issued_summary(
    cast: Cast, month: dict[str, Task], as_officer: SignIn
) -> None:
    hanh = as_officer(cast.hanh)
    said = {"month": "2022-05-01", "as_of_on": "2022-05-30", "as_of_time": "17:00"}
    there = hanh.post("/summaries/draw-up/", said)["Location"]
    again = hanh.post("/summaries/draw-up/", said)
    assert "Đã có dự thảo báo cáo của tháng này" in words(again)
    assert "Báo cáo tháng gửi Chủ tịch" in words(hanh.get("/reports/"))
    refused = hanh.post(f"{there}edit/week/", {"text": ""})
    assert "Hãy nhập nội dung." in words(refused)
    hanh.post(f"{there}edit/week/", {"text": "Lịch tuần chấp hành tốt."})
    hanh.post(f"{there}recount/", {"as_of_on": "2022-05-30", "as_of_time": "16:00"})
    assert "Lịch tuần chấp hành tốt." in words(hanh.get(there))
    late = hanh.post(f"{there}recount/", {"as_of_on": "2022-06-30", "as_of_time": "16:00"})
    assert "chưa đến" in words(late)
    answer = hanh.post(f"{there}issue/", follow=True)
    assert "Đã ban hành Báo cáo số 01/BC-VP" in words(answer)


def test_every_number_leads_to_its_list(
    cast: Cast, month: dict[str, Task], at: datetime, as_officer: SignIn
) -> None:
    summary = issued(cast, at)
    son = as_officer(cast.son)
    for board in BOARDS:
        for row in [summary.counted.total(board.key), *summary.counted.rows(board.key)]:
            for count in board.labels:
                there = f"/summaries/{summary.pk}/behind/{board.key}/{row.pk}/{count}/"
                page = words(son.get(there))
                assert page.count('data-label="Nội dung"') == row.count(count), there
    for wrong in (f"programme/{ALL}/x", "x/0/done", "programme/999999/done"):
        assert son.get(f"/summaries/{summary.pk}/behind/{wrong}/").status_code == 404


def test_the_chairman_s_words_become_a_task_at_one_press(
    cast: Cast, month: dict[str, Task], at: datetime, as_officer: SignIn
) -> None:
    summary = issued(cast, at)
    son = as_officer(cast.son)
    there = f"/summaries/{summary.pk}/"
    page = words(son.get(f"{there}?lead={cast.ward_economy.pk}"))
    assert f'<option value="{cast.ward_economy.pk}" selected' in page
    wrong = son.post(f"{there}direct/", {"words": "Xử lý dứt điểm việc chậm!"})
    assert "Hãy chọn đơn vị chủ trì." in words(wrong)
    assert "Xử lý dứt điểm việc chậm!" in words(wrong)
    said = {
        "words": "Xử lý dứt điểm việc chậm!", "lead": cast.ward_economy.pk, "due_on": "2022-06-05",
        "idempotency_key": str(uuid.uuid4()),
    }  # fmt: skip
    assert son.post(f"{there}direct/", said)["Location"] == f"{there}#directions"
    son.post(f"{there}direct/", said)
    direction = Direction.objects.get()
    task = direction.task
    assert (task.content, task.lead, task.due_on) == (
        "Xử lý dứt điểm việc chậm!", cast.ward_economy, date(2022, 6, 5),
    )  # fmt: skip
    assert (task.document_id, task.leader_id) == (summary.document_id, cast.son.pk)
    assert task.state == State.ASSIGNED
    page = words(son.get(there))
    assert direction.words in page
    assert task.code in page
    with pytest.raises(DatabaseError), transaction.atomic():
        Direction.objects.update(words="khác")


def test_only_the_chairman_directs_and_only_on_what_was_issued(
    cast: Cast, month: dict[str, Task], at: datetime, as_officer: SignIn
) -> None:
    draft = drawn_up(cast, at)
    said: dict[str, Any] = {"at": at, "words": "Làm ngay.", "lead": cast.ward_economy}
    with pytest.raises(NotNow):
        actions.direct(draft, by=cast.son, **said)
    with pytest.raises(NotPermitted):
        actions.issue_summary(draft, by=cast.giang, at=at)
    actions.issue_summary(draft, by=cast.hanh, at=at)
    for other in (cast.yen, cast.hanh, cast.phuc, cast.nam):
        with pytest.raises(NotPermitted):
            actions.direct(draft, by=other, **said)
    with pytest.raises(Refused, match="không thuộc"):
        actions.direct(draft, by=cast.son, **(said | {"lead": cast.construction}))
    with pytest.raises(Refused, match="đã qua"):
        actions.direct(draft, by=cast.son, **said, due_on=date(2022, 5, 1))
    with pytest.raises(Refused, match="ý kiến"):
        actions.direct(draft, by=cast.son, **(said | {"words": " "}))
    for stranger in (cast.phuc, cast.thu, cast.lan):
        assert as_officer(stranger).get(f"/summaries/{draft.pk}/").status_code == 404
    assert as_officer(cast.phuc).get("/summaries/draw-up/").status_code == 404


def test_the_chairman_is_told_and_so_are_those_decided_on(
    cast: Cast, month: dict[str, Task], at: datetime
) -> None:
    from dondoc.remedies import actions as remedies

    issued(cast, at)
    one = remedies.draft_consideration(
        cast.ward, by=cast.giang, at=at, month=MAY, unit=cast.ward_economy, person=cast.phuc
    )
    remedies.submit_consideration(one, by=cast.hanh, at=at)
    remedies.decide_consideration(
        one, by=cast.son, at=at, outcome="remind", answer="Rút kinh nghiệm."
    )
    tell(at)
    told = {
        (notice.officer_id, notice.step)
        for notice in Notice.objects.exclude(step__startswith="task.")
    }
    assert told == {
        (cast.son.pk, "summary.issue_summary"),
        (cast.son.pk, "consideration.submit_consideration"),
        (cast.phuc.pk, "consideration.decide_consideration"),
        (cast.hanh.pk, "consideration.decide_consideration"),
        (cast.giang.pk, "consideration.decide_consideration"),
    }


def test_pages_ask_the_database_a_bounded_number_of_times(
    cast: Cast, month: dict[str, Task], at: datetime, as_officer: SignIn,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    summary = issued(cast, at)
    for n in range(4):
        actions.direct(summary, by=cast.son, at=at, words=f"Ý kiến {n}", lead=cast.ward_economy)
    son = as_officer(cast.son)
    for address in ("/reports/", f"/summaries/{summary.pk}/"):
        with django_assert_max_num_queries(24):
            assert son.get(address).status_code == 200
