"""What is said of each deed; each room's sayings stand in a module of its name."""

from dondoc.notifications.audience import Deed
from dondoc.notifications.lines import all_lines
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
    handovers.SAYINGS,
)


def sentence(step: str, deed: Deed) -> str:
    """What is told, as one sentence no longer than a notice."""
    said = deed.said
    reason = said.get("reason") or said.get("answer") or said.get("narrative") or ""
    words = SAYINGS[step].sentence.format(
        who=deed.entry.actor_name if deed.entry else "",
        reason=" ".join(str(reason).split()) or "không nêu lý do",
        **words_of(deed.subject),
    )
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
