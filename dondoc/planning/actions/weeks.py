"""What is done to the week as a whole: submitted, sent back, published."""

from datetime import datetime

from dondoc.agencies.models import CommitteeRules, Officer
from dondoc.database.clock import day_of
from dondoc.planning.models import Week, WeekEntry
from dondoc.planning.printing import print_week
from dondoc.planning.readiness import unready_meetings
from dondoc.planning.week_clashes import clashes_left
from dondoc.planning.week_facts import told_of
from dondoc.planning.week_flow import arranges_week, decides_week, week_flow
from dondoc.workflow import Refused

State = Week.State
ARRANGED = WeekEntry.State.ARRANGED


@week_flow.step("Trình duyệt lịch tuần", who=arranges_week, frm=State.DRAFT, to=State.SUBMITTED)
def submit_week(week: Week, *, by: Officer, at: datetime) -> None:
    """The Office lays the arranged week before the Chairman."""
    _require_entries(week)


@week_flow.step("Yêu cầu xếp lại", who=decides_week, frm=State.SUBMITTED, to=State.DRAFT)
def send_back_week(week: Week, *, by: Officer, at: datetime, reason: str) -> None:
    """The Chairman wants it arranged otherwise, and says how."""
    if not reason.strip():
        raise Refused("Hãy nêu nội dung cần xếp lại.")


@week_flow.step(
    "Ban hành lịch tuần", who=decides_week, frm=(State.DRAFT, State.SUBMITTED), to=State.PUBLISHED
)
def publish_week(week: Week, *, by: Officer, at: datetime, by_order: bool = False) -> None:
    """The Chairman decides, all are told. Signed by him, or TL. by the Chief of Office.

    Clashes never hinder it, they are listed; meetings that are not ready do where the committee's
    regulation says so.
    """
    entries = _require_entries(week)
    unready = unready_meetings(week, day_of(at))
    if unready and CommitteeRules.of(week.committee).unready_blocks_week:
        raise Refused(f"{unready[0]} Theo quy định của UBND, chưa ban hành được lịch tuần.")
    week.left = [*clashes_left(week), *unready]
    week.decided_by, week.decided_at = by, at
    for entry in entries:
        entry.told = told_of(entry)
    WeekEntry.objects.bulk_update(entries, ["told"])
    print_week(week, by=by, at=at, by_order=by_order)


def _require_entries(week: Week) -> list[WeekEntry]:
    entries = list(WeekEntry.objects.filter(week=week, state=ARRANGED).in_full().in_order())
    if not entries:
        raise Refused("Lịch tuần chưa có nội dung nào được xếp. Hãy xếp lịch trước.")
    return entries
