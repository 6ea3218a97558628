"""What a page of figures is asked, as its address says it, and who may open what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.models.agencies import COMMITTEES
from dondoc.database.clock import day_of, local
from dondoc.rules.periods import NoPeriod, Period
from dondoc.rules.timeliness import VIET_NAM, due_moment
from dondoc.rules.wording import moment


@dataclass(frozen=True)
class Question:
    """Whose figures, of which period, as of which moment."""

    committee: Agency
    period: Period
    as_of: datetime

    @property
    def stamp(self) -> str:
        """ "Số liệu chốt 17:00 ngày 11/05/2022"."""
        return f"Số liệu chốt {moment(local(self.as_of))}"

    def before(self) -> "Question":
        """The same of the period before, as of the moment as far from its beginning."""
        earlier = self.period.previous()
        return replace(
            self, period=earlier, as_of=self.as_of - (self.period.starts_at - earlier.starts_at)
        )

    def words(self) -> dict[str, str]:
        """The question as an address writes it."""
        kept = {
            "committee": str(self.committee.pk),
            "from_on": str(self.period.from_on),
            "to_on": str(self.period.to_on),
            "as_of": local(self.as_of).replace(tzinfo=None).isoformat(),
        }
        return kept | ({"carry_over": "1"} if self.period.carry_over else {})

    def query(self, **more: Any) -> str:
        """The question, and more, after the ? of an address."""
        said = {name: value for name, value in more.items() if value not in (None, "")}
        return urlencode(self.words() | said)


def committees_for(officer: Officer) -> list[Agency]:
    """The committees whose table the seat may read: its own, those above it, and those below
    for who reads all of a committee; the one that gives the seat its tasks first."""
    above = Q(pk__in=[int(pk) for pk in officer.agency.path.strip("/").split("/")])
    root = officer.agency.committee
    below = Q(path__startswith=root.path) if officer.reads_committee and root else Q(pk__in=[])
    found = Agency.objects.filter(above | below, kind__in=COMMITTEES)
    return sorted(found, key=lambda body: (body.pk != _home(officer), body.path))


def _home(officer: Officer) -> int | None:
    """The committee of a department is its own; a district's unit seats look to the city."""
    agency = officer.agency
    if agency.is_committee and agency.parent_id and not officer.reads_committee:
        return agency.parent_id
    return agency.committee_id


def may_open(officer: Officer, committee: Agency, unit: int | None) -> bool:
    """Whoever sees all of the committee's work opens every number; others those of their own."""
    scope = officer.scope()
    return (officer.reads_committee and committee.pk in scope) or unit in scope


def question_of(
    said: Mapping[str, str], committees: list[Agency], now: datetime
) -> tuple[Question, list[str]]:
    """The question an address asks, and in words what of it could not be understood."""
    wrong: list[str] = []
    chosen = [body for body in committees if str(body.pk) == said.get("committee")]
    committee = (chosen or committees)[0]
    as_of = _moment(said.get("as_of", ""), now, wrong)
    period = _period(said, day_of(as_of), wrong)
    return Question(committee, period, as_of), wrong


def _moment(written: str, now: datetime, wrong: list[str]) -> datetime:
    now = now.replace(microsecond=0)
    if not written:
        return now
    try:
        read = datetime.fromisoformat(written)
        as_of = (read if read.tzinfo else read.replace(tzinfo=VIET_NAM)).astimezone(UTC)
    except (ValueError, OverflowError):
        wrong.append("Không hiểu thời điểm chốt số liệu; đang dùng thời điểm hiện tại.")
        return now
    if as_of > now:
        wrong.append("Thời điểm chốt chưa đến; đang dùng thời điểm hiện tại.")
        return now
    if as_of.year < EARLIEST:
        wrong.append("Thời điểm chốt quá xa trong quá khứ; đang dùng thời điểm hiện tại.")
        return now
    return as_of


EARLIEST = 1991
"""Before this year no figure is asked; it keeps dates well within what databases hold."""


def _period(said: Mapping[str, str], today: date, wrong: list[str]) -> Period:
    carry_over = said.get("carry_over") == "1"
    year = Period(today.replace(month=1, day=1), today, carry_over)
    from_on, to_on = said.get("from_on", ""), said.get("to_on", "")
    if not from_on and not to_on:
        return year
    try:
        first = date.fromisoformat(from_on) if from_on else year.from_on
        last = date.fromisoformat(to_on) if to_on else today
        return Period(first, last, carry_over)
    except NoPeriod as error:
        wrong.append(f"{error} Đang dùng kỳ từ đầu năm.")
    except ValueError:
        wrong.append("Không hiểu ngày của kỳ; đang dùng kỳ từ đầu năm.")
    return year


def week_before(question: Question) -> Question:
    """The same question at the end of the day a week ago, for "since last week"."""
    return replace(question, as_of=due_moment(day_of(question.as_of) - timedelta(days=7)))
