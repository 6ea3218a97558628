"""Work that people and bodies of the cast hold, for hand-overs to move."""

from datetime import date, datetime, timedelta

from dondoc.agencies.actions import dissolve, end_seat
from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.handovers import actions
from dondoc.handovers.models import Handover
from dondoc.journal.models import House
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast

DUE = date(2022, 6, 30)


def given(cast: Cast, at: datetime, content: str = "Rà soát quy hoạch", **facts: object) -> Task:
    """A task of the city to Sở Xây dựng, carried out by Tâm unless told otherwise."""
    said = {"lead": cast.construction, "executor": cast.tam, "due": Due(DUE), **facts}
    return tasks.assign(cast.city, by=cast.binh, at=at, content=content, **said)


def colleague(cast: Cast) -> Officer:
    """Another officer of Sở Xây dựng."""
    return cast.seat(cast.construction, "officer", "Chuyên viên", "Hồ Mai")


def drawn_up(cast: Cast, at: datetime, giver: Officer, receiver: Officer | None) -> Handover:
    """Lan of the Office draws up the list and names the common receiver."""
    handover = actions.draft_handover(giver, by=cast.lan, at=at, reason="chuyển công tác")
    if receiver is not None:
        actions.fill_in(handover, by=cast.lan, at=at, receiver=receiver, reason="chuyển công tác")
    return handover


def leaves(seat: Officer, at: datetime) -> None:
    """The seat was held until yesterday."""
    end_seat(seat, by=House(), at=at, last_day=day_of(at) - timedelta(days=1))
    seat.refresh_from_db()


def merges(body: Agency, successors: list[Agency], at: datetime) -> None:
    """The body ended yesterday; these took over."""
    yesterday = day_of(at) - timedelta(days=1)
    dissolve(body, by=House(), at=at, until_on=yesterday, successors=successors)
    body.refresh_from_db()
