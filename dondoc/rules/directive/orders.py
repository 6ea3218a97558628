"""From the outline of the body to its orders: who is asked, by which heading, until when."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dondoc.rules.deadlines import UNDATED, Deadline, binding, read_deadlines
from dondoc.rules.directive.forms import Form, find_forms, moved
from dondoc.rules.directive.headings import whole_heading
from dondoc.rules.directive.outline import ARTICLE, LETTER, NUMBER, ROMAN, Node, Paragraph, walk
from dondoc.rules.directive.parts import Order
from dondoc.rules.directive.sections import (
    addressed,
    bodies_below,
    is_headed_by_body,
    is_title,
    lists_nouns,
    speaks_to_all,
    tells,
    works_below,
)
from dondoc.rules.directive.sentences import BEFORE_WORK, Asked, acts, acts_first, ask, is_basis
from dondoc.rules.directive.sheet import Draft, Setting, Sheet
from dondoc.rules.directive.vocabulary import ANNOUNCED, AS_FOLLOWS, CASE
from dondoc.rules.plain import Plain, flat, lowered

BARE_PLACE = re.compile(r"Tỉnh|Thành phố|Huyện|Quận|Xã|Phường")
# “Thời gian thực hiện: …”, below a list, is said of the whole list
TERM = re.compile(r"thời\s+(?:gian|hạn)(?:\s[^.:;]{0,60})?:", re.IGNORECASE)
# “… hoàn thành các nội dung nêu trên trước ngày …”, below everything
ALL_ABOVE = re.compile(r"(?:nội\s+dung|nhiệm\s+vụ|công\s+việc)\s+(?:nêu\s+)?trên(?!\s+địa)")
DONE = re.compile(r"(?:hoàn\s+thành|dứt\s+điểm|thực\s+hiện\s+xong)(?!\w)")
TELLS_OF = re.compile(r"(?:báo\s+cáo|tổng\s+hợp|gửi)(?!\w)")
# “… theo chỉ đạo của tỉnh, tập trung một số nhiệm vụ cụ thể sau:”
AND_MORE = re.compile(
    r"trong\s+đó:$|[,;]\s+(?:trong\s+đó\s+)?(?:tập\s+trung\s+(?:một\s+số\s+|các\s+)?(?:nhiệm\s+vụ|nội\s+dung)"
    r"(?:\s+cụ\s+thể)?|cụ\s+thể\s+như)\s+sau:$"
)
WORK = 150  # characters after its names from which a heading asks for something itself


def find_orders(
    page: Plain, root: Node, issued_on: date | None, place: str | None = None
) -> tuple[Order, ...]:
    """Orders of the body in their order; offsets are those of the original text.

    `place`: whom work without a doer is meant for in the conclusions of a meeting held with it.
    """
    sheet = Sheet(page, issued_on, place)
    forms = find_forms(page, root, issued_on)
    for node in walk(root):
        above = sheet.settings.get(id(node)) or _above(sheet, node)
        form = forms.get(id(node))
        if form and not above.told:
            sheet.settings[id(node)] = _read_form(sheet, node, form)
        elif not above.told and lists_nouns(sheet, node):
            sheet.settings[id(node)] = _read_whole(sheet, node, above)
        else:
            sheet.settings[id(node)] = _read_item(sheet, node, above)
    for draft in sheet.drafts[: sheet.above]:
        draft.common = draft.common or sheet.said_of_above
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


@dataclass
class Item:
    """An item while its paragraphs are read, and what it hands down so far."""

    node: Node
    setting: Setting
    own: Draft | None = None  # the order its last paragraph belongs to
    announced: bool = False  # “… có ý kiến như sau:” stands above
    over: bool = False  # the rest of it only tells


def _read_item(sheet: Sheet, node: Node, setting: Setting) -> Setting:
    """Reads the paragraphs of one item; answers with what it hands down to those below."""
    if setting.told and is_headed_by_body(sheet, node):
        setting = Setting()
    if setting.told or tells(sheet, node):
        return _reopened(sheet, node) or replace(setting, told=True)
    item = Item(node, _dated(sheet, node, addressed(sheet, node, setting)))
    for i in range(len(node.paragraphs)):
        if not item.over:
            _read_paragraph(sheet, item, i, _asked(sheet, item, i))
    return item.setting


def _dated(sheet: Sheet, node: Node, setting: Setting) -> Setting:
    """“1. Hoàn thành 3.000 km đường trong năm 2025”: a title that asks for its work dates it."""
    if not (node.depth and node.children and is_title(sheet, node)):
        return setting
    title = node.paragraphs[0]
    if not acts_first(sheet.said(title)):
        return setting
    return replace(setting, common=_terms(sheet, title.text_start, title.end) or setting.common)


def _terms(sheet: Sheet, start: int, end: int) -> tuple[Deadline, ...]:
    """Deadlines printed between two offsets, but for urgency and permanence."""
    read = read_deadlines(sheet.page.text[start:end], sheet.issued_on)
    return tuple(moved(sheet.page, d, start) for d in read if d.kind not in UNDATED)


def _asked(sheet: Sheet, item: Item, i: int) -> Asked:
    """What the paragraph asks; below an announcement also without a number."""
    node, said = item.node, sheet.said(item.node.paragraphs[i])
    asked = ask(said, numbered=bool(node.depth), led=bool(item.setting.leads))
    if item.announced and not (asked.leads or asked.praise):
        asked = ask(said, led=bool(item.setting.leads))
    item.announced = item.announced or bool(not node.depth and ANNOUNCED.search(said))
    return asked


def _read_paragraph(sheet: Sheet, item: Item, i: int, asked: Asked) -> None:
    """A heading, an order, or more of the order before."""
    node, setting, own = item.node, item.setting, item.own
    closes = speaks_to_all(sheet, node, i)
    if i or not node.depth:
        _share_above(sheet, node.paragraphs[i])
    over_items = i == 0 and bool(node.children) and is_title(sheet, node)
    if asked.concerned and not works_below(sheet, node):
        item.over = True
        item.setting = replace(setting, told=not bodies_below(sheet, node))
    elif asked.leads and (asked.heading or over_items):
        _head(sheet, item, i, asked, over_items)
    elif own and node.depth and not closes and _goes_on(own, asked, sheet.said(node.paragraphs[i])):
        _lengthen(own, node.paragraphs[i], asked)
        _share(sheet, node, i)
    elif _is_order(sheet, item, i, asked, closes):
        _open(sheet, item, i, asked, closes)
    elif own and node.depth and not closes and not asked.praise:
        _lengthen(own, node.paragraphs[i], asked)
        _share(sheet, node, i)
    else:
        item.own = None


def _head(sheet: Sheet, item: Item, i: int, asked: Asked, over_items: bool) -> None:
    """Those a heading names lead what is below; one that asks for much is an order too."""
    paragraph = item.node.paragraphs[i]
    said = sheet.said(paragraph)
    if over_items and (whole := whole_heading(said, asked.told)):
        asked = replace(asked, leads=whole, told=len(said), supporting=())
    if item.node.depth and AND_MORE.search(said) and len(said) - asked.told > WORK:
        sheet.drafts.append(_draft(sheet, item.node, i, asked, item.setting))
    handed = _handed(sheet, asked, paragraph)
    item.setting, item.own = replace(handed, common=item.setting.common), None


def _open(sheet: Sheet, item: Item, i: int, asked: Asked, closes: bool) -> None:
    node = item.node
    again = closes and (item.own is not None or node.depth >= LETTER)
    item.own = _draft(sheet, node, i, asked, item.setting)
    item.own.clause = None if again else node.clause
    sheet.drafts.append(item.own)
    if asked.leads and not closes and node.depth:
        item.setting = replace(item.setting, leads=asked.leads, supporting=())


def _lengthen(own: Draft, paragraph: Paragraph, asked: Asked) -> None:
    own.end = paragraph.end
    _join_supporting(own, asked.supporting)


def _share(sheet: Sheet, node: Node, i: int) -> None:
    """The term below the last of a list, none of which has one, is that of all of them."""
    paragraph = node.paragraphs[i]
    ends_list = node.parent and node.parent.children[-1] is node and not node.children
    if not (ends_list and 0 < i == len(node.paragraphs) - 1 and TERM.match(sheet.said(paragraph))):
        return
    others = [d for d in sheet.drafts if d.within == id(node.parent)][:-1]
    if not any(d.deadlines or _terms(sheet, d.start, d.end) for d in others):
        for draft in others:
            draft.common = _terms(sheet, paragraph.text_start, paragraph.end)


def _share_above(sheet: Sheet, paragraph: Paragraph) -> None:
    """A day by which all that stands above is to be done, said at the end."""
    said = lowered(sheet.said(paragraph))
    if ALL_ABOVE.search(said) and DONE.search(said) and not TELLS_OF.search(said):
        sheet.above = len(sheet.drafts)
        sheet.said_of_above = _terms(sheet, paragraph.text_start, paragraph.end)


def _reopened(sheet: Sheet, node: Node) -> Setting | None:
    """What tells may end by asking: “… các cơ quan thực hiện các hoạt động sau:”."""
    if not node.paragraphs or not AS_FOLLOWS.search(sheet.said(node.paragraphs[-1])):
        return None
    asked = ask(sheet.said(node.paragraphs[-1]), led=False)
    return _handed(sheet, asked, node.paragraphs[-1]) if asked.leads and asked.heading else None


def _goes_on(own: Draft, asked: Asked, said: str) -> bool:
    """The same body again, or a case of what it is to do."""
    return asked.leads == own.leads or bool(CASE.match(lowered(said[:40])))


def _is_order(sheet: Sheet, item: Item, i: int, asked: Asked, closes: bool) -> bool:
    """Whether the paragraph asks anything of those it names, or of those named above it."""
    node, setting = item.node, item.setting
    said = sheet.said(node.paragraphs[i])
    names_doer = asked.leads and node.depth >= LETTER
    if asked.praise or (is_basis(said) and not (setting.leads or names_doer)):
        return False
    if asked.leads:
        return not (asked.call and (closes or node.depth in (0, ARTICLE)))
    if not setting.leads or closes or node.depth in (0, ROMAN, ARTICLE):
        return False
    more = bool(node.children) or i + 1 < len(node.paragraphs)
    if asked.heading and more:
        return False
    if i:
        return i == 1 and acts(said) and is_title(sheet, node)
    return not is_title(sheet, node)


def _read_whole(sheet: Sheet, node: Node, above: Setting) -> Setting:
    """One order that spans the list below it, where anybody is to do it."""
    asked = ask(sheet.said(node.paragraphs[-1]))
    if not (asked.leads or above.leads):
        return replace(above, told=True)
    own = _draft(sheet, node, 0, asked, above)
    own.end = node.children[-1].paragraphs[-1].end
    sheet.drafts.append(own)
    return replace(above, told=True)


def _handed(sheet: Sheet, asked: Asked, paragraph: Paragraph) -> Setting:
    """Leads of a heading, and the term printed after them, go to every item below."""
    terms = _terms(sheet, paragraph.text_start + asked.told, paragraph.end)
    return Setting(asked.leads, asked.supporting, terms)


def _draft(sheet: Sheet, node: Node, i: int, asked: Asked, setting: Setting) -> Draft:
    paragraph = node.paragraphs[i]
    start = paragraph.text_start + asked.start if asked.start else paragraph.start
    if i == 1 and node.depth >= NUMBER and _may_open(sheet, node):
        start = node.paragraphs[0].start
    leads = asked.leads or setting.leads
    if asked.joins and not all(map(BARE_PLACE.fullmatch, asked.leads)):
        leads = tuple(dict.fromkeys((*setting.leads, *asked.leads)))
    draft = Draft(node.clause, start, paragraph.end, leads, asked.supporting, setting.deadlines)
    draft.common, draft.within = setting.common, id(node.parent)
    _join_supporting(draft, setting.supporting)
    return draft


def _may_open(sheet: Sheet, node: Node) -> bool:
    """Whether the first line is a title which belongs to the order below it."""
    first = ask(sheet.said(node.paragraphs[0]))
    return not first.praise and (first.heading or is_title(sheet, node))


def _join_supporting(draft: Draft, more: tuple[str, ...]) -> None:
    known = {*draft.supporting, *draft.leads}
    draft.supporting += tuple(n for n in more if n not in known)


def _order(sheet: Sheet, draft: Draft) -> Order:
    said = sheet.page.text[draft.start : draft.end]
    topic = BEFORE_WORK.match(said)
    skip = topic.end() if topic else 0
    read = read_deadlines(said[skip:], sheet.issued_on) if draft.reads else ()
    own = tuple(moved(sheet.page, d, draft.start + skip) for d in read)
    printed = (*own, *draft.deadlines)
    if all(d.kind in UNDATED for d in printed):
        printed += draft.common
    start, end = sheet.page.span(draft.start, draft.end)
    return Order(
        start, end, draft.clause, flat(said), draft.leads, draft.supporting,
        binding(printed),
    )  # fmt: skip
