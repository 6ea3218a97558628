"""What is said of each deed; each room's sayings stand in a module of its name."""

from typing import Any

from dondoc.notifications.audience import Deed
from dondoc.notifications.lines import all_lines
from dondoc.notifications.models import Notice
from dondoc.notifications.subjects import words_of
from dondoc.notifications.words import (
    accountability,
    handovers,
    meetings,
    programmes,
    remedies,
    reports,
    schedules,
    tasks,
    urging,
    weeks,
)
from dondoc.notifications.words.sayings import Saying

LONGEST = 400
"""Letters a notice holds; a longer reason is read on the subject's page."""

SAYINGS: dict[str, Saying] = all_lines(
    tasks.SAYINGS,
    schedules.SAYINGS,
    meetings.SAYINGS,
    programmes.SAYINGS,
    weeks.SAYINGS,
    remedies.SAYINGS,
    accountability.SAYINGS,
    reports.SAYINGS,
    urging.SAYINGS,
    handovers.SAYINGS,
)


def saying_of(step: str) -> Saying:
    """How the deed is told; a step of a ladder ("before_due.remind") by the kind of its day."""
    return SAYINGS.get(step) or SAYINGS[step.partition(".")[0]]


def headline(notice: Notice, subject: Any) -> str:
    """What a locked screen may show: the kind of word and the code, never the content."""
    code = words_of(subject).get("code") if subject else ""
    urgent = "KHẨN. " if notice.urgent else ""
    return urgent + saying_of(notice.step).title + (f" {code}" if code else "")


def sentence(step: str, deed: Deed) -> str:
    """What is told, as one sentence no longer than a notice."""
    said = deed.said
    reason = said.get("reason") or said.get("answer") or said.get("narrative") or ""
    words = saying_of(step).sentence.format(
        who=deed.entry.actor_name if deed.entry else "",
        reason=" ".join(str(reason).split()) or "không nêu lý do",
        **words_of(deed.subject),
    )
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
