"""From the outline of the body to its orders: who is asked, by which heading, until when."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dondoc.rules.deadlines import Deadline, binding, read_deadlines
from dondoc.rules.directive.forms import Form, form_of, moved
from dondoc.rules.directive.outline import ARTICLE, LETTER, NUMBER, ROMAN, Node, Paragraph, walk
from dondoc.rules.directive.parts import Order
from dondoc.rules.directive.sentences import (
    BEFORE_WORK,
    Asked,
    acts,
    acts_first,
    ask,
    is_basis,
    whole_heading,
)
from dondoc.rules.directive.vocabulary import (
    ANNOUNCED,
    AS_FOLLOWS,
    CASE,
    CLOSING,
    ENDS_ALL,
    NOUN_START,
    TELLING,
    TITLE_LIKE,
    WORK_TITLE,
)
from dondoc.rules.plain import Plain, flat, lowered

TITLE = 160  # characters; a longer line is no mere title
BARE_PLACE = re.compile(r"Tỉnh|Thành phố|Huyện|Quận|Xã|Phường")
SHORT_TITLE = 60
WORK = 150  # characters after its names from which a heading asks for something itself


@dataclass(frozen=True)
class Setting:
    """What the headings above hand down; `told` inside a section that asks for nothing."""

    leads: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
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


@dataclass
class Sheet:
    """What is kept while the outline is walked."""

    page: Plain
    issued_on: date | None
    place: str | None = None  # whose leaders the meeting was held with
    settings: dict[int, Setting] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)

    def said(self, paragraph: Paragraph) -> str:
        return self.page.text[paragraph.text_start : paragraph.end]


def find_orders(
    page: Plain, root: Node, issued_on: date | None, place: str | None = None
) -> tuple[Order, ...]:
    """Orders of the body in their order; offsets are those of the original text.

    `place`: whom work without a doer is meant for in the conclusions of a meeting held with it.
    """
    sheet = Sheet(page, issued_on, place)
    for node in walk(root):
        above = sheet.settings.get(id(node)) or _above(sheet, node)
        form = form_of(page, node, issued_on) if node.children and node.depth else None
        if form and not above.told:
            sheet.settings[id(node)] = _read_form(sheet, node, form)
        elif not above.told and _lists_nouns(sheet, node):
            sheet.settings[id(node)] = _read_whole(sheet, node, above)
        else:
            sheet.settings[id(node)] = _read_item(sheet, node, above)
    return tuple(_order(sheet, draft) for draft in sheet.drafts)


def _above(sheet: Sheet, node: Node) -> Setting:
    return sheet.settings[id(node.parent)] if node.parent else Setting()


def _read_form(sheet: Sheet, node: Node, form: Form) -> Setting:
    """One order for the whole form, or one for each item of its work."""
    if form.work:
        sheet.settings[id(form.work)] = Setting(form.leads, form.supporting, form.deadlines)
        return Setting(told=True)
    last = node
    while last.children:
        last = last.children[-1]
    span = node.paragraphs[0].start, last.paragraphs[-1].end
    asked = ask(sheet.page.text[slice(*span)])
    draft = Draft(
        node.clause, *span, form.leads, asked.supporting, form.deadlines, not form.deadlines
    )
    _join_supporting(draft, form.supporting)
    sheet.drafts.append(draft)
    return Setting(told=True)


def _read_item(sheet: Sheet, node: Node, setting: Setting) -> Setting:
    """Reads the paragraphs of one item; answers with what it hands down to those below."""
    if setting.told and _is_headed_by_body(sheet, node):
        setting = Setting()
    if setting.told or _tells(sheet, node):
        return _reopened(sheet, node) or replace(setting, told=True)
    setting = _addressed(sheet, node, setting)
    own: Draft | None = None
    announced = False
    for i, paragraph in enumerate(node.paragraphs):
        said = sheet.said(paragraph)
        asked = ask(said, numbered=bool(node.depth), led=bool(setting.leads))
        if announced and not (asked.leads or asked.praise):
            asked = ask(said, led=bool(setting.leads))
        announced = announced or bool(not node.depth and ANNOUNCED.search(said))
        closes = _closes(sheet, node, i)
        over_items = i == 0 and bool(node.children) and _is_title(sheet, node)
        if asked.concerned and not _works_below(sheet, node):
            return setting if _bodies_below(sheet, node) else replace(setting, told=True)
        if over_items and (whole := whole_heading(said, asked)):
            asked = replace(asked, leads=whole, told=len(said), supporting=())
        if asked.leads and (asked.heading or over_items):
            if said.endswith("trong đó:") and len(said) - asked.told > WORK:
                sheet.drafts.append(_draft(sheet, node, i, asked, setting))
            setting, own = _handed(sheet, asked, paragraph), None
        elif own and node.depth and not closes and _goes_on(own, asked, said):
            own.end = paragraph.end
            _join_supporting(own, asked.supporting)
        elif _is_order(sheet, node, i, asked, setting, closes):
            again = closes and (own is not None or node.depth >= LETTER)
            own = _draft(sheet, node, i, asked, setting)
            own.clause = None if again else node.clause
            sheet.drafts.append(own)
            if asked.leads and not closes and node.depth:
                setting = Setting(asked.leads, (), setting.deadlines)
        elif own and node.depth and not closes and not asked.praise:
            own.end = paragraph.end
            _join_supporting(own, asked.supporting)
        else:
            own = None
    return setting


def _reopened(sheet: Sheet, node: Node) -> Setting | None:
    """What tells may end by asking: “… các cơ quan thực hiện các hoạt động sau:”."""
    if not node.paragraphs or not AS_FOLLOWS.search(sheet.said(node.paragraphs[-1])):
        return None
    asked = ask(sheet.said(node.paragraphs[-1]), led=False)
    return _handed(sheet, asked, node.paragraphs[-1]) if asked.leads and asked.heading else None


def _is_headed_by_body(sheet: Sheet, node: Node) -> bool:
    """“5. Sở Giáo dục và Đào tạo” over work: no section that only tells goes on below it."""
    if node.depth != NUMBER or not (node.children or len(node.paragraphs) > 1):
        return False
    said = sheet.said(node.paragraphs[0])
    asked = ask(said, led=False)
    return bool(asked.leads) and asked.heading and not said[asked.told :].strip(" :.")


def _addressed(sheet: Sheet, node: Node, setting: Setting) -> Setting:
    """“II. Nhiệm vụ, giải pháp” of a meeting with a province is work of that province."""
    if not sheet.place or setting.leads or node.depth != ROMAN:
        return setting
    title = lowered(sheet.said(node.paragraphs[0])[:TITLE])
    return replace(setting, leads=(sheet.place,)) if WORK_TITLE.match(title) else setting


def _works_below(sheet: Sheet, node: Node) -> bool:
    """Whether most items below begin with a verb; so does whatever has none."""
    work = sum(acts_first(sheet.said(child.paragraphs[0])) for child in node.children)
    return 2 * work >= len(node.children)


def _bodies_below(sheet: Sheet, node: Node) -> bool:
    """Whether the items below are headed by bodies of their own."""
    return any(_is_headed_by_body(sheet, child) for child in node.children)


def _goes_on(own: Draft, asked: Asked, said: str) -> bool:
    """The same body again, or a case of what it is to do."""
    return asked.leads == own.leads or bool(CASE.match(lowered(said[:40])))


def _lists_nouns(sheet: Sheet, node: Node) -> bool:
    """Whether an item that begins with a verb has below it papers and measures, no orders."""
    if node.depth < NUMBER or not node.children or any(c.children for c in node.children):
        return False
    heads = [lowered(sheet.said(c.paragraphs[0])[:80]) for c in node.children]
    return acts_first(sheet.said(node.paragraphs[-1])) and all(map(NOUN_START.match, heads))


def _read_whole(sheet: Sheet, node: Node, above: Setting) -> Setting:
    """One order that spans the list below it, where anybody is to do it."""
    asked = ask(sheet.said(node.paragraphs[-1]))
    if not (asked.leads or above.leads):
        return replace(above, told=True)
    own = _draft(sheet, node, 0, asked, above)
    own.end = node.children[-1].paragraphs[-1].end
    sheet.drafts.append(own)
    return replace(above, told=True)


def _closes(sheet: Sheet, node: Node, i: int) -> bool:
    """Whether a paragraph without number speaks to all again and belongs to no clause."""
    low = lowered(sheet.said(node.paragraphs[i])[:120])
    if i and ENDS_ALL.match(low):
        return True
    if node.depth and (i == 0 or (i == 1 and _is_title(sheet, node))):
        return False
    return bool(CLOSING.match(low))


def _tells(sheet: Sheet, node: Node) -> bool:
    """“I. Mục đích, yêu cầu”: a section that only tells."""
    if not node.depth or node.depth > LETTER:
        return False
    title = sheet.said(node.paragraphs[0])
    if node.depth == LETTER and not (node.children and len(title) < SHORT_TITLE):
        return False
    if len(title) >= TITLE or not TELLING.match(lowered(title)):
        return False
    return not ask(title, numbered=False).leads  # “Yêu cầu UBND quận …” is no heading


def _is_order(
    sheet: Sheet, node: Node, i: int, asked: Asked, setting: Setting, closes: bool
) -> bool:
    said = sheet.said(node.paragraphs[i])
    if asked.praise or (is_basis(said) and not setting.leads):
        return False
    if asked.leads:
        return not (asked.call and (closes or node.depth in (0, ARTICLE)))
    if not setting.leads or closes or node.depth in (0, ROMAN, ARTICLE):
        return False
    more = bool(node.children) or i + 1 < len(node.paragraphs)
    if asked.heading and more:
        return False
    if i:
        return i == 1 and acts(said) and _is_title(sheet, node)
    return not _is_title(sheet, node)


def _is_title(sheet: Sheet, node: Node) -> bool:
    """A short first line without a full stop, over further lines or beginning with “Về”."""
    said = sheet.said(node.paragraphs[0]).rstrip()
    if said[-1:] in (".", ";", "…"):
        return False
    more = bool(node.children) or len(node.paragraphs) > 1
    if len(said) > 3 * TITLE:
        return False
    return more or (len(said) < TITLE and bool(TITLE_LIKE.match(lowered(said[:40]))))


def _handed(sheet: Sheet, asked: Asked, paragraph: Paragraph) -> Setting:
    """Leads of a heading, and the term printed after them, go to every item below."""
    after = sheet.said(paragraph)[asked.told :]
    read = (
        d for d in read_deadlines(after, sheet.issued_on) if d.kind not in ("urgent", "continuous")
    )
    shift = paragraph.text_start + asked.told
    return Setting(asked.leads, asked.supporting, tuple(moved(sheet.page, d, shift) for d in read))


def _draft(sheet: Sheet, node: Node, i: int, asked: Asked, setting: Setting) -> Draft:
    paragraph = node.paragraphs[i]
    start = paragraph.text_start + asked.start if asked.start else paragraph.start
    if i == 1 and node.depth >= NUMBER and _may_open(sheet, node):
        start = node.paragraphs[0].start
    leads = asked.leads or setting.leads
    if asked.joins and not all(map(BARE_PLACE.fullmatch, asked.leads)):
        leads = tuple(dict.fromkeys((*setting.leads, *asked.leads)))
    draft = Draft(node.clause, start, paragraph.end, leads, asked.supporting, setting.deadlines)
    _join_supporting(draft, setting.supporting)
    return draft


def _may_open(sheet: Sheet, node: Node) -> bool:
    """Whether the first line is a title which belongs to the order below it."""
    first = ask(sheet.said(node.paragraphs[0]))
    return not first.praise and (first.heading or _is_title(sheet, node))


def _join_supporting(draft: Draft, more: tuple[str, ...]) -> None:
    known = {*draft.supporting, *draft.leads}
    draft.supporting += tuple(n for n in more if n not in known)


def _order(sheet: Sheet, draft: Draft) -> Order:
    said = sheet.page.text[draft.start : draft.end]
    topic = BEFORE_WORK.match(said)
    skip = topic.end() if topic else 0
    read = read_deadlines(said[skip:], sheet.issued_on) if draft.reads else ()
    own = tuple(moved(sheet.page, d, draft.start + skip) for d in read)
    start, end = sheet.page.span(draft.start, draft.end)
    return Order(
        start, end, draft.clause, flat(said), draft.leads, draft.supporting,
        binding((*own, *draft.deadlines)),
    )  # fmt: skip
