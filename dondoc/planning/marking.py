"""How a change of the week is marked: nothing published changes without a mark."""

from datetime import date, datetime
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.meetings.models import Resource
from dondoc.planning.models import WeekEntry
from dondoc.planning.week_facts import put_on, seat, told_of
from dondoc.rules.clashes import session_of
from dondoc.workflow import Refused

Change = WeekEntry.Change


def require_sense(committee: Agency, facts: dict[str, Any], at: datetime) -> None:
    """Refuses what no schedule can say."""
    if not facts["content"].strip():
        raise Refused("Hãy nhập nội dung.")
    starts, ends = facts.get("starts_at"), facts.get("ends_at")
    if ends is not None and (starts is None or ends <= starts):
        raise Refused("Giờ kết thúc phải sau giờ bắt đầu. Hãy sửa lại giờ.")
    _require_coming(facts["on"], at)
    for kind in Resource.Kind:
        thing = facts.get(kind.value)
        if thing and (thing.committee_id, thing.kind) != (committee.pk, kind.value):
            raise Refused(f"“{thing}” không phải {kind.label} của {committee}. Hãy chọn lại.")


def _require_coming(day: date, at: datetime) -> None:
    if day < day_of(at):
        raise Refused("Ngày này đã qua. Hãy chọn từ hôm nay trở đi.")


def write(entry: WeekEntry, facts: dict[str, Any]) -> None:
    """The facts on the entry; an hour says its session, unless it lasts all day."""
    put_on(entry, facts)
    entry.content = entry.content.strip()
    if entry.starts_at is not None and entry.session != WeekEntry.Session.ALL_DAY:
        entry.session = session_of(entry.starts_at)
    if entry.pk is None:
        entry.save()
    seat(entry, facts)


def forget_fetched(entry: WeekEntry) -> None:
    """What was fetched with the entry before it was locked may have changed since."""
    if hasattr(entry, "named"):
        del entry.named


def rewrite(entry: WeekEntry, facts: dict[str, Any], at: datetime) -> None:
    """New facts, and the mark that tells them from what was published."""
    forget_fetched(entry)
    before = told_of(entry)
    write(entry, facts)
    if told_of(entry) == before:
        raise Refused("Chưa có gì thay đổi so với lịch hiện tại.")
    entry.change = mark_of(entry)
    touch(entry, at)


def touch(entry: WeekEntry, at: datetime) -> None:
    """Calendars follow the number: it rises with every change."""
    entry.sequence += 1
    entry.changed_at = at


def mark_of(entry: WeekEntry) -> str:
    """Against what people were told: another time, other facts, new, or nothing."""
    if not entry.told:
        return Change.NONE
    now = told_of(entry)
    if now["when"] != entry.told["when"]:
        return Change.RESCHEDULED
    if now != entry.told:
        return Change.ADJUSTED
    return Change.ADDED if entry.added_at else Change.NONE


def tell_as_it_stands(entry: WeekEntry, at: datetime) -> None:
    """Into a published week an entry comes as an addition; in a draft nobody was told yet."""
    if entry.week.is_published:
        entry.added_at = at
        entry.told = told_of(entry)
        entry.change = Change.ADDED
