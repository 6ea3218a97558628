"""The two reports and dispatches before the present one, drawn up and issued in their days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from dondoc.config.demo.bodies import CRITICISED, REQUESTED
from dondoc.config.demo.city import City
from dondoc.config.demo.story import Story
from dondoc.reports import actions
from dondoc.reports.models import Dispatch, Finding
from dondoc.rules.periods import Period
from dondoc.rules.timeliness import VIET_NAM

COMMENDED = 5
"""Leaders commend the first few; the rest of the proposals they drop."""


@dataclass(frozen=True)
class Edition:
    """A period, its cut-off, and the morning on which report and dispatch go out."""

    period: Period
    as_of: datetime
    at: datetime


EDITIONS = (
    Edition(
        Period(date(2021, 4, 14), date(2021, 8, 22)),
        datetime(2021, 8, 22, 17, 0, tzinfo=VIET_NAM),
        datetime(2021, 8, 25, 8, 30, tzinfo=VIET_NAM),
    ),
    Edition(
        Period(date(2021, 8, 23), date(2021, 12, 31)),
        datetime(2021, 12, 31, 17, 0, tzinfo=VIET_NAM),
        datetime(2022, 1, 5, 8, 30, tzinfo=VIET_NAM),
    ),
)


def plan_reports(story: Story) -> None:
    """The Office reports, a Vice Chairman signs."""
    for edition in EDITIONS:
        story.then(edition.at, partial(_publish, story.city, edition))


def _publish(city: City, edition: Edition) -> None:
    by, at = city.trackers[0], edition.at
    report = actions.draw_up(
        city.committee, by=by, at=at, period=edition.period, as_of=edition.as_of
    )
    actions.issue_report(report, by=city.office_head, at=at + timedelta(hours=1))
    drafted_at = at + timedelta(hours=2)
    dispatch = actions.draft_dispatch(report, by=by, at=drafted_at)
    _decide(city, dispatch, drafted_at + timedelta(minutes=30))
    signer = city.leaders[1]
    actions.issue_dispatch(dispatch, by=signer, at=at + timedelta(hours=6), signer=signer)


def _decide(city: City, dispatch: Dispatch, at: datetime) -> None:
    commended = 0
    for finding in dispatch.findings.order_by("place"):
        known = finding.unit_name in (CRITICISED, REQUESTED)
        praised = finding.kind == Finding.Kind.COMMENDATION and commended < COMMENDED
        commended += praised
        decision = Finding.Decision.ACCEPTED if known or praised else Finding.Decision.DROPPED
        actions.decide_finding(
            dispatch, by=city.office_head, at=at, finding=finding, decision=decision
        )
