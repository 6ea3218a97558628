"""Recurring duties: given once each period, open, on the days of the calendar; paused, skipped."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.planning import actions
from dondoc.planning.models import RecurringDuty
from dondoc.planning.recurring_duty import give_recurring
from dondoc.rules.recurring import Every, Recurrence
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast

AsOfficer = Callable[[Officer], Client]
MARCH_16 = datetime(2022, 3, 16, 2, tzinfo=UTC)
THE_25TH = Recurrence(Every.MONTH, 25)
REPORT = "Báo cáo kết quả khắc phục"


def five(day: date) -> datetime:
    """05:00 of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=2)


def report(cast: Cast, recurrence: Recurrence = THE_25TH, **more: Any) -> RecurringDuty:
    assert cast.hoa.pk
    assert cast.xuan.pk
    return actions.set_up_duty(
        cast.city, by=cast.binh, at=MARCH_16, content=REPORT, recurrence=recurrence,
        leads=[cast.construction, cast.finance], **more,
    )  # fmt: skip


def told(answer: Any) -> str:
    words: str = answer.content.decode()
    return words


def test_each_unit_gets_its_own_task_ten_days_ahead_and_once_in_fifty_runs(cast: Cast) -> None:
    report(cast)
    assert give_recurring(five(date(2022, 3, 14))) == 0
    for _ in range(50):
        give_recurring(five(date(2022, 3, 17)))
    found = Task.objects.order_by("lead__name")
    assert [(one.lead, one.due_on) for one in found] == [
        (cast.finance, date(2022, 3, 25)), (cast.construction, date(2022, 3, 25)),
    ]  # fmt: skip
    assert "định kỳ ngày 25 hằng tháng" in found[0].due_rule


def test_recurring_repeats_closed_as_closed(cast: Cast) -> None:
    """Complaint 12: the next is open, its date computed anew, whatever became of the last."""
    report(cast)
    give_recurring(five(date(2022, 3, 17)))
    first = Task.objects.filter(lead=cast.construction).get()
    tasks.submit(first, by=cast.hoa, at=MARCH_16, narrative="Đã báo cáo tại văn bản số 12/BC-SXD.")
    tasks.confirm(first, by=cast.binh, at=MARCH_16 + timedelta(hours=1))
    give_recurring(five(date(2022, 4, 18)))
    again = Task.objects.filter(due_on=date(2022, 4, 25))
    assert [one.state for one in again] == ["assigned", "assigned"]
    assert {one.percent for one in again} == {0}
    unfinished = Task.objects.get(lead=cast.finance, due_on=date(2022, 3, 25))
    assert unfinished.state == "assigned", (
        "the one before is unfinished, and the next came all the same"
    )


def test_an_outage_gives_what_is_still_to_come_and_nothing_late(cast: Cast) -> None:
    report(cast, Recurrence(Every.WEEK, 4))
    give_recurring(five(date(2022, 5, 4)))
    dues = Task.objects.filter(lead=cast.finance).values_list("due_on", flat=True)
    assert sorted(dues) == [date(2022, 5, 6), date(2022, 5, 13)]


def test_what_falls_into_a_pause_is_not_made_up_for(cast: Cast) -> None:
    duty = report(cast)
    with pytest.raises(Refused, match="lý do"):
        actions.pause_duty(duty, by=cast.binh, at=MARCH_16, reason=" ")
    actions.pause_duty(duty, by=cast.binh, at=MARCH_16, reason="Chờ quy định mới")
    assert give_recurring(five(date(2022, 3, 20))) == 0
    actions.resume_duty(duty, by=cast.binh, at=five(date(2022, 4, 2)))
    give_recurring(five(date(2022, 4, 20)))
    assert set(Task.objects.values_list("due_on", flat=True)) == {date(2022, 4, 25)}
    actions.end_duty(duty, by=cast.lan, at=five(date(2022, 4, 21)), reason="Bãi bỏ")
    with pytest.raises(NotNow):
        actions.pause_duty(duty, by=cast.binh, at=MARCH_16, reason="Nữa")


def test_one_period_is_skipped_with_its_reason(cast: Cast) -> None:
    duty = report(cast)
    by = {"by": cast.binh, "at": MARCH_16}
    with pytest.raises(Refused, match="Hãy chọn một kỳ"):
        actions.skip_occurrence(duty, period=date(2022, 3, 24), reason="Trùng đợt kiểm tra", **by)
    actions.skip_occurrence(duty, period=date(2022, 3, 25), reason="Trùng đợt kiểm tra", **by)
    give_recurring(five(date(2022, 3, 20)))
    assert not Task.objects.exists()
    assert duty.occurrences.filter(skipped="Trùng đợt kiểm tra").count() == 2


def test_what_was_given_stays_when_the_template_changes(cast: Cast) -> None:
    duty = report(cast)
    give_recurring(five(date(2022, 3, 17)))
    actions.edit_duty(
        duty, by=cast.binh, at=MARCH_16, content="Báo cáo quý", leads=[cast.finance],
        recurrence=Recurrence(Every.QUARTER, 10, 3),
    )  # fmt: skip
    give_recurring(five(date(2022, 6, 5)))
    assert Task.objects.filter(content=REPORT).count() == 2
    assert [(one.lead, one.due_on) for one in Task.objects.filter(content="Báo cáo quý")] == [
        (cast.finance, date(2022, 6, 10))
    ]


def test_only_the_office_and_leaders_set_it_up(cast: Cast, as_officer: AsOfficer) -> None:
    with pytest.raises(NotPermitted):
        actions.set_up_duty(
            cast.city, by=cast.hoa, at=MARCH_16, content="A", leads=[cast.finance],
            recurrence=THE_25TH,
        )  # fmt: skip
    with pytest.raises(Refused, match="ít nhất một đơn vị"):
        actions.set_up_duty(
            cast.city, by=cast.lan, at=MARCH_16, content="A", leads=[], recurrence=THE_25TH
        )
    assert as_officer(cast.hoa).get(reverse("planning:set_up_duty")).status_code in (403, 404)


def test_the_office_sees_the_next_dates_while_it_chooses(
    cast: Cast, as_officer: AsOfficer, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    assert cast.construction.pk
    binh = as_officer(cast.binh)
    assert "25/03/2022" in told(binh.get(reverse("planning:set_up_duty")))
    asked = {"every": "week", "weekday": "0", "day": "25", "month": "1", "off_day": "later"}
    assert "21/03/2022" in told(binh.get(reverse("planning:preview_duty"), asked))
    wrong = asked | {"every": "quarter", "month": "9"}
    assert "Chưa tính được" in told(binh.get(reverse("planning:preview_duty"), wrong))
    said = asked | {"content": REPORT, "leads": [cast.construction.pk], "ahead_days": "10"}
    refused = binh.post(reverse("planning:set_up_duty"), said | {"leads": []})
    assert "Hãy chọn ít nhất một đơn vị" in told(refused)
    assert REPORT in told(refused)
    assert binh.post(reverse("planning:set_up_duty"), said).status_code == 302
    duty = RecurringDuty.objects.get()
    give_recurring(five(date(2022, 3, 17)))
    with django_assert_max_num_queries(40):
        page = told(binh.get(reverse("planning:recurring_duty", args=[duty.pk])))
    assert "21/03/2022" in page
    assert "thứ Hai hằng tuần" in told(binh.get(reverse("planning:recurring")))
    assert told(binh.get(reverse("planning:edit_duty", args=[duty.pk])))
    mine = as_officer(cast.hoa)
    assert mine.get(reverse("planning:recurring_duty", args=[duty.pk])).status_code == 200
    assert (
        as_officer(cast.xuan).get(reverse("planning:recurring_duty", args=[duty.pk])).status_code
        == 404
    )
    refused = binh.post(reverse("planning:move_duty", args=[duty.pk, "pause_duty"]), {"reason": ""})
    assert "Hãy nhập lý do" in told(refused)


def test_the_clock_alone_gives_periods(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        actions.give_occurrences(report(cast), by=cast.lan, at=MARCH_16)
