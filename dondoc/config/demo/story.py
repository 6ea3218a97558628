"""The story of the city's tasks: every life planned first, then lived in the order of time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from dondoc.agencies.models import Agency, Field, Officer
from dondoc.config.demo import bodies as b
from dondoc.config.demo import matters
from dondoc.config.demo.city import City, by_field
from dondoc.config.demo.papers import Order, Paper, write_paper
from dondoc.config.demo.plan import (
    BEGIN,
    CUT_OFF,
    LAST_CONFIRMATION,
    Life,
    Step,
    completed,
    in_order,
    office_hour,
    untouched,
    updated,
)
from dondoc.documents.actions import register
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.actions.intake import close
from dondoc.tasks.models import Obstacle, Task

EARLIER = ((date(2021, 5, 4), date(2021, 8, 20)), (date(2021, 8, 24), date(2021, 12, 28)))
EARLIER_SHARE = 0.13
RESULT = "Đã hoàn thành, báo cáo UBND thành phố tại Báo cáo số {number}/BC."
Deed = Callable[[], None]


@dataclass
class Work:
    """A task to be: who gives it to whom, from which order, and the row once it is given."""

    committee: Agency
    unit: Agency
    staff: tuple[Officer, Officer, Officer]
    tracker: Officer
    leader: Officer
    field: Field | None
    order: Order
    source: Callable[[], Source]
    supporting: list[Agency]
    given: Task | None = None

    @property
    def task(self) -> Task:
        """The task, once it was given."""
        assert self.given is not None
        return self.given

    def assign(self) -> None:
        """Gives the task at its hour."""
        order, life = self.order, self.order.life
        rule = "ngày ghi trong văn bản" if life.due_on else ""
        self.given = actions.assign(
            self.committee, by=self.tracker, at=life.assigned_at, lead=self.unit,
            content=order.content, due=Due(life.due_on, None, order.phrase, rule),
            leader=self.leader, tracker=self.tracker, field=self.field, product=order.product,
            supporting=self.supporting, source=self.source(),
        )  # fmt: skip


@dataclass
class Story:
    """Collects what will happen, then makes it happen."""

    draw: Random
    city: City
    deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    papers: dict[tuple[str, int], list[Paper]] = field(default_factory=dict)
    works: list[Work] = field(default_factory=list)

    def plan(self) -> None:
        """Plans the two earlier periods and the present one for every body."""
        for number, (start, end) in enumerate(EARLIER):
            self._plan_papers(number, start, end)
            limit = office_hour(self.draw, end + timedelta(days=1))
            for body in b.BODIES:
                self._plan_body(number, _in_earlier_days(body), limit)
        self._plan_papers(2, BEGIN + timedelta(days=3), date(2022, 5, 5))
        for body in b.BODIES:
            self._plan_body(2, body, LAST_CONFIRMATION)
        for papers in self.papers.values():
            for paper in papers:
                self._plan_paper(paper)

    def live(self) -> Iterator[None]:
        """Does every deed in the order of time, one a step."""
        for _, _, deed in sorted(self.deeds, key=lambda row: row[:2]):
            deed()
            yield

    def then(self, at: datetime, deed: Deed) -> None:
        """Something happens at that instant."""
        self.deeds.append((at, len(self.deeds), deed))

    def _plan_papers(self, period: int, start: date, end: date) -> None:
        days = (end - start).days
        for name in b.FIELDS:
            count = 10 if period < 2 else 28
            moments = sorted(self.draw.random() for _ in range(count))
            self.papers[name, period] = [
                Paper.drawn(self.draw, self.city, name, start + timedelta(days=int(days * share)))
                for share in moments
            ]

    def _plan_body(self, period: int, body: b.Body, limit: datetime) -> None:
        done, told = _shares(body)
        chosen = sorted(
            (
                self.draw.choice(self.papers[by_field(self.draw, body), period])
                for _ in range(body.tasks)
            ),
            key=lambda paper: paper.arrived_at,
        )
        fates: list[Callable[..., Life]] = [completed] * done + [updated] * told
        fates += [untouched] * (body.tasks - len(fates))
        for paper, fate in zip(chosen, self._by_age(fates), strict=True):
            assigned_at = paper.arrived_at + timedelta(hours=self.draw.uniform(1, 30))
            life = in_order(fate(self.draw, assigned_at, limit))
            if body.name == b.CRITICISED and fate is updated:
                life.steps = [step for step in life.steps if step.verb in ("accept", "post_update")]
            life.starred = self.draw.random() < 0.08
            paper.orders.append(Order(body, matters.matter(self.draw, paper.matter), life))

    def _by_age(self, fates: list[Callable[..., Life]]) -> list[Callable[..., Life]]:
        """Older tasks are done more often: the fates in the order of the tasks' age."""
        weight = {completed: 0.0, updated: 0.35, untouched: 0.5}
        return sorted(fates, key=lambda fate: weight[fate] + self.draw.random() * 0.75)

    def _plan_paper(self, paper: Paper) -> None:
        if not paper.orders:
            return
        paper.orders.sort(key=lambda order: order.life.assigned_at)
        write_paper(paper)
        clerk = self.city.clerk

        def arrive() -> None:
            paper.document = register(
                self.city.committee, by=clerk, at=paper.arrived_at, text=paper.text,
                letterhead=paper.letterhead,
            )  # fmt: skip

        self.then(paper.arrived_at, arrive)
        for order in paper.orders:
            self._plan_order(paper, order)
        last = max(order.life.assigned_at for order in paper.orders) + timedelta(minutes=5)
        tracker = self.draw.choice(self.city.trackers)

        def finish() -> None:
            if paper.document is not None:
                close(paper.document, by=tracker, at=last)

        self.then(last, finish)

    def _plan_order(self, paper: Paper, order: Order) -> None:
        unit = self.city.units[order.body.name]
        tracker = self.draw.choice(self.city.trackers)
        self.plan_work(
            Work(
                committee=self.city.committee,
                unit=unit,
                staff=self.city.staff[unit.pk],
                tracker=tracker,
                leader=paper.leader,
                field=self.city.fields[paper.matter],
                order=order,
                source=lambda: Source(paper.document, order.clause, order.start, order.end),
                supporting=self._supporting(unit.pk),
            )
        )

    def plan_work(self, work: "Work") -> None:
        """Plans the assignment of a task and every step of its life."""
        life, tracker = work.order.life, work.tracker
        self.works.append(work)
        self.then(life.assigned_at, work.assign)
        if life.starred:
            starred_at = life.assigned_at + timedelta(minutes=2)
            reason = self.draw.choice(matters.STARS)
            self.then(
                starred_at,
                lambda: actions.star(work.task, by=tracker, at=starred_at, reason=reason),
            )
        head, focal, officer = work.staff
        by = {"accept": focal, "post_update": self.draw.choice((focal, focal, officer))}
        for step in life.steps:
            actor = by.get(step.verb, focal if self.draw.random() < 0.7 else head)
            if step.verb in ("confirm", "send_back"):
                actor = tracker
            said = self._said(step)
            self.then(step.at, self._deed(work, step, actor, said))
            answered_at = step.at + timedelta(days=1 + step.at.second % 5)
            if said.get("obstacle") and step.at.second % 8 and answered_at < CUT_OFF:
                self.then(answered_at, partial(_direct, work, answered_at))

    def _deed(self, work: "Work", step: Step, actor: Officer, said: dict[str, Any]) -> Deed:
        verb = getattr(actions, step.verb)
        return lambda: verb(work.task, by=actor, at=step.at, **said)

    def _said(self, step: Step) -> dict[str, Any]:
        if step.verb == "submit":
            number = self.draw.randint(20, 900)
            late = "Phải chờ ý kiến các đơn vị phối hợp." if step.said["late"] else ""
            return {"narrative": RESULT.format(number=number), "late_reason": late}
        if step.verb == "send_back":
            return {"reason": self.draw.choice(matters.SENT_BACK)}
        if step.verb == "post_update":
            obstacle, proposal = (
                self.draw.choice(matters.OBSTACLES) if step.said["trouble"] else ("", "")
            )
            return {
                "narrative": self.draw.choice(matters.PROGRESS), "percent": step.said["percent"],
                "obstacle": obstacle, "proposal": proposal,
            }  # fmt: skip
        return {}

    def _supporting(self, lead: int) -> list[Agency]:
        count = self.draw.choice((0, 0, 1, 2))
        others = [unit for unit in self.city.units.values() if unit.pk != lead]
        return self.draw.sample(others, count)


def _direct(work: "Work", at: datetime) -> None:
    """The leader who gave the task says what is to be done about the obstacle that stands."""
    waiting = work.task.obstacles.filter(state=Obstacle.State.WAITING).first()
    leader = waiting.leader if waiting else None
    if waiting is None or leader is None or not work.task.is_open:
        return
    direction = matters.DIRECTIONS[waiting.pk % len(matters.DIRECTIONS)]
    actions.answer_obstacle(waiting, by=leader, at=at, direction=direction)


def _shares(body: b.Body) -> tuple[int, int]:
    """How many of the body's tasks are completed, and how many more are at least updated."""
    if body.name == b.CRITICISED and body.tasks == 171:
        return 50, 1
    done = round(body.tasks * body.completes / 100)
    return done, max(0, round(body.tasks * body.updates / 100) - done)


def _in_earlier_days(body: b.Body) -> b.Body:
    """The body as it was in an earlier period: fewer tasks, and a little less diligent or more."""
    done, told = b.EARLIER.get(body.name, (max(0, body.completes - 4), max(0, body.updates - 3)))
    return b.Body(
        body.name, body.short, body.kind, max(1, round(body.tasks * EARLIER_SHARE)), done, told,
        fields=body.fields,
    )  # fmt: skip


__all__ = ["CUT_OFF", "Story"]
