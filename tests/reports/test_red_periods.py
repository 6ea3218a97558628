"""Red is remembered: named twice in a row, criticised; three times, asked to come."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import CommitteeRules, Officer
from dondoc.reports import actions
from dondoc.reports.actions.papers import findings_of
from dondoc.reports.models import Finding, Report
from dondoc.reports.red_periods import streaks, summoned
from dondoc.rules.judging import Case, Kind, Thresholds, judge_units
from dondoc.rules.ladder import DEFAULT
from dondoc.rules.periods import Period
from dondoc.rules.scoring import Tally
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.urging.actions import set_ladder
from tests.cast import Cast
from tests.reports.stage import RESULT

pytestmark = pytest.mark.usefixtures("files")
SignIn = Callable[[Officer], Client]
ENDS = (date(2022, 3, 15), date(2022, 3, 31), date(2022, 4, 30))


def evening(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def told(cast: Cast, n: int, *, issue: bool = True) -> Report:
    """The report of the n-th period, cumulative from the new year on as is the custom."""
    period = Period(date(2022, 1, 1), ENDS[n])
    at = evening(ENDS[n])
    report = actions.draw_up(cast.city, by=cast.binh, at=at, period=period, as_of=at)
    if issue:
        actions.issue_report(report, by=cast.lan, at=at)
    return report


def kinds(report: Report) -> dict[str, str]:
    names = {line.pk: line.name for line in report.counted.units}
    return {names[one.unit]: str(one.kind) for one in findings_of(report)}


def test_named_in_two_periods_running_is_proposed_for_criticism(lived: Cast) -> None:
    first = told(lived, 0)
    assert kinds(first)["Sở Tài chính"] == Kind.REQUEST
    second = told(lived, 1)
    assert kinds(second)["Sở Tài chính"] == Kind.CRITICISM
    dispatch = actions.draft_dispatch(second, by=lived.binh, at=evening(ENDS[1]))
    finding = dispatch.findings.get(unit=lived.finance)
    assert finding.kind == Finding.Kind.CRITICISM
    assert "bị nêu chậm 2 kỳ báo cáo liên tiếp" in finding.words
    assert "bị nêu chậm 2 kỳ báo cáo liên tiếp" in finding.reasons
    proposals = second.part("proposals")
    assert proposals
    assert "Phê bình UBND quận Liên Chiểu, Sở Tài chính" in proposals["text"]


def test_who_was_spared_by_the_dispatch_was_not_named(lived: Cast) -> None:
    first = told(lived, 0)
    dispatch = actions.draft_dispatch(first, by=lived.binh, at=evening(ENDS[0]))
    for one in dispatch.findings.all():
        spared = one.unit_id == lived.finance.pk
        decision = Finding.Decision.DROPPED if spared else Finding.Decision.ACCEPTED
        actions.decide_finding(
            dispatch, by=lived.binh, at=evening(ENDS[0]), finding=one, decision=decision
        )
    actions.issue_dispatch(dispatch, by=lived.nam, at=evening(ENDS[0]), signer=lived.nam)
    assert kinds(told(lived, 1))["Sở Tài chính"] == Kind.REQUEST


def test_a_period_in_the_green_breaks_the_row(lived: Cast) -> None:
    told(lived, 0)
    between = evening(date(2022, 3, 20))
    for task in Task.objects.filter(lead=lived.finance).exclude(state="done"):
        tasks.submit(task, by=lived.xuan, at=between, narrative=RESULT, late_reason="Chậm")
        tasks.confirm(task, by=lived.binh, at=between)
    told(lived, 1)
    red = streaks(lived.city)
    assert lived.finance.pk not in red
    assert len(red[lived.district.pk]) == 2


def test_two_reports_to_the_same_day_are_one_period(lived: Cast) -> None:
    told(lived, 0)
    told(lived, 0)
    assert len(streaks(lived.city)[lived.district.pk]) == 1


def test_three_periods_in_red_make_the_list_of_those_asked_to_come(
    lived: Cast, as_officer: SignIn
) -> None:
    told(lived, 0)
    told(lived, 1)
    assert summoned(lived.lan, lived.city) == []
    last = told(lived, 2)
    rows = summoned(lived.lan, lived.city)
    assert [(one.name, len(one.periods)) for one in rows] == [
        ("Sở Tài chính", 3), ("UBND quận Liên Chiểu", 3),
    ]  # fmt: skip
    for officer in (lived.lan, lived.binh, lived.nam, lived.dung):
        page = as_officer(officer).get(reverse("reports:summons")).content.decode()
        assert "3 kỳ liên tiếp" in page
        behind = reverse("reports:behind", args=[last.pk, lived.district.pk, "open_overdue"])
        assert behind in page
        codes = as_officer(officer).get(behind).content.decode()
        assert codes.count("DN-2022-") >= 5
    for officer in (lived.hoa, lived.xuan, lived.minh):
        answer = as_officer(officer).get(reverse("reports:summons"))
        assert "Sở Tài chính" not in answer.content.decode()


def test_the_leader_finds_it_under_what_he_must_decide(
    lived: Cast, as_officer: SignIn, at: datetime
) -> None:
    before = as_officer(lived.nam).get(reverse("scorecards:leader")).content.decode()
    assert "Mời làm việc" not in before
    for n in range(3):
        told(lived, n)
    page = as_officer(lived.nam).get(reverse("scorecards:leader")).content.decode()
    assert "Mời làm việc 2 đơn vị bị nêu chậm từ 3 kỳ liên tiếp" in page
    assert reverse("reports:summons") in page


def test_the_committee_sets_after_how_many_periods_or_turns_the_step_off(lived: Cast) -> None:
    CommitteeRules.objects.create(
        committee=lived.city, red_periods_to_criticise=3, red_periods_to_summon=2
    )
    told(lived, 0)
    second = told(lived, 1)
    assert kinds(second)["Sở Tài chính"] == Kind.REQUEST
    assert len(summoned(lived.lan, lived.city)) == 2
    off = [replace(one, active=one.key != "repeated.summons") for one in DEFAULT]
    set_ladder(lived.city, by=lived.lan, at=evening(ENDS[1]), steps=off)
    assert summoned(lived.lan, lived.city) == []


def test_the_list_asks_few_questions_however_many_reports(
    lived: Cast, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    for n in range(3):
        told(lived, n)
    client = as_officer(lived.nam)
    client.get(reverse("reports:summons"))
    with django_assert_max_num_queries(24):
        client.get(reverse("reports:summons"))


def test_what_was_issued_before_stays_as_it_was(lived: Cast) -> None:
    first = told(lived, 0)
    was = (first.sha256, first.parts)
    told(lived, 1)
    first.refresh_from_db()
    assert (first.sha256, first.parts) == was


def test_the_rule_counts_the_period_at_hand() -> None:
    low = Tally(
        assigned=20, completed=11, completed_on_time=11, open_total=9, open_in_term=9, updated=20
    )
    limits = Thresholds(red_periods=3)
    for before, kind in ((0, Kind.REQUEST), (1, Kind.REQUEST), (2, Kind.CRITICISM)):
        (found,) = judge_units([Case(1, low, red_before=before)], limits)
        assert found.kind == kind
    never = Thresholds(red_periods=0)
    assert judge_units([Case(1, low, red_before=9)], never)[0].kind == Kind.REQUEST
