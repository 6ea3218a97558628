"""What a section or an item of the outline is: a title, one that tells, one that asks of all."""

from dataclasses import replace

from dondoc.rules.directive.outline import LETTER, NUMBER, ROMAN, Node
from dondoc.rules.directive.sentences import acts_first, ask
from dondoc.rules.directive.sheet import Setting, Sheet
from dondoc.rules.directive.vocabulary import (
    CLOSING,
    ENDS_ALL,
    NOUN_START,
    TELLING,
    TITLE_LIKE,
    WORK_TITLE,
)
from dondoc.rules.plain import lowered

TITLE = 160  # characters; a longer line is no mere title
SHORT_TITLE = 60


def is_title(sheet: Sheet, node: Node) -> bool:
    """A short first line without a full stop, over further lines or beginning with “Về”."""
    said = sheet.said(node.paragraphs[0]).rstrip()
    if said[-1:] in (".", ";", "…"):
        return False
    more = bool(node.children) or len(node.paragraphs) > 1
    if len(said) > 3 * TITLE:
        return False
    return more or (len(said) < TITLE and bool(TITLE_LIKE.match(lowered(said[:40]))))


def tells(sheet: Sheet, node: Node) -> bool:
    """“I. Mục đích, yêu cầu”: a section that only tells."""
    if not node.depth or node.depth > LETTER:
        return False
    title = sheet.said(node.paragraphs[0])
    if node.depth == LETTER and not (node.children and len(title) < SHORT_TITLE):
        return False
    if len(title) >= TITLE or not TELLING.match(lowered(title)):
        return False
    return not ask(title, numbered=False).leads  # “Yêu cầu UBND quận …” is no heading


def is_headed_by_body(sheet: Sheet, node: Node) -> bool:
    """“5. Sở Giáo dục và Đào tạo” over work: no section that only tells goes on below it."""
    if node.depth != NUMBER or not (node.children or len(node.paragraphs) > 1):
        return False
    said = sheet.said(node.paragraphs[0])
    asked = ask(said, led=False)
    return bool(asked.leads) and asked.heading and not said[asked.told :].strip(" :.")


def bodies_below(sheet: Sheet, node: Node) -> bool:
    """Whether the items below are headed by bodies of their own."""
    return any(is_headed_by_body(sheet, child) for child in node.children)


def works_below(sheet: Sheet, node: Node) -> bool:
    """Whether most items below begin with a verb; so does whatever has none."""
    work = sum(acts_first(sheet.said(child.paragraphs[0])) for child in node.children)
    return 2 * work >= len(node.children)


def lists_nouns(sheet: Sheet, node: Node) -> bool:
    """Whether an item that begins with a verb has below it papers and measures, no orders."""
    if node.depth < NUMBER or not node.children or any(c.children for c in node.children):
        return False
    heads = [lowered(sheet.said(c.paragraphs[0])[:80]) for c in node.children]
    return acts_first(sheet.said(node.paragraphs[-1])) and all(map(NOUN_START.match, heads))


def addressed(sheet: Sheet, node: Node, setting: Setting) -> Setting:
    """“II. Nhiệm vụ, giải pháp” of a meeting with a province is work of that province."""
    if not sheet.place or setting.leads or node.depth != ROMAN:
        return setting
    title = lowered(sheet.said(node.paragraphs[0])[:TITLE])
    return replace(setting, leads=(sheet.place,)) if WORK_TITLE.match(title) else setting


def speaks_to_all(sheet: Sheet, node: Node, i: int) -> bool:
    """Whether a paragraph without number speaks to all again and belongs to no clause."""
    low = lowered(sheet.said(node.paragraphs[i])[:120])
    if i and ENDS_ALL.match(low):
        return True
    if node.depth and (i == 0 or (i == 1 and is_title(sheet, node))):
        return False
    return bool(CLOSING.match(low))
