"""Thang đôn đốc: at which day of a task who hears what, from the first reminder to the summons.

Căn cứ: thông lệ đôn đốc của Văn phòng UBND (nhắc việc, nhắc nhở, phê bình, xem xét trách nhiệm);
the days are ours, each committee sets its own. Days are working days of the committee's calendar;
of what fell due while nobody worked only the highest step reached is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dondoc.rules.calendar import WorkingCalendar


class When(StrEnum):
    BEFORE_DUE = "before_due"
    ON_DUE = "on_due"
    AFTER_DUE = "after_due"
    SHARE = "share"
    SILENCE = "silence"
    MONTH_END = "month_end"
    REPEATED = "repeated"


class Hearer(StrEnum):
    EXECUTOR = "executor"
    FOCAL = "focal"
    HEAD = "head"
    OFFICE = "office"
    WATCHERS = "watchers"
    LEADER = "leader"


class Form(StrEnum):
    NOTICE = "notice"
    OFFICE_LIST = "office_list"
    SLIP = "slip"
    REPORT = "report"
    CRITICISM = "criticism"
    SUMMONS = "summons"


HEARERS = {
    Hearer.EXECUTOR: "người thực hiện",
    Hearer.FOCAL: "đầu mối của đơn vị",
    Hearer.HEAD: "thủ trưởng đơn vị",
    Hearer.OFFICE: "người theo dõi của Văn phòng",
    Hearer.WATCHERS: "người đã chọn theo dõi việc",
    Hearer.LEADER: "lãnh đạo giao việc",
}
FORMS = {
    Form.NOTICE: "nhắc trên hệ thống và qua thư",
    Form.OFFICE_LIST: "báo quá hạn, Văn phòng theo dõi",
    Form.SLIP: "Văn phòng gửi phiếu đôn đốc",
    Form.REPORT: "nêu trong báo cáo tháng",
    Form.CRITICISM: "đề nghị phê bình",
    Form.SUMMONS: "đưa vào danh sách mời làm việc",
}
BY_DEADLINE = (When.BEFORE_DUE, When.ON_DUE, When.AFTER_DUE)
"""Steps that stand so many working days from the deadline."""
SPOKEN = (*BY_DEADLINE, When.SHARE, When.SILENCE)
"""Steps that the clock says of single tasks; the rest are papers of a period."""
LOOK_BACK = 10
"""Working days after which what an outage swallowed is no longer said: the lists still show it."""
MOST_DAYS, MOST_STEPS = 60, 20


@dataclass(frozen=True)
class Step:
    """One step: when it is reached, who hears, in which form; of starred tasks earlier.

    `n` is days, a percentage or periods, as `when` says; `at_least` is how many working days a
    task must have for a share of its time to be worth a word.
    """

    key: str
    when: When
    form: Form = Form.NOTICE
    n: int = 0
    hearers: tuple[Hearer, ...] = ()
    starred_earlier: int = 0
    at_least: int = 0
    urgent: bool = False
    active: bool = True

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Step":
        """A step as it is stored."""
        hearers = tuple(Hearer(each) for each in kept["hearers"])
        form, when = Form(kept["form"]), When(kept["when"])
        return cls(**{**kept, "when": when, "form": form, "hearers": hearers})

    @property
    def name(self) -> str:
        """When it is reached, in words."""
        match self.when:
            case When.SHARE:
                part = "một nửa thời gian" if self.n == 50 else f"{self.n} % thời gian"
                return f"qua {part}, việc từ {self.at_least} ngày làm việc"
            case When.SILENCE:
                return f"{self.n} ngày không cập nhật"
            case When.MONTH_END:
                return "cuối tháng, việc quá hạn"
            case When.REPEATED:
                return f"đơn vị bị nêu chậm {self.n} kỳ liên tiếp"
        return _distance(self.offset())

    @property
    def starred_name(self) -> str:
        """When a starred task reaches it, where that is earlier."""
        return _distance(self.offset(starred=True)) if self.starred_earlier else ""

    @property
    def happens(self) -> str:
        """What happens, in words."""
        return FORMS[self.form]

    @property
    def heard_by(self) -> str:
        """Who hears, in words."""
        return ", ".join(HEARERS[each] for each in self.hearers)

    @property
    def speaks(self) -> bool:
        """Does anybody hear of it by the clock?"""
        return self.active and bool(self.hearers)

    def offset(self, *, starred: bool = False) -> int:
        """Working days from the deadline, less than none before it."""
        days = -self.n if self.when == When.BEFORE_DUE else self.n
        return days - (self.starred_earlier if starred else 0)


E, F, H = Hearer.EXECUTOR, Hearer.FOCAL, Hearer.HEAD
DEFAULT: tuple[Step, ...] = (
    Step("share.half", When.SHARE, n=50, at_least=30, hearers=(E, F)),
    Step("before_due.remind", When.BEFORE_DUE, n=3, hearers=(E, F), starred_earlier=2),
    Step("before_due.head", When.BEFORE_DUE, n=1, hearers=(H,), starred_earlier=1),
    Step("on_due.head", When.ON_DUE, hearers=(H,), urgent=True),
    Step(
        "after_due.office", When.AFTER_DUE, Form.OFFICE_LIST, n=1,
        hearers=(E, F, H, Hearer.OFFICE, Hearer.WATCHERS),
    ),
    Step("after_due.slip", When.AFTER_DUE, Form.SLIP, n=7, starred_earlier=2),
    Step("silence.stale", When.SILENCE, hearers=(E, F, H, Hearer.OFFICE)),
    Step("month_end.report", When.MONTH_END, Form.REPORT),
    Step("repeated.criticism", When.REPEATED, Form.CRITICISM),
    Step("repeated.summons", When.REPEATED, Form.SUMMONS),
)  # fmt: skip


def in_force(
    steps: Iterable[Step], *, stale_days: int, criticise: int, summon: int
) -> tuple[Step, ...]:
    """The steps with the numbers that the committee's regulation already says elsewhere."""
    told = {
        "silence.stale": stale_days,
        "repeated.criticism": criticise,
        "repeated.summons": summon,
    }
    return tuple(replace(one, n=told[one.key]) if one.key in told else one for one in steps)


def speaking(steps: Iterable[Step], *, starred: bool) -> list[Step]:
    """The steps by the deadline of which somebody hears, the highest first."""
    own = [one for one in steps if one.speaks and one.when in BY_DEADLINE]
    return sorted(own, key=lambda one: one.offset(starred=starred), reverse=True)


def standing(steps: Iterable[Step], *, starred: bool) -> list[Step]:
    """The active steps by the deadline, spoken or not, the highest first."""
    own = [one for one in steps if one.active and one.when in BY_DEADLINE]
    return sorted(own, key=lambda one: one.offset(starred=starred), reverse=True)


def day_of_step(offset: int, due_on: date, calendar: WorkingCalendar) -> date:
    """The day of a step: the deadline itself, or so many working days before or after it."""
    return calendar.add_working_days(due_on, offset)


def last_due(offset: int, day: date, calendar: WorkingCalendar) -> date:
    """The latest deadline whose step is reached by the day.

    Days of steps only grow with deadlines, so this turns a step into one bound for a query.
    """
    if offset <= 0:
        return calendar.add_working_days(day, -offset)
    worked = calendar.previous_working(day)
    return calendar.add_working_days(worked, 1 - offset) - timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Deadlines after `after` up to and including `until` whose highest step is this one."""

    step: Step
    starred: bool
    after: date
    until: date


def to_say(steps: Sequence[Step], today: date, calendar: WorkingCalendar) -> list[Span]:
    """For each step the deadlines it is now the highest spoken step of, no older than LOOK_BACK."""
    oldest = calendar.add_working_days(today, -LOOK_BACK)
    spans: list[Span] = []
    for starred in (False, True):
        above = date.min
        for step in speaking(steps, starred=starred):
            offset = step.offset(starred=starred)
            until = last_due(offset, today, calendar)
            after = max(above, last_due(offset, oldest, calendar))
            above = max(above, until)
            if after < until:
                spans.append(Span(step, starred, after, until))
    return spans


def problems(steps: Sequence[Step]) -> list[str]:
    """What does not make a ladder, in words that say what to change."""
    found = [words for step in steps for words in _of_step(step)]
    if len(steps) > MOST_STEPS:
        found.append(f"Thang có quá {MOST_STEPS} bước. Hãy bỏ bớt bước.")
    return found or list(_on_one_day(steps))


def _on_one_day(steps: Sequence[Step]) -> Iterable[str]:
    for starred in (False, True):
        days = [step.offset(starred=starred) for step in standing(steps, starred=starred)]
        if twice := {day for day in days if days.count(day) > 1}:
            kind = "việc gắn sao" if starred else "việc thường"
            which = ", ".join(_distance(day) for day in sorted(twice))
            yield f"Với {kind}, hai bước rơi vào cùng một ngày ({which}). Hãy đổi một bước."


def _of_step(step: Step) -> Iterable[str]:
    words = step.name
    if step.when in (When.BEFORE_DUE, When.AFTER_DUE):
        if not 1 <= step.n <= MOST_DAYS:
            side = "trước" if step.when == When.BEFORE_DUE else "sau"
            yield f"Bước {side} hạn ({step.happens}): số ngày phải từ 1 đến {MOST_DAYS}."
        elif step.when == When.AFTER_DUE and step.starred_earlier >= step.n:
            yield f"“{words}”: việc gắn sao sớm hơn tối đa {step.n - 1} ngày, để vẫn sau hạn."
    if step.when == When.SHARE and not 1 <= step.n <= 99:
        yield f"“{words}”: phần thời gian phải từ 1 đến 99 %."
    if not 0 <= step.starred_earlier <= MOST_DAYS:
        yield f"“{words}”: số ngày sớm hơn cho việc gắn sao phải từ 0 đến {MOST_DAYS}."
    if step.active and step.form == Form.NOTICE and not step.hearers:
        yield f"“{words}”: hãy chọn ít nhất một người được nhắc, hoặc tắt bước này."


def _distance(offset: int) -> str:
    if not offset:
        return "ngày đến hạn"
    return f"{abs(offset)} ngày làm việc {'trước' if offset < 0 else 'sau'} hạn"
