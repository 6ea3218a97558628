"""What is kept while the outline of a directive is walked."""

from dataclasses import dataclass, field
from datetime import date

from dondoc.rules.deadlines import Deadline
from dondoc.rules.directive.outline import Paragraph
from dondoc.rules.plain import Plain


@dataclass(frozen=True)
class Setting:
    """What the headings above hand down; `told` inside a section that asks for nothing."""

    leads: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    common: tuple[Deadline, ...] = ()  # of all the work below that has no date of its own
    told: bool = False


@dataclass
class Draft:
    """An order that following paragraphs may still lengthen."""

    clause: str | None
    start: int
    end: int
    leads: tuple[str, ...]
    supporting: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    reads: bool = True  # whether deadlines are looked for in its own words
    common: tuple[Deadline, ...] = ()  # bind it where it has no date of its own
    within: int = 0  # the item it hangs below


@dataclass
class Sheet:
    """What is kept while the outline is walked."""

    page: Plain
    issued_on: date | None
    place: str | None = None  # whose leaders the meeting was held with
    settings: dict[int, Setting] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    said_of_above: tuple[Deadline, ...] = ()  # “… hoàn thành các nội dung nêu trên trước ngày …”
    above: int = 0  # how many drafts stand above it

    def said(self, paragraph: Paragraph) -> str:
        return self.page.text[paragraph.text_start : paragraph.end]
