"""Whatever people do: the duty is idempotent, counts are lists, what is closed is proved."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.agencies.models import Officer
from dondoc.remedies import actions, board, queries
from dondoc.remedies.calling import call_remedies
from dondoc.remedies.models import Remedy
from dondoc.rules.remedies import month_of, next_month
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.remedies.stage import DONE, HOW, WHY
from tests.scorecards.lives import give

BEGIN = datetime(2022, 3, 1, 2, tzinfo=UTC)
MOVES = (
    "promise", "report_result", "return_promise", "return_result", "confirm_result", "submit",
    "send_back", "confirm", "ask_objective", "call", "call", "wait",
)  # fmt: skip
LIVES = st.lists(
    st.tuples(st.sampled_from(MOVES), st.integers(0, 3), st.integers(0, 9)), max_size=30
)


def live(cast: Cast, life: list[tuple[str, int, int]]) -> datetime:
    """Random people do random things to two units' tasks; what may not be done is refused."""
    dues = (date(2022, 3, 4), date(2022, 3, 20), date(2022, 4, 10))
    given_tasks = [give(cast, due, lead=unit) for unit in (cast.construction, cast.finance)
                   for due in dues]  # fmt: skip
    people = (cast.khoa, cast.xuan, cast.binh, cast.lan)
    at = BEGIN
    for verb, who, days in life:
        at += timedelta(days=days)
        if verb == "call":
            call_remedies(at)
        for subject in (*given_tasks, *Remedy.objects.select_related("task", "unit")):
            try:
                with transaction.atomic():
                    _do(verb, subject, people[who], at)
            except Refused:
                continue
    call_remedies(at)
    return at


def _do(verb: str, subject: Any, by: Officer, at: datetime) -> None:
    said: dict[str, Any] = {
        "promise": {"cause": "staff", "cause_told": WHY, "solution": HOW, "person": by,
                    "commit_on": at.date() + timedelta(days=5)},
        "report_result": {"result": DONE, "cause": "law", "cause_told": WHY},
        "return_promise": {"reason": "Thiếu"}, "return_result": {"reason": "Thiếu"},
        "send_back": {"reason": "Thiếu"}, "ask_objective": {"reason": "Chờ Bộ"},
        "submit": {"narrative": DONE, "late_reason": WHY},
    }.get(verb, {})  # fmt: skip
    room = tasks if isinstance(subject, Task) else actions
    deed = getattr(room, verb, None)
    if deed is None or verb == "call":
        return
    subject.refresh_from_db()
    deed(subject, by=by, at=at, **said)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life=LIVES)
def test_random_lives(cast: Cast, life: list[tuple[str, int, int]]) -> None:
    assert all((cast.khoa, cast.xuan, cast.binh, cast.lan))  # they outlive each life
    with transaction.atomic():
        at = live(cast, life)
        assert call_remedies(at) == 0
        assert call_remedies(at + timedelta(hours=3)) == 0
        _one_for_a_task_ground_and_month()
        _closed_is_proved()
        for month in (date(2022, 3, 1), month_of(at.date()), next_month(month_of(at.date()))):
            _counts_are_lists(cast, month, at)
        transaction.set_rollback(True)


def _one_for_a_task_ground_and_month() -> None:
    rows = list(Remedy.objects.values_list("task", "ground", "month"))
    assert len(rows) == len(set(rows))
    running = list(Remedy.objects.all().open().values_list("task", "ground"))
    assert len(running) == len(set(running))


def _closed_is_proved() -> None:
    for one in Remedy.objects.filter(state="closed").select_related("closed_by", "task"):
        assert one.result
        assert one.closed_by
        assert one.closed_by.agency_id != one.unit_id
        assert one.cause


def _counts_are_lists(cast: Cast, month: date, at: datetime) -> None:
    figures = queries.month_figures(cast.city, month, at)
    for reader in (cast.binh, cast.khoa):
        seen = Remedy.objects.on_board_of(reader)
        asked = board.BoardFilter(month)
        columns = board.columns(seen, asked, "/remedies/")
        for column in columns:
            said = QueryDict(column.href.partition("?")[2])
            listed = board.BoardFilter.asked(said, at).apply(seen)
            assert column.count == listed.count()
            assert set(column.rows) <= set(listed)
        units = {cast.construction.pk} if reader == cast.khoa else set(figures)
        assert sum(column.count for column in columns) == sum(figures[u].all for u in units)
        assert [column.count for column in columns] == [
            sum(figures[u].count(name) for u in units)
            for name in ("waiting", "promised", "reported", "closed")
        ]
    for one in figures.values():
        assert one.all == one.open + one.count("closed")
