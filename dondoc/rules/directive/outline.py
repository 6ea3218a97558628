"""The body of a directive as paragraphs with their numbers, and how they nest."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dondoc.rules.directive.inline import inline_items

ROMAN, ARTICLE, NUMBER, PAREN, LETTER, DASH, PLUS = 1, 2, 3, 8, 9, 10, 11
CAPITAL = r"(?=\s*[“\"'(]?\s*[A-ZĐÀ-ỸƠƯĂÂÊÔ])"
MARKERS = (
    (ROMAN, re.compile(r"((?:PHẦN|Phần)\s+(?:thứ\s+\w+|[IVX]+)|[IVX]{1,5})\s?[.:]\s?(?=\S)")),
    (ARTICLE, re.compile(r"(Điều\s+\d{1,3})\s?[.:]")),
    (NUMBER, re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\.?{CAPITAL}|\.\s*$)")),
    (NUMBER, re.compile(rf"(\d{{1,2}})\s?[.)](?:{CAPITAL}|\s*$)")),
    (NUMBER, re.compile(r"(Thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))\s?[,:]")),
    (PAREN, re.compile(r"\((\d{1,2}|[ivx]{1,5})\)\.?\s?")),
    (LETTER, re.compile(rf"([a-zđ])(?:\)|\.(?={CAPITAL})|/)\s?(?=\S)")),
    (DASH, re.compile(r"([-–•*])\s{0,3}(?=\S)")),
    (PLUS, re.compile(r"(\+)\s{0,3}(?=\S)")),
)
# a mark alone on its line: its words stand on the next
BARE_MARK = re.compile(
    r"(?:[-–•+]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ][.)]|[IVX]{1,5}[.:]|\(\w{1,4}\)|Điều(?:\s\d{1,3}\.)?)$"
)
SPACE = re.compile(r"\s*")
NOTHING = re.compile(r"(?:[\s|_=~-]*|-{3,}[^-\n]{0,40}-{3,})$")
CUT = re.compile(r"\[\.\.\.[^\]\n]*\]")
TERMINAL = re.compile(r"[.;:!?…][”\"’)*\s]*(?:/\.)?$|\./\.?$")
WRAPPED = (50, 130)  # letters of a full line where lines are wrapped by hand
SLACK = 2  # letters lines may fall short of it
HALF = re.compile(r"[-–]\s{0,3}[a-zđ]")  # “tổ chức chính trị / - xã hội”
PAGE_NUMBER = re.compile(r"\s*\d{1,3}\s*$")


@dataclass
class Paragraph:
    """Lines that belong together; `start`/`end` are offsets, `text_start` skips the number."""

    start: int
    end: int
    text_start: int
    depth: int = 0
    label: str = ""


@dataclass(frozen=True)
class Typesetting:
    """How the lines of a body were set."""

    double: bool  # every line is followed by a blank one: then blanks part nothing
    width: int  # letters a full line holds where lines were wrapped, else 0
    first: int  # letters a full first line holds: it may be indented

    def wraps(self, line: str, after: str, *, is_first: bool = False) -> bool:
        """Whether the line was so full that what comes after it had to go to the next."""
        word = after.split(maxsplit=1)[0] if after.strip() else ""
        width = self.first if is_first else self.width
        return bool(width) and len(line.strip()) + len(word) + SLACK >= width


@dataclass
class Node:
    """A numbered item: its own paragraphs and what hangs below it."""

    depth: int
    label: str
    parent: "Node | None" = None
    ordinal: int = 0  # among the dashes of its parent
    paragraphs: list[Paragraph] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def hang(self, paragraph: Paragraph) -> "Node":
        """Opens a new item below this one."""
        last = self.children[-1] if self.children else None
        ordinal = last.ordinal + 1 if last and last.depth == paragraph.depth else 1
        self.children.append(Node(paragraph.depth, paragraph.label, self, ordinal))
        return self.children[-1]

    @property
    def clause(self) -> str | None:
        """“1.a”, “3.-2”: printed numbers from the outermost Arabic one, dashes counted."""
        return ".".join(part for part in self._path() if part) or None

    def _path(self) -> list[str]:
        if self.parent is None or self.depth in (0, ROMAN):
            return []
        above = [] if "." in self.label else self.parent._path()
        if self.depth >= DASH:
            return [*above, f"-{self.ordinal}"]
        return [*above, self.label]


def outline(text: str, start: int, end: int) -> Node:
    """Builds the tree of the body between two offsets of the plain text."""
    root = Node(0, "")
    at = root
    for paragraph in _with_items(text, _paragraphs(text, start, end)):
        if paragraph.depth:
            while at.depth >= paragraph.depth and at.parent:
                at = at.parent
            at = at.hang(paragraph)
        at.paragraphs.append(paragraph)
    return root


def _with_items(text: str, paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, with the items that stand inside a numbered one as paragraphs of their own."""
    for paragraph in paragraphs:
        items = list(inline_items(text, paragraph.text_start, paragraph.end))
        if not paragraph.depth or not items:
            yield paragraph
            continue
        upto = paragraph.start + len(text[paragraph.start : items[0][0]].rstrip())
        yield replace(paragraph, end=upto)
        depth = max(PAREN, paragraph.depth + 1)
        own = (Paragraph(begin, stop, words, depth, n) for begin, stop, words, n in items)
        yield from _with_items(text, own) if depth < DASH else own


def walk(root: Node) -> Iterator[Node]:
    """Every node in the order of the text, without recursion."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    setting = _typesetting(text[start:end])
    now: Paragraph | None = None
    gap = False
    for (begin, stop), (after, upto) in itertools.pairwise([*_lines(text, start, end), (end, end)]):
        line = text[begin:stop]
        if NOTHING.match(line):
            gap = gap or not setting.double
            continue
        if CUT.match(line):
            if now:
                yield now
            now = None
            continue
        if PAGE_NUMBER.fullmatch(line) and now:
            continue
        new = _begin(text, begin, stop, now, gap)
        if now and not new.depth and not _parts(text, now, line, text[after:upto], gap, setting):
            now.end = stop
        else:
            if now:
                yield now
            now = new
        gap = False
    if now:
        yield now


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of lines without blanks and cell marks around them; a bare mark joins the next."""
    mark: tuple[int, int] | None = None
    for begin, stop in _broken_lines(text, start, end):
        if mark and begin < stop:
            yield mark[0], stop
        elif mark:
            yield mark
            yield begin, stop
        mark_alone = not mark and BARE_MARK.match(text, begin, stop)
        if not mark and not mark_alone:
            yield begin, stop
        mark = (begin, stop) if mark_alone else None


def _broken_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop]
        body = line.strip(" \t\r|\xa0")
        begin = at + line.find(body) if body else at
        yield begin, begin + len(body)
        at = stop + 1


def _begin(text: str, begin: int, stop: int, before: Paragraph | None, gap: bool) -> Paragraph:
    for depth, form in MARKERS:
        found = form.match(text, begin, stop)
        if found and not _is_wrapped(text, begin, before, depth, gap):
            deeper = found[1].count(".") if depth == NUMBER else 0
            text_start = SPACE.match(text, found.end()).end()  # type: ignore[union-attr]
            return Paragraph(begin, max(stop, text_start), text_start, depth + deeper, found[1])
    return Paragraph(begin, stop, begin)


def _is_wrapped(text: str, at: int, before: Paragraph | None, depth: int, gap: bool) -> bool:
    """A dash or number that only happens to open a line of a sentence still under way."""
    if before is None:
        return False
    said = _last_words(text, before)
    if TERMINAL.search(said):
        return False
    announces = gap and ":" in text[at : at + 80]  # “- Cơ quan chủ trì: …”
    if depth == DASH != before.depth and not gap and said[-1:].isalpha() and HALF.match(text, at):
        return True
    long = before.end - before.text_start > 200 and not announces
    return long or (depth == NUMBER and said.endswith((",", "(", "số", "Số")))


def _parts(
    text: str, now: Paragraph, line: str, after: str, gap: bool, setting: Typesetting
) -> bool:
    """Whether a line without a number opens a new paragraph."""
    first = line.lstrip("“\"'(*")[:1]
    if not first.isupper():
        return False
    if not TERMINAL.search(_last_words(text, now)):
        return gap and now.end - now.text_start < 400
    begin = text.rfind("\n", 0, now.end) + 1
    indented = after[:1].islower() and not setting.wraps(line, after)
    full = setting.wraps(text[begin : now.end], line, is_first=begin <= now.start)
    return gap or indented or not full


def _last_words(text: str, paragraph: Paragraph) -> str:
    return text[max(paragraph.text_start, paragraph.end - 12) : paragraph.end]


def _typesetting(body: str) -> Typesetting:
    lines = [line.strip(" \t\r|\xa0") for line in body.split("\n")]
    filled = [line for line in lines if line]
    pairs = itertools.pairwise(lines)
    broken = sum(not a and b[:1].islower() and not _is_marked(b) for a, b in pairs)
    double = broken > 4 and broken > 0.2 * len(filled)
    lengths = sorted(map(len, filled))
    wide = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not WRAPPED[0] <= wide <= WRAPPED[1]:
        return Typesetting(double, 0, 0)
    firsts = sorted(
        len(a) for a, b in itertools.pairwise(filled) if b[:1].islower() and _is_marked(a)
    )
    return Typesetting(double, wide, firsts[len(firsts) // 2] if firsts else wide)


def _is_marked(line: str) -> bool:
    return any(form.match(line) for _, form in MARKERS)
