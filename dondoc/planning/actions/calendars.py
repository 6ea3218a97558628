"""Events of other bodies that the Office notes, and the private addresses of calendars."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.crypto import get_random_string

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.models import CalendarFeed, OutsideEvent
from dondoc.planning.week_flow import (
    arranges_for,
    feed_flow,
    keeps_outside,
    oneself,
    outside_flow,
    owns_feed,
)
from dondoc.rules.clashes import session_of
from dondoc.workflow import Refused

OWN = ("body", "on", "session", "starts_at", "ends_at", "content", "place")


@outside_flow.start("Ghi lịch cơ quan khác", who=arranges_for)
def note_outside(
    committee: Agency, *, by: Officer, at: datetime, facts: dict[str, Any]
) -> OutsideEvent:
    """An event of the Party Committee or the Council, which the week must not overlap."""
    _require_hours(facts)
    event = OutsideEvent(committee=committee, noted_by=by, noted_at=at)
    return _write(event, facts)


def _require_hours(facts: dict[str, Any]) -> None:
    starts, ends = facts.get("starts_at"), facts.get("ends_at")
    if ends is not None and (starts is None or ends <= starts):
        raise Refused("Giờ kết thúc phải sau giờ bắt đầu. Hãy sửa lại giờ.")


def _write(event: OutsideEvent, facts: dict[str, Any]) -> OutsideEvent:
    for name in OWN:
        if name in facts:
            setattr(event, name, facts[name])
    if event.starts_at is not None and event.session != "all_day":
        event.session = session_of(event.starts_at)
    event.save()
    event.officers.set(facts.get("officers") or ())
    return event


@outside_flow.step("Bỏ lịch cơ quan khác", who=keeps_outside, frm=None)
def forget_outside(event: OutsideEvent, *, by: Officer, at: datetime) -> None:
    """It was noted wrongly, or will not be held."""
    event.gone_at = at


@outside_flow.start("Nhập tệp lịch cơ quan khác", who=arranges_for)
def import_outside(
    committee: Agency, *, by: Officer, at: datetime, body: str, events: Sequence[dict[str, Any]]
) -> OutsideEvent:
    """A calendar file of another body; read again, its events take the place of what they were."""
    if not events:
        raise Refused("Tệp lịch không có sự kiện nào từ tuần này trở đi.")
    known = {
        event.source: event
        for event in OutsideEvent.objects.filter(
            committee=committee, body=body, source__in=[one["source"] for one in events]
        )
    }
    brought = []
    for facts in events:
        fresh = OutsideEvent(committee=committee, source=facts["source"])
        event = known.get(facts["source"], fresh)
        event.noted_by, event.noted_at, event.gone_at = by, at, at if facts["gone"] else None
        kept = {} if event.pk is None else {"officers": list(event.officers.all())}
        brought.append(
            _write(event, {**facts, "body": body, **({} if facts.get("officers") else kept)})
        )
    return brought[0]


@feed_flow.start("Cấp địa chỉ lịch", who=oneself)
def renew_feed(
    officer: Officer, *, by: Officer, at: datetime, agency: Agency | None = None
) -> CalendarFeed:
    """A new private address; the one before is dead from now on."""
    if agency is not None and agency.committee_id != officer.committee_id:
        raise Refused("Chỉ lấy được lịch của đơn vị thuộc UBND của mình.")
    feed, _ = CalendarFeed.objects.update_or_create(
        owner=officer, agency=agency,
        defaults={"seed": get_random_string(48), "renewed_at": at, "closed_at": None},
    )  # fmt: skip
    return feed


@feed_flow.step("Thôi dùng địa chỉ lịch", who=owns_feed, frm=None)
def close_feed(feed: CalendarFeed, *, by: Officer, at: datetime) -> None:
    """The address is dead, and none takes its place."""
    feed.closed_at = at
