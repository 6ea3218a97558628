"""What the month's summary tells: each room counts its own, here it is laid out as lists of things.

No figure is made here: results of the programme are those of `planning.outcomes`, the discipline of
the week of `planning.discipline`, readiness of `meetings.queries`, the rest of `remedies.queries`.
"""

from datetime import date, datetime, timedelta
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.database.clock import VIET_NAM, day_of, local
from dondoc.meetings.models import Preparation
from dondoc.meetings.queries import held_between
from dondoc.planning import queries as planning
from dondoc.planning.discipline import CHANGED, judged, weeks_published
from dondoc.planning.models import Programme, ProgrammeItem, Week, WeekEntry
from dondoc.planning.outcomes import Judged, Line, results_of
from dondoc.remedies import accountability
from dondoc.remedies import queries as remedies
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.reports.monthly.figures import Thing, board_rows
from dondoc.rules.named_periods import month_of
from dondoc.rules.programmes import OUTCOME_LABELS
from dondoc.rules.wording import day_short, moment
from dondoc.scorecards.queries import Unit, units_of
from dondoc.tasks.models import Task

Lists = dict[tuple[int, str], list[Thing]]
Rows = list[dict[str, Any]]


def compute(committee: Agency, month: date, as_of: datetime) -> dict[str, Any]:
    """Everything a summary freezes."""
    period = month_of(month)
    units = units_of(committee, period, as_of)
    silent = not_registered(committee, month, as_of) | not_reported(committee, month, as_of)
    return {
        "committee": committee.name,
        "month": period.from_on.isoformat(),
        "as_of": as_of.astimezone(VIET_NAM).isoformat(),
        "boards": {
            "programme": _units(units, programme_results(committee, month, as_of)),
            "week": weeks(committee, month, as_of),
            "meetings": _units(units, meetings_ready(committee, month, as_of), only=True),
            "remedies": _units(units, remedies_of_month(committee, month, as_of)),
            "silent": _units(units, silent, only=True),
            "repeat": _units(units, repeated(committee, month), only=True),
        },
    }


def _units(units: list[Unit], lists: Lists, *, only: bool = False) -> Rows:
    """A row for every scored unit and any other that has something; `only` those with something."""
    told = {key for key, _ in lists}
    names = [(unit.pk, unit.name, "") for unit in units if not only or unit.pk in told]
    others = told - {unit.pk for unit in units}
    more = Agency.objects.filter(pk__in=others).order_by("name", "pk").values_list("pk", "name")
    return board_rows([*names, *((pk, name, "") for pk, name in more)], lists)


def _put(lists: Lists, unit: int, column: str, thing: Thing) -> None:
    lists.setdefault((unit, column), []).append(thing)


def programme_of(committee: Agency, month: date) -> Programme | None:
    """The programme of the month."""
    months = Programme.objects.filter(committee=committee, period=Programme.Period.MONTH)
    return months.filter(from_on=month_of(month).from_on).first()


PROGRAMME: dict[str, tuple[str, ...]] = {
    "approved": ("counted",), "done": ("done",), "late": ("done_late",),
    "not_done": ("waiting", "under_way", "overdue", "not_done"), "poor": ("poor",),
    "moved": ("moved", "dropped"),
}  # fmt: skip
"""Columns of the table, and the counts of R12 each of them shows."""


def programme_results(committee: Agency, month: date, as_of: datetime) -> Lists:
    """R12 of the month's programme: done of what was approved, net of what was moved in time."""
    lists, programme = Lists(), programme_of(committee, month)
    if programme is None:
        return lists
    results = results_of(programme, as_of)
    codes = _codes(results.judged)
    for line in results.units:
        for column, counts in PROGRAMME.items():
            for one in _behind(line, counts):
                _put(lists, line.key, column, _item(one, codes))
        for task in line.unregistered:
            _put(lists, line.key, "extra", _task(task))
    return lists


def _behind(line: Line, counts: tuple[str, ...]) -> list[Judged]:
    return [one for one in line.judged if one.counts.intersection(counts)]


def _codes(items: list[Judged]) -> dict[int, str]:
    tasks = Task.objects.filter(pk__in=[one.item.task_id for one in items if one.item.task_id])
    return dict(tasks.values_list("pk", "code"))


def _item(one: Judged, codes: dict[int, str]) -> Thing:
    item: ProgrammeItem = one.item
    words = _flat(item.content) + (" (trọng tâm)" if item.focal else "")
    note = f"hạn {day_short(item.due_on)}, {OUTCOME_LABELS[one.outcome].lower()}"
    said = f"{note}: {one.reason}" if one.reason else note
    return Thing(words, item.unit.name, said, codes.get(item.task_id or 0, ""))


def _task(task: Task) -> Thing:
    done = f"xong {day_short(day_of(task.submitted_at))}" if task.submitted_at else ""
    return Thing(_flat(task.content), task.lead.name, done, task.code)


def _flat(words: str) -> str:
    return " ".join(words.split())


def weeks(committee: Agency, month: date, as_of: datetime) -> Rows:
    """Each week that begins in the month: decided in time? what was late, added, changed after."""
    period, lists = month_of(month), Lists()
    found = weeks_published(committee, period.from_on, period.to_on, as_of)
    for week in found.all:
        if week in found.late or (week in found.unpublished and as_of > week.closes_at):
            _put(lists, week.pk, "late_week", Thing(str(week), note=_decided(week, as_of)))
    last = period.to_on + timedelta(days=6)
    begun = {week.pk for week in found.all}
    for entry, counts in judged(committee, period.from_on, last, as_of):
        if entry.week_id in begun:
            _put_entry(lists, entry, counts)
    return board_rows([(one.pk, str(one), _decided(one, as_of)) for one in found.all], lists)


def _decided(week: Week, as_of: datetime) -> str:
    """What is said of the week: when it was decided, and by when it should have been."""
    due = f"hạn {moment(local(week.closes_at))}"
    if week.decided_at is None or week.decided_at > as_of:
        return f"chưa ban hành, {due}" if as_of > week.closes_at else f"chưa đến hạn, {due}"
    said = f"ban hành {moment(local(week.decided_at))}"
    return f"muộn, {said}, {due}" if week.is_late else f"đúng hạn, {said}"


def _put_entry(lists: Lists, entry: WeekEntry, counts: frozenset[str]) -> None:
    unit = entry.unit.name
    words = f"{day_short(entry.on)}: {_flat(entry.content)}"
    _put(lists, entry.week_id, "entries", Thing(words, unit))
    if "late" in counts:
        told = f"đề xuất {moment(local(entry.proposed_at))}"
        _put(lists, entry.week_id, "late_entries", Thing(words, unit, told))
    if "added" in counts and entry.added_at:
        told = f"bổ sung {moment(local(entry.added_at))}"
        _put(lists, entry.week_id, "added", Thing(words, unit, told))
    if counts.intersection(CHANGED) and entry.changed_at:
        told = f"{entry.get_change_display().lower()} {moment(local(entry.changed_at))}"
        _put(lists, entry.week_id, "changed", Thing(words, unit, told))


def meetings_ready(committee: Agency, month: date, as_of: datetime) -> Lists:
    """Meetings of the month up to the moment; ready when each thing was done by its day."""
    period, lists = month_of(month), Lists()
    until = min(period.ends_at, as_of)
    for meeting, missed in held_between(committee, period.starts_at, until):
        said = "; ".join(sorted(_missed(one) for one in missed))
        words = f"{day_short(meeting.day)}: {meeting.title}"
        thing = Thing(words, meeting.lead.name, said or "chuẩn bị đúng hạn")
        _put(lists, meeting.lead_id, "held", thing)
        _put(lists, meeting.lead_id, "unready" if missed else "ready", thing)
    return lists


def _missed(one: Preparation) -> str:
    done = f"xong {day_short(day_of(one.done_at))}" if one.done_at else "chưa xong"
    return f"{one} {done}, hạn {day_short(one.due_on)}"


REMEDIES: dict[str, tuple[str, ...]] = {
    "called": remedies.STANDING, "closed": ("closed",), "reported": ("reported",),
    "promised": ("promised",), "waiting": ("waiting",), "granted": ("granted",),
}  # fmt: skip


def remedies_of_month(committee: Agency, month: date, as_of: datetime) -> Lists:
    """What was late; what had to be put right, also left from earlier months, and its end."""
    period, lists = month_of(month), Lists()
    for unit, told in accountability.book(committee, period, as_of).by_unit.items():
        for line in told.only("late"):
            _put(lists, unit, "late", _line(line))
    for unit, figures in remedies.month_figures(committee, period.from_on, as_of).items():
        for column, counts in REMEDIES.items():
            for one in figures.behind(*counts):
                _put(lists, unit, column, _granted(one) if column == "granted" else _remedy(one))
    return lists


def _line(line: accountability.Line) -> Thing:
    item = line.item
    due = f"hạn {day_short(item.due_on)}, " if item.due_on else ""
    return Thing(_flat(item.task.content), "", f"{due}chậm {line.days} ngày trong tháng", item.code)


def _remedy(one: Remedy) -> Thing:
    parts = [one.get_ground_display(), one.get_cause_display() if one.cause else "chưa nêu lý do"]
    if one.commit_on:
        parts.append(f"cam kết {day_short(one.commit_on)}")
    return Thing(
        _flat(one.what), one.unit.name, "; ".join(parts), one.task.code if one.task else ""
    )


def _granted(one: Remedy) -> Thing:
    cause, thing = one.excuse, _remedy(one)
    assert cause is not None  # counted as granted
    who = cause.decided_by.name if cause.decided_by else ""
    return Thing(thing.words, thing.unit, f"{cause.reason} ({who} công nhận)", thing.code)


def not_registered(committee: Agency, month: date, as_of: datetime) -> Lists:
    """Who has not registered for the next month, or did so after the day; nothing before it."""
    lists = Lists()
    programme = remedies.programme_after(committee, month_of(month).from_on)
    if programme is None or day_of(as_of) <= programme.register_by:
        return lists
    due = f"hạn {day_short(programme.register_by)}"
    for unit in planning.silent_units(programme, as_of):
        thing = Thing(f"Chưa đăng ký {programme}", unit.name, due)
        _put(lists, unit.pk, "not_registered", thing)
    for word in planning.spoken_units(programme):
        if word.is_late and word.sent_at <= as_of:
            note = f"gửi {moment(local(word.sent_at))}, {due}"
            thing = Thing(str(programme), word.unit.name, note)
            _put(lists, word.unit_id, "late_registered", thing)
    return lists


def not_reported(committee: Agency, month: date, as_of: datetime) -> Lists:
    """Who has not signed the report of remedies, or did so after its day; nothing before it."""
    lists, first = Lists(), month_of(month).from_on
    for report in remedies.who_has_not_reported(committee, first, as_of):
        if report.due_on < day_of(as_of):
            thing = _report(report, f"hạn {day_short(report.due_on)}")
            _put(lists, report.unit_id, "not_reported", thing)
    for report in remedies.reported_late(committee, first, as_of):
        if report.signed_at:
            note = f"ký {moment(local(report.signed_at))}, hạn {day_short(report.due_on)}"
            _put(lists, report.unit_id, "late_reported", _report(report, note))
    return lists


def _report(report: RemedyReport, note: str) -> Thing:
    return Thing(str(report), report.unit.name, note)


def repeated(committee: Agency, month: date) -> Lists:
    """What came again in the last three months: causes, tasks, people of each unit."""
    lists, again = Lists(), remedies.repeats(committee, month_of(month).from_on)
    for unit, cause, months in again.causes:
        said = ", ".join(f"tháng {one.month}/{one.year}" for one in months)
        _put(lists, unit.pk, "causes", Thing(cause, unit.name, said))
    for task, times in again.tasks:
        thing = Thing(_flat(task.content), task.lead.name, f"{times} lần", task.code)
        _put(lists, task.lead_id, "tasks", thing)
    for person, times in again.persons:
        thing = Thing(f"{person.name}, {person.title}", person.agency.name, f"{times} lần")
        _put(lists, person.agency_id, "people", thing)
    return lists
