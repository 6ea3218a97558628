"""What the month's summary counts, one narrow function a subject, each as lists of things."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q

from dondoc.agencies.calendars import calendar_of
from dondoc.agencies.models import Agency, CommitteeRules
from dondoc.database.clock import VIET_NAM, day_of, local
from dondoc.journal.models import Entry
from dondoc.meetings.models import Meeting, Preparation
from dondoc.planning.models import Programme, ProgrammeItem, Registration, Week, WeekEntry
from dondoc.remedies import accountability
from dondoc.remedies.models import InspectionFinding, ObjectiveCause, Remedy, RemedyReport
from dondoc.reports.monthly.figures import Thing, board_rows
from dondoc.rules.named_periods import month_of
from dondoc.rules.wording import day_short, moment
from dondoc.scorecards.queries import Unit, units_of
from dondoc.tasks.models import State, TaskVersion

Lists = dict[tuple[int, str], list[Thing]]
Rows = list[dict[str, Any]]


def compute(committee: Agency, month: date, as_of: datetime) -> dict[str, Any]:
    """Everything a summary freezes."""
    period = month_of(month)
    units = units_of(committee, period, as_of)
    now = accountability.book(committee, period, as_of)
    before = accountability.book(committee, period.previous(), as_of)
    silent = not_registered(committee, month, as_of, units)
    for key, things in not_reported(committee, month, as_of, units).items():
        silent.setdefault(key, []).extend(things)
    return {
        "committee": committee.name,
        "month": period.from_on.isoformat(),
        "as_of": as_of.astimezone(VIET_NAM).isoformat(),
        "boards": {
            "programme": _units(units, programme_results(committee, month, as_of)),
            "week": week_discipline(committee, month, as_of),
            "meetings": _units(units, meetings_ready(committee, month, as_of), only=True),
            "remedies": _units(units, remedies_of_month(committee, month, now)),
            "silent": _units(units, silent, only=True),
            "repeat": _units(units, repeat_offenders(now, before), only=True),
        },
    }


def _units(units: list[Unit], lists: Lists, *, only: bool = False) -> Rows:
    """A row for every scored unit and any other that has something; `only` those with something."""
    told = {key for key, _ in lists}
    names = [(unit.pk, unit.name, "") for unit in units if not only or unit.pk in told]
    others = told - {unit.pk for unit in units}
    more = Agency.objects.filter(pk__in=others).order_by("name", "pk").values_list("pk", "name")
    return board_rows([*names, *((pk, name, "") for pk, name in more)], lists)


def _put(lists: Lists, unit: int | None, column: str, thing: Thing) -> None:
    lists.setdefault((unit or 0, column), []).append(thing)


def programme_results(committee: Agency, month: date, as_of: datetime) -> Lists:
    """R12 of the month's programme: done of what was approved, net of what was moved in time."""
    period, lists = month_of(month), Lists()
    items = ProgrammeItem.objects.filter(
        programme__committee=committee, programme__period=Programme.Period.MONTH,
        programme__from_on=period.from_on,
    ).select_related("unit", "task")  # fmt: skip
    found = list(items.order_by("unit__name", "place", "pk"))
    facts = _versions((item.task_id for item in found if item.task_id), as_of)
    poor = _poor(found, as_of)
    for item in found:
        version = facts.get(item.task_id or 0)
        thing = _item(item, version)
        if item.state in (ProgrammeItem.State.MOVED, ProgrammeItem.State.DROPPED):
            _put(lists, item.unit_id, "moved", thing)
        if item.state != ProgrammeItem.State.APPROVED:
            continue
        _put(lists, item.unit_id, "approved", thing)
        done = version is not None and version.state == State.DONE
        _put(lists, item.unit_id, "done" if done else "not_done", thing)
        if done and version is not None and accountability.is_late(version, as_of):
            _put(lists, item.unit_id, "late", thing)
        if item.pk in poor:
            _put(lists, item.unit_id, "poor", thing)
    _extra(committee, month, as_of, lists)
    return lists


def _versions(ids: Iterable[int], as_of: datetime) -> dict[int, TaskVersion]:
    found = TaskVersion.objects.as_of(as_of).filter(task_id__in=list(ids))
    return {version.task_id: version for version in found}


def _item(item: ProgrammeItem, version: TaskVersion | None) -> Thing:
    note = f"hạn {day_short(item.due_on)}"
    if version is not None and version.submitted_at:
        done = "xong" if version.state == State.DONE else "chờ xác nhận, trình"
        note += f", {done} {day_short(day_of(version.submitted_at))}"
    words = " ".join(item.content.split()) + (" (trọng tâm)" if item.focal else "")
    return Thing(words, item.unit.name, note, item.task.code if item.task else "")


def _poor(items: list[ProgrammeItem], as_of: datetime) -> set[int]:
    """Items whose result was sent back, or that an inspection found wanting."""
    by_task = {item.task_id: item.pk for item in items if item.task_id}
    sent = Entry.objects.filter(
        subject_kind="task", subject_id__in=by_task, verb="task.send_back", recorded_at__lte=as_of
    )
    poor = {by_task[task] for task in sent.values_list("subject_id", flat=True)}
    own = Q(item__in=items) | Q(task__in=by_task)
    for item, task in InspectionFinding.objects.filter(own, poor=True).values_list("item", "task"):
        poor.add(item or by_task[task])
    return poor


def _extra(committee: Agency, month: date, as_of: datetime, lists: Lists) -> None:
    """Done in the month though no programme ever had it."""
    period = month_of(month)
    done = TaskVersion.objects.as_of(as_of).filter(
        issuer=committee, state=State.DONE, confirmed_at__gte=period.starts_at,
        confirmed_at__lt=period.ends_at,
    )  # fmt: skip
    registered = ProgrammeItem.objects.filter(task__isnull=False).values("task")
    free = done.exclude(task__in=registered).select_related("task", "lead")
    for version in free.order_by("task__code"):
        note = f"xong {day_short(day_of(version.submitted_at))}" if version.submitted_at else ""
        _put(lists, version.lead_id, "extra", _task(version, note))


def _task(version: TaskVersion, note: str) -> Thing:
    words = " ".join(version.task.content.split())
    return Thing(words, version.lead.name, note, version.task.code)


def week_discipline(committee: Agency, month: date, as_of: datetime) -> Rows:
    """Each week of the month: decided in time? what was proposed late, added, changed after."""
    period = month_of(month)
    mondays = Week.objects.filter(
        committee=committee, monday__gte=period.from_on, monday__lte=period.to_on
    )
    lists, names = Lists(), []
    for week in mondays.order_by("monday"):
        due = week_deadline(committee, week.monday)
        names.append((week.pk, str(week), _week(week, due, as_of, lists)))
        entries = week.entries.filter(proposed_at__lte=as_of).select_related("preparing")
        for entry in entries.order_by("on", "starts_at", "pk"):
            _entry(week, entry, due, as_of, lists)
    return board_rows(names, lists)


def week_deadline(committee: Agency, monday: date) -> datetime:
    """When next week's schedule is decided at the latest; earlier when that day is off."""
    rules = CommitteeRules.of(committee)
    day = monday - timedelta(days=7 - rules.week_decided_weekday)
    day = calendar_of(committee).previous_working(day)
    return datetime.combine(day, time(rules.week_decided_hour), VIET_NAM)


def _week(week: Week, due: datetime, as_of: datetime, lists: Lists) -> str:
    """What is said of the week, and its place among the late ones."""
    decided = week.decided_at if week.decided_at and week.decided_at <= as_of else None
    said = f"hạn {moment(local(due))}"
    if decided and decided <= due:
        return f"đúng hạn, ban hành {moment(local(decided))}"
    if decided:
        said = f"muộn, ban hành {moment(local(decided))}, {said}"
    elif as_of <= due:
        return f"chưa đến hạn, {said}"
    else:
        said = f"chưa ban hành, {said}"
    _put(lists, week.pk, "late_week", Thing(str(week), note=said))
    return said


AFTER = {
    WeekEntry.Change.ADDED: "added", WeekEntry.Change.RESCHEDULED: "changed",
    WeekEntry.Change.POSTPONED: "changed", WeekEntry.Change.CANCELLED: "changed",
}  # fmt: skip


def _entry(week: Week, entry: WeekEntry, due: datetime, as_of: datetime, lists: Lists) -> None:
    unit = entry.preparing.name if entry.preparing else ""
    words = f"{day_short(entry.on)}: {' '.join(entry.content.split())}"
    if entry.state in WeekEntry.STANDING:
        _put(lists, week.pk, "entries", Thing(words, unit))
    if entry.proposed_at > due:
        told = f"đề xuất {moment(local(entry.proposed_at))}"
        _put(lists, week.pk, "late_entries", Thing(words, unit, told))
    if entry.change and entry.changed_at and entry.changed_at <= as_of:
        told = f"{entry.get_change_display().lower()} {moment(local(entry.changed_at))}"
        column = AFTER[WeekEntry.Change(entry.change)]
        _put(lists, week.pk, column, Thing(words, unit, told))


def meetings_ready(committee: Agency, month: date, as_of: datetime) -> Lists:
    """Meetings of the month up to the moment; ready when each thing was done by its day."""
    period, lists = month_of(month), Lists()
    meetings = Meeting.objects.filter(
        committee=committee, starts_at__gte=period.starts_at,
        starts_at__lt=min(period.ends_at, as_of),
    ).exclude(state=Meeting.State.CANCELLED)  # fmt: skip
    for meeting in (
        meetings.select_related("lead").prefetch_related("preparations").order_by("starts_at", "pk")
    ):
        missed = [one for one in meeting.preparations.all() if not _was_ready(one)]
        said = "; ".join(sorted(_missed(one) for one in missed))
        words = f"{day_short(meeting.day)}: {meeting.title}"
        thing = Thing(words, meeting.lead.name, said or "chuẩn bị đúng hạn")
        _put(lists, meeting.lead_id, "held", thing)
        _put(lists, meeting.lead_id, "unready" if missed else "ready", thing)
    return lists


def _was_ready(one: Preparation) -> bool:
    return one.done_at is not None and day_of(one.done_at) <= one.due_on


def _missed(one: Preparation) -> str:
    done = f"xong {day_short(day_of(one.done_at))}" if one.done_at else "chưa xong"
    return f"{one} {done}, hạn {day_short(one.due_on)}"


STATES = {
    Remedy.State.CALLED: "waiting", Remedy.State.PROMISED: "promised",
    Remedy.State.REPORTED: "reported", Remedy.State.CLOSED: "closed",
}  # fmt: skip


def remedies_of_month(committee: Agency, month: date, now: accountability.Book) -> Lists:
    """What was late; what had to be put right, also left from earlier months, and its end."""
    lists = Lists()
    for unit, told in now.by_unit.items():
        for line in told.only("late"):
            _put(lists, unit, "late", _line(line))
    period = month_of(month)
    left = Q(closed_at__isnull=True) | Q(closed_at__gte=period.starts_at)
    remedies = Remedy.objects.filter(
        Q(month=period.from_on) | Q(left, month__lt=period.from_on),
        committee=committee, called_at__lte=now.as_of,
    )  # fmt: skip
    related = ("unit", "task", "item", "finding", "objective", "objective__decided_by__user")
    for one in remedies.select_related(*related).order_by("unit__name", "pk"):
        thing = _remedy(one)
        _put(lists, one.unit_id, "called", thing)
        _put(lists, one.unit_id, _stood(one, now.as_of), thing)
        cause = getattr(one, "objective", None)
        if cause and cause.state == ObjectiveCause.State.GRANTED:
            who = cause.decided_by.name if cause.decided_by else ""
            _put(
                lists, one.unit_id, "granted",
                Thing(thing.words, thing.unit, f"{cause.reason} ({who} công nhận)", thing.code),
            )  # fmt: skip
    return lists


def _stood(one: Remedy, as_of: datetime) -> str:
    """How a remedy stood at the moment, as far as its instants tell."""
    if one.closed_at and one.closed_at > as_of:
        return "reported" if one.reported_at and one.reported_at <= as_of else "promised"
    if one.state == Remedy.State.REPORTED and one.reported_at and one.reported_at > as_of:
        return "promised"
    return STATES[Remedy.State(one.state)]


def _line(line: accountability.Line) -> Thing:
    item, words = line.item, " ".join(line.item.task.content.split())
    due = f"hạn {day_short(item.due_on)}, " if item.due_on else ""
    return Thing(words, "", f"{due}chậm {line.days} ngày trong tháng", item.code)


def _remedy(one: Remedy) -> Thing:
    subject: Any = one.task or one.item or one.finding
    words = " ".join(str(getattr(subject, "content", subject)).split())
    parts = [one.get_ground_display(), one.get_cause_display() if one.cause else "chưa nêu lý do"]
    if one.commit_on:
        parts.append(f"cam kết {day_short(one.commit_on)}")
    return Thing(words, one.unit.name, "; ".join(parts), one.task.code if one.task else "")


def not_registered(committee: Agency, month: date, as_of: datetime, units: list[Unit]) -> Lists:
    """Who has not registered for the next month, or did so after the day; nothing before it."""
    after = month_of(month_of(month).to_on + timedelta(days=1))
    lists = Lists()
    programme = Programme.objects.filter(
        committee=committee, period=Programme.Period.MONTH, from_on=after.from_on,
        opened_at__lte=as_of,
    ).first()  # fmt: skip
    if programme is None or day_of(as_of) <= programme.register_by:
        return lists
    sent = dict(
        Registration.objects.filter(programme=programme, sent_at__lte=as_of).values_list(
            "unit", "sent_at"
        )
    )
    due = f"hạn {day_short(programme.register_by)}"
    for unit in units:
        when = sent.get(unit.pk)
        if when is None:
            thing = Thing(f"Chưa đăng ký {programme}", unit.name, due)
            _put(lists, unit.pk, "not_registered", thing)
        elif day_of(when) > programme.register_by:
            note = f"gửi {moment(local(when))}, {due}"
            _put(lists, unit.pk, "late_registered", Thing(str(programme), unit.name, note))
    return lists


def not_reported(committee: Agency, month: date, as_of: datetime, units: list[Unit]) -> Lists:
    """Who has not signed the report of remedies, or did so after its day; nothing before it."""
    lists, first = Lists(), month_of(month).from_on
    reports = RemedyReport.objects.filter(committee=committee, month=first)
    told: Mapping[int, RemedyReport] = {one.unit_id: one for one in reports}
    usual = first.replace(day=CommitteeRules.of(committee).remedy_report_day)
    for unit in units:
        report = told.get(unit.pk)
        due = report.due_on if report else usual
        if day_of(as_of) < due:
            continue
        signed = report.signed_at if report else None
        words, note = f"Báo cáo khắc phục tháng {first.month}/{first.year}", f"hạn {day_short(due)}"
        if signed is None or signed > as_of:
            _put(lists, unit.pk, "not_reported", Thing(words, unit.name, note))
        elif day_of(signed) > due:
            note = f"ký {moment(local(signed))}, {note}"
            _put(lists, unit.pk, "late_reported", Thing(words, unit.name, note))
    return lists


def repeat_offenders(now: accountability.Book, before: accountability.Book) -> Lists:
    """Units late in both months; what was granted an objective cause is not counted."""
    lists = Lists()
    for unit, lines in now.by_unit.items():
        earlier = before.by_unit.get(unit)
        if not (lines.account.late and earlier and earlier.account.late):
            continue
        for column, told in (("now", lines), ("before", earlier)):
            for line in told.only("late"):
                if line.item.granted is None:
                    _put(lists, unit, column, _line(line))
    return lists
