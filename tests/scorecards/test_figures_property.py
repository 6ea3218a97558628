"""Journal, versions and live rows tell one story, and the past stays as it was told.

Random lives of tasks are lived through real moves. The fold over the journal is written here
again, in plain Python with `rules.timeliness`, so that it can disagree with the SQL.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dondoc.agencies import calendars
from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.journal.models import Entry
from dondoc.rules.periods import Period
from dondoc.rules.timeliness import Timeliness, judge
from dondoc.scorecards import queries
from dondoc.tasks import actions
from dondoc.tasks.models import Extension, State, Task
from dondoc.workflow import Refused
from tests.cast import Cast
from tests.scorecards.lives import RESULT, day, give
from tests.scorecards.test_queries import rename

YEAR = Period(date(2022, 3, 1), date(2022, 12, 31))
TASKS = 5
Facts = dict[str, Any]
Deed = Callable[[Cast, Task, datetime], object]


def ask(cast: Cast, task: Task, at: datetime) -> object:
    later = (task.due_on or date(2022, 12, 1)) + timedelta(days=20)
    return actions.ask_extension(task, by=head(cast, task), at=at, reason="Chờ Bộ", due_on=later)


def decide(cast: Cast, task: Task, at: datetime) -> object:
    asked = task.extensions.filter(state=Extension.State.ASKED).first()
    if asked is None:
        return ask(cast, task, at)
    return actions.grant_extension(
        task, by=cast.lan, at=at, extension=asked, due_on=asked.due_on_asked
    )


def toggle_star(cast: Cast, task: Task, at: datetime) -> object:
    deed = actions.unstar if task.starred else actions.star
    return deed(task, by=cast.binh, at=at, reason="Theo chỉ đạo")


def head(cast: Cast, task: Task) -> Any:
    return cast.khoa if task.lead_id == cast.construction.pk else cast.xuan


def elsewhere(cast: Cast, task: Task) -> Agency:
    return cast.finance if task.lead_id == cast.construction.pk else cast.construction


DEEDS: dict[str, Deed] = {
    "accept": lambda c, t, at: actions.accept(t, by=head(c, t), at=at),
    "update": lambda c, t, at: actions.post_update(t, by=head(c, t), at=at, narrative="Đang làm."),
    "submit": lambda c, t, at: actions.submit(
        t, by=head(c, t), at=at, narrative=RESULT, late_reason="Chậm"
    ),
    "return": lambda c, t, at: actions.return_to_assigner(
        t, by=head(c, t), at=at, reason="Không thuộc thẩm quyền"
    ),
    "reassign": lambda c, t, at: actions.reassign(t, by=c.binh, at=at, lead=elsewhere(c, t)),
    "confirm": lambda c, t, at: actions.confirm(t, by=c.binh, at=at),
    "send_back": lambda c, t, at: actions.send_back(t, by=c.binh, at=at, reason="Thiếu phụ lục"),
    "reopen": lambda c, t, at: actions.reopen(t, by=c.binh, at=at, reason="Phát sinh"),
    "suspend": lambda c, t, at: actions.suspend(
        t, by=c.nam, at=at, reason="Chờ Bộ", review_on=day_of(at) + timedelta(days=20)
    ),
    "suspend_longer": lambda c, t, at: actions.suspend_longer(
        t, by=c.nam, at=at, reason="Chờ thêm", review_on=day_of(at) + timedelta(days=40)
    ),
    "resume": lambda c, t, at: actions.resume(t, by=c.nam, at=at),
    "recall": lambda c, t, at: actions.recall(t, by=c.binh, at=at, reason="Trùng"),
    "star": toggle_star,
    "ask": ask,
    "decide": decide,
}
POSSIBLE: dict[str, str] = {
    State.ASSIGNED: "accept update submit return star ask suspend recall",
    State.ACCEPTED: "update submit return star ask decide update submit",
    State.UNDER_WAY: "update submit submit star ask decide suspend update recall",
    State.SUSPENDED: "resume resume suspend_longer resume nothing resume recall",
    State.REWORK: "update submit submit star decide",
    State.RETURNED: "reassign reassign star recall",
    State.SUBMITTED: "confirm confirm send_back star",
    State.DONE: "reopen reopen nothing nothing",
    State.RECALLED: "nothing",
}

LIVE = ("state", "lead_id", "due_at", "soon_at", "submitted_at", "first_updated_at", "starred")
"""The facts by which a task is counted; the journal leaves out what was never set."""

Step = tuple[int, int, int]
STEPS = st.lists(
    st.tuples(st.integers(0, TASKS - 1), st.integers(0, 7), st.integers(1, 6000)),
    min_size=25, max_size=45,
)  # fmt: skip


def live(cast: Cast, tasks: list[Task], steps: Iterable[Step], at: datetime) -> datetime:
    """Each step a deed the task's state allows, some minutes after the one before."""
    for which, choice, minutes in steps:
        at += timedelta(minutes=minutes)
        words = POSSIBLE[tasks[which].state].split()
        deed = DEEDS.get(words[choice % len(words)])
        if deed:
            try:
                deed(cast, tasks[which], at)
            except Refused:
                tasks[which].refresh_from_db()
    return at


def folded(entries: Iterable[Entry], until: datetime) -> list[Facts]:
    """What each task was at the moment, by its journal alone."""
    tasks: dict[int, Facts] = {}
    for entry in entries:
        if entry.recorded_at <= until:
            tasks.setdefault(entry.subject_id, dict.fromkeys(LIVE)).update(entry.now)
    return [
        {n: datetime.fromisoformat(v) if n.endswith("_at") and v else v for n, v in facts.items()}
        for facts in tasks.values()
    ]


CLASSES = {
    Timeliness.NO_DEADLINE: ("open_total", "open_no_deadline"),
    Timeliness.IN_TERM: ("open_total", "open_in_term"),
    Timeliness.DUE_SOON: ("open_total", "open_in_term", "open_due_soon"),
    Timeliness.DUE_TODAY: ("open_total", "open_in_term", "open_due_soon"),
    Timeliness.OVERDUE: ("open_total", "open_overdue"),
    Timeliness.DONE_ON_TIME: ("completed", "completed_on_time"),
    Timeliness.DONE_LATE: ("completed", "completed_late"),
    Timeliness.DONE_NO_DEADLINE: ("completed", "completed_no_deadline"),
}


def counted(tasks: Iterable[Facts], moment: datetime, soon: datetime) -> dict[int, Counter[str]]:
    """The figures of those facts, by unit, as a person would count them."""
    units: dict[int, Counter[str]] = {}
    for task in tasks:
        if task["state"] != State.RECALLED:
            units.setdefault(task["lead_id"], Counter()).update(kinds(task, moment, soon))
    return units


def kinds(task: Facts, moment: datetime, soon: datetime) -> list[str]:
    if task["state"] == State.SUSPENDED:
        return ["suspended"]
    done = task["state"] == State.DONE
    judged = judge(
        task["due_at"], submitted_at=task["submitted_at"], done=done, moment=moment,
        soon_until=soon, soon_at=task["soon_at"],
    ).timeliness  # fmt: skip
    names = ["assigned", *CLASSES[judged]]
    if task["first_updated_at"] or done:
        names.append("updated")
    else:
        names.append("not_updated")
    if task["starred"]:
        names.append("starred")
        if done:
            names.append("starred_completed")
        if judged == Timeliness.DONE_ON_TIME:
            names.append("starred_on_time")
        if judged == Timeliness.OVERDUE:
            names.append("starred_overdue")
    return names


def by_versions(cast: Cast, moment: datetime) -> dict[Any, Counter[str]]:
    tallies = queries.count(cast.city, YEAR, moment)
    return {unit: +Counter(asdict(tally)) for unit, tally in tallies.items()}


def people_take_their_seats(cast: Cast) -> None:
    for _ in (
        cast.city,
        cast.construction,
        cast.finance,
        cast.khoa,
        cast.xuan,
        cast.binh,
        cast.lan,
    ):
        pass


DUES = (date(2022, 3, 5), date(2022, 3, 20), date(2022, 4, 30), None, date(2022, 3, 9))


def five_tasks(cast: Cast) -> list[Task]:
    return [
        give(cast, due=due, at=day(0), lead=(cast.construction, cast.finance)[n % 2])
        for n, due in enumerate(DUES)
    ]


def reorganise(cast: Cast, on: date) -> None:
    """One unit is renamed and moved, another ends."""
    rename(cast.construction, "Sở Xây dựng và Giao thông", on, cast.office)
    cast.finance.forms.update(until_on=on)
    Agency.objects.filter(pk=cast.finance.pk).update(until_on=on)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.reuse, Phase.generate),  # shrinking forty moves takes minutes and tells little
)
@given(first=STEPS, then=STEPS)
def test_three_records_agree_and_the_past_does_not_change(
    cast: Cast, first: list[Step], then: list[Step]
) -> None:
    people_take_their_seats(cast)
    with transaction.atomic():
        tasks = five_tasks(cast)
        then_was = live(cast, tasks, first, day(0))
        past = (day(0) + (then_was - day(0)) / 2, then_was)
        told = [(moment, queries.figures(cast.city, YEAR, moment)) for moment in past]
        now = live(cast, tasks, then, then_was)
        reorganise(cast, (now + timedelta(days=1)).date())

        entries = list(Entry.objects.filter(subject_kind="task").order_by("subject_id", "seq"))
        for moment in (*past, now):
            soon = calendars.soon_until(cast.city, moment)
            assert by_versions(cast, moment) == counted(folded(entries, moment), moment, soon)
        rows = [{name: getattr(task, name) for name in LIVE} for task in Task.objects.all()]
        assert by_versions(cast, now) == counted(rows, now, calendars.soon_until(cast.city, now))
        for moment, figures in told:
            assert queries.figures(cast.city, YEAR, moment) == figures
        transaction.set_rollback(True)
