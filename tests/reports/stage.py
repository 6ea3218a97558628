"""A quarter in the city: one district far behind, one department ahead, one in between."""

from datetime import UTC, date, datetime, timedelta

from dondoc.agencies.models import Agency, Officer
from dondoc.reports import actions
from dondoc.reports.models import Dispatch, Finding, Report
from dondoc.rules.periods import Period
from dondoc.tasks import actions as tasks
from dondoc.tasks.models import Task
from tests.cast import Cast
from tests.scorecards.lives import MARCH, give

QUARTER = Period(date(2022, 1, 1), date(2022, 3, 15))
CUT_OFF = datetime(2022, 3, 15, 10, tzinfo=UTC)  # 17:00 in Việt Nam
RESULT = "Đã trình UBND thành phố."


def give_many(cast: Cast, lead: Agency, person: Officer, assigned: int, done: int) -> list[Task]:
    """A unit gets so many tasks on 1 March and finishes some of them within the week."""
    given = [give(cast, lead=lead, content=f"Việc {n} của {lead.name}") for n in range(assigned)]
    for task in given[:done]:
        submitted = MARCH + timedelta(days=5)
        tasks.submit(task, by=person, at=submitted, narrative=RESULT)
        tasks.confirm(task, by=cast.binh, at=submitted + timedelta(hours=2))
    return given


def live_a_quarter(cast: Cast) -> dict[str, list[Task]]:
    """Liên Chiểu 1 of 6, Sở Tài chính 5 of 9, Sở Xây dựng 10 of 10; one star, one obstacle."""
    given = {
        "district": give_many(cast, cast.district, cast.minh, 6, 1),
        "finance": give_many(cast, cast.finance, cast.xuan, 9, 5),
        "construction": give_many(cast, cast.construction, cast.khoa, 10, 10),
    }
    late = given["district"][-1]
    tasks.star(late, by=cast.binh, at=MARCH + timedelta(days=1), reason="Trọng tâm")
    tasks.post_update(
        late, by=cast.minh, at=MARCH + timedelta(days=9), narrative="Đang lấy ý kiến.",
        obstacle="Vướng mặt bằng", proposal="Bố trí thêm vốn",
    )  # fmt: skip
    return given


def drawn_up(cast: Cast, at: datetime) -> Report:
    """Bình draws up the report of the quarter."""
    return actions.draw_up(cast.city, by=cast.binh, at=at, period=QUARTER, as_of=CUT_OFF)


def issued(cast: Cast, at: datetime) -> Report:
    """Lan issues it."""
    report = drawn_up(cast, at)
    actions.issue_report(report, by=cast.lan, at=at)
    return report


def decided(cast: Cast, at: datetime, report: Report) -> Dispatch:
    """Bình drafts the dispatch and accepts every proposal."""
    assert cast.nam.pk
    dispatch = actions.draft_dispatch(report, by=cast.binh, at=at)
    for finding in dispatch.findings.all():
        actions.decide_finding(
            dispatch, by=cast.binh, at=at, finding=finding, decision=Finding.Decision.ACCEPTED
        )
    return dispatch
