"""From the outline of the body to its orders: who is asked, by which heading, until when."""

from dataclasses import dataclass, field, replace
from datetime import date

from dondoc.rules.deadlines import Deadline, binding, read_deadlines
from dondoc.rules.directive.forms import Form, form_of, moved
from dondoc.rules.directive.outline import ARTICLE, LETTER, NUMBER, ROMAN, Node, Paragraph, walk
from dondoc.rules.directive.parts import Order
from dondoc.rules.directive.sentences import TOPIC, Asked, acts, ask, is_basis
from dondoc.rules.directive.vocabulary import CLOSING, TELLING, TITLE_LIKE
from dondoc.rules.plain import Plain, flat, lowered

TITLE = 160  # characters; a longer line is no mere title


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
    settings: dict[int, Setting] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)

    def said(self, paragraph: Paragraph) -> str:
        return self.page.text[paragraph.text_start : paragraph.end]


def find_orders(page: Plain, root: Node, issued_on: date | None) -> tuple[Order, ...]:
    """Orders of the body in their order; offsets are those of the original text."""
    sheet = Sheet(page, issued_on)
    for node in walk(root):
        above = sheet.settings.get(id(node)) or _above(sheet, node)
        form = form_of(page, node, issued_on) if node.children and node.depth else None
        if form and not above.told:
            sheet.settings[id(node)] = _read_form(sheet, node, form)
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
    if setting.told or _tells(sheet, node):
        return replace(setting, told=True)
    own: Draft | None = None
    for i, paragraph in enumerate(node.paragraphs):
        said = sheet.said(paragraph)
        asked = ask(said, numbered=bool(node.depth), led=bool(setting.leads))
        closes = _closes(sheet, node, i)
        over_items = i == 0 and bool(node.children) and _is_title(sheet, node)
        if asked.leads and (asked.heading or over_items):
            setting, own = _handed(sheet, asked, paragraph), None
        elif own and node.depth and not closes and asked.leads == own.leads:
            own.end = paragraph.end
            _join_supporting(own, asked.supporting)
        elif _is_order(sheet, node, i, asked, setting, closes):
            again = closes and (own is not None or node.depth >= LETTER)
            own = _draft(sheet, node, i, asked, setting)
            own.clause = None if again else node.clause
            sheet.drafts.append(own)
            if asked.leads and not closes and node.depth:
                setting = Setting(asked.leads, (), setting.deadlines)
        elif own and not closes and not asked.praise:
            own.end = paragraph.end
            _join_supporting(own, asked.supporting)
        else:
            own = None
    return setting


def _closes(sheet: Sheet, node: Node, i: int) -> bool:
    """Whether a paragraph without number speaks to all again and belongs to no clause."""
    if node.depth and (i == 0 or (i == 1 and _is_title(sheet, node))):
        return False
    return bool(CLOSING.match(lowered(sheet.said(node.paragraphs[i])[:120])))


def _tells(sheet: Sheet, node: Node) -> bool:
    """“I. Mục đích, yêu cầu”: a section that only tells."""
    if not node.depth or node.depth >= LETTER:
        return False
    title = sheet.said(node.paragraphs[0])
    if len(title) >= TITLE or not TELLING.match(lowered(title)):
        return False
    return not ask(title, numbered=False).leads  # “Yêu cầu UBND quận …” is no heading


def _is_order(
    sheet: Sheet, node: Node, i: int, asked: Asked, setting: Setting, closes: bool
) -> bool:
    said = sheet.said(node.paragraphs[i])
    if asked.praise or is_basis(said):
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
    if said[-1:] in (".", ";"):
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
    topic = TOPIC.match(said)
    skip = topic.end() if topic else 0
    read = read_deadlines(said[skip:], sheet.issued_on) if draft.reads else ()
    own = tuple(moved(sheet.page, d, draft.start + skip) for d in read)
    start, end = sheet.page.span(draft.start, draft.end)
    return Order(
        start, end, draft.clause, flat(said), draft.leads, draft.supporting,
        binding((*own, *draft.deadlines)),
    )  # fmt: skip
