"""Whom to criticise, ask or commend: by the committee's numbers, with the reason in words."""

from typing import Any

import pytest

from dondoc.rules.judging import Case, Kind, Thresholds, judge_units, moved
from dondoc.rules.scoring import Tally

LIMITS = Thresholds()


def tally(assigned: int, completed: int, updated: int | None = None, **more: Any) -> Tally:
    told = completed if updated is None else updated
    open_total = assigned - completed
    overdue = more.get("open_overdue", 0)
    return Tally(
        assigned=assigned, completed=completed, completed_on_time=completed, updated=told,
        open_total=open_total, open_in_term=open_total - overdue, not_updated=assigned - told,
        **more,
    )  # fmt: skip


def kinds(*cases: Case, limits: Thresholds = LIMITS) -> list[tuple[str, int]]:
    return [(finding.kind, finding.unit) for finding in judge_units(cases, limits)]


def test_a_district_far_behind_is_criticised_with_its_figures() -> None:
    (finding,) = judge_units([Case(1, tally(171, 50, 51))], LIMITS)
    assert finding.kind is Kind.CRITICISM
    assert finding.reasons == (
        "tỉ lệ hoàn thành nhiệm vụ 29,24% (50/171)",
        "tỉ lệ cập nhật tình hình 29,82% (51/171)",
    )
    assert finding.figures == {"completion": "29,24% (50/171)", "update": "29,82% (51/171)"}


def test_without_improvement_and_criticised_before_both_are_said() -> None:
    where = "Công văn số 02/UBND-KSTT ngày 05 tháng 01 năm 2022"
    case = Case(1, tally(171, 50, 51), tally(22, 7, 9), where)
    (finding,) = judge_units([case], LIMITS)
    assert (finding.no_improvement, finding.repeated) == (True, True)
    assert finding.reasons[2:] == (
        "không có chuyển biến tích cực: kỳ trước 31,82% (7/22), kỳ này giảm 2,58 điểm",
        f"đã bị phê bình tại {where}",
    )


@pytest.mark.parametrize(
    ("assigned", "completed", "updated", "kind"),
    [
        (100, 49, 80, Kind.CRITICISM),
        (100, 50, 80, Kind.REQUEST),
        (100, 50, 50, Kind.REQUEST),
        (100, 59, 80, Kind.REQUEST),
        (100, 60, 80, None),
        (10000, 8999, 9000, None),
        (100, 90, 95, Kind.COMMENDATION),
        (4, 0, 0, None),
        (5, 0, 0, Kind.CRITICISM),
    ],
)
def test_every_threshold_on_both_sides(
    assigned: int, completed: int, updated: int, kind: Kind | None
) -> None:
    case = Case(7, tally(assigned, completed, max(updated, completed)))
    assert kinds(case) == ([(kind, 7)] if kind else [])


def test_keeping_silent_is_criticised_though_work_is_done() -> None:
    limits = Thresholds(criticise_update_below=80)
    assert kinds(Case(1, tally(100, 70, 79)), limits=limits) == [(Kind.CRITICISM, 1)]


def test_a_request_becomes_a_criticism_only_for_those_criticised_who_stand_still() -> None:
    still, better = tally(100, 54, 60), tally(100, 40, 60)
    assert kinds(Case(1, still, still)) == [(Kind.REQUEST, 1)]
    assert kinds(Case(1, still, still, "Công văn số 1")) == [(Kind.CRITICISM, 1)]
    assert kinds(Case(1, still, better, "Công văn số 1")) == [(Kind.REQUEST, 1)]


def test_nobody_is_commended_while_a_starred_task_is_overdue() -> None:
    late = tally(100, 95, 99, starred=3, starred_overdue=1, open_overdue=1)
    assert kinds(Case(1, late), Case(2, tally(100, 95, 99))) == [(Kind.COMMENDATION, 2)]


def test_the_worst_stands_first_and_the_best_leads_the_commended() -> None:
    cases = [Case(n, tally(100, done)) for n, done in enumerate((95, 40, 55, 30, 91, 99), 1)]
    assert kinds(*cases) == [
        (Kind.CRITICISM, 4), (Kind.CRITICISM, 2), (Kind.REQUEST, 3),
        (Kind.COMMENDATION, 6), (Kind.COMMENDATION, 1), (Kind.COMMENDATION, 5),
    ]  # fmt: skip


def test_changes_are_said_in_words() -> None:
    said = [moved(n) for n in (125, -258, 0, None)]
    assert said == ["tăng 1,25 điểm", "giảm 2,58 điểm", "không đổi", "–"]
