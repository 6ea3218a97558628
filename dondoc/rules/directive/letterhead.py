"""The top of a directive: issuer, number, place and date, type, subject, addressees.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I. Two columns may have been flattened into one.
"""

import re
from dataclasses import dataclass
from datetime import date

from dondoc.rules.directive.lists import listed
from dondoc.rules.folding import fold
from dondoc.rules.plain import flat, lowered

HEAD = 6000  # characters; no letterhead with its addressees is longer
TOP = 1200  # characters in which place and date stand, however the columns were read
NEAR = 600  # characters after the subject within which the list of those it is wired to begins
COLUMNS = re.compile(r"\t| {3,}|\|")
NATION = re.compile(
    r"C[ỘO]NG\s+H[ÒOÀA]+\s+X[ÃA]\s+H[ỘO]I\s+CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆE]T\s+NAM"
    r"|Đ[ộo]c\s+l[ậa]p\s*[-–—]\s*T[ựu]\s+do\s*[-–—]\s*H[ạa]nh\s+ph[úu]c"
    r"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM",
    re.IGNORECASE,
)
# “Số: 2606/UBND-KSTT”, “Số 13-KH/TU”, “Só : 12 / CT - UBND” as scanned
NUMBER = re.compile(
    r"(?:^|\n|\t|\|| {3})[ \t|]{0,60}S[ốôồổỗộóòỏõọo6]\s{0,3}[:.;]?\s{0,9}"
    r"(\d{1,6}[a-zA-Z]?(?:/\d{4})?(?: ?/ ?[A-ZĐ]|-[A-ZĐ]+/)[\w&Đđ-]*"
    r"(?: ?- ?[A-ZĐ][\w&]*|-[\w&]+){0,4})"
)
BLANK_NUMBER = re.compile(r"(?:^|\n)[ \t|]{0,60}Số\s{0,3}:?[ \t._…]{0,40}/")
# “Đà Nẵng, ngày 16 tháng 5 năm 2022”
PLACE_AND_DATE = re.compile(
    r"(?:^|\n|\t|\|| {3}(?! ))[ \t]{0,40}(?!Thứ\s|Chủ\s)"
    r"(?:[^\W\d_]{1,12}[.\s-]{1,3}){0,6}[^\W\d_]{1,12}"
    r"\s?,\s{0,3}ngày\s{0,3}(\d{1,2})\s{0,3}"
    r"(?:tháng|/)\s{0,3}(\d{1,2})\s{0,3}(?:năm|/)\s{0,3}(\d{4})"
)
# … beside the number, where columns ran together
DATE_BESIDE = re.compile(
    r"[A-ZĐ][^\W\d_]*(?:[. ]{1,2}[A-ZĐ][^\W\d_]*){0,5}\s?,\s{0,3}ngày\s{0,3}(\d{1,2})\s{0,3}"
    r"tháng\s{0,3}(\d{1,2})\s{0,3}năm\s{0,3}(\d{4})"
)
TYPES = {
    "KẾ HOẠCH": "KH", "CHỈ THỊ": "CT", "CÔNG ĐIỆN": "CĐ", "THÔNG BÁO": "TB", "QUYẾT ĐỊNH": "QĐ",
    "BÁO CÁO": "BC", "GIẤY MỜI": "GM",
}  # fmt: skip
OTHER_TYPES = "NGHỊ QUYẾT|TỜ TRÌNH|HƯỚNG DẪN|CHƯƠNG TRÌNH|QUY CHẾ|BIÊN BẢN|PHƯƠNG ÁN|ĐỀ ÁN"
TYPE_LINE = re.compile(
    r"(?:^|\n)[ \t|]{0,60}("
    + "|".join(TYPES)
    + f"|{OTHER_TYPES})"
    + r"(?:[ \t|]*(?=\n|$)|(?=\s+KẾT\s+LUẬN))"
)
ABOUT = re.compile(r"(?:^|[\n\t|]| {2})[ \t]{0,60}V/v\s*:?\s+", re.IGNORECASE)
ABOUT_WORDS = re.compile(r"^(?:V/v|Về việc|Về)\s*:?\s+", re.IGNORECASE)
# “(Ban hành kèm theo Quyết định số …)”, “(trình phiên họp thường kỳ tháng 8)”
NOTE = re.compile(r"\s*\((?:ban\s+hành\s+)?(?:kèm\s+theo|trình|dự\s+thảo)[^()]*\)$", re.IGNORECASE)
# letters set apart for weight
SPACED = re.compile(r"(?<![^\s|])[^\W\d_](?: {1,4}[^\W\d_](?![^\W\d_])){3,30}(?![^\s|])")
BODY_OPENS = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s|Căn\s+cứ\s")
RULE = re.compile(r"[-_– ]*")
# what follows is no letterhead, even in a text of a few lines
BODY_OVER = re.compile(r"\.\s?/\.|\n[ \t|]*Nơi\s+nhận")
TO = re.compile(r"(?:^|[\n\t|]| {2})[ \t]{0,60}Kính\s+gửi\s*:?", re.IGNORECASE)
# “THỦ TƯỚNG CHÍNH PHỦ điện:”, before the list of those it is wired to
WIRED_TO = re.compile(
    r"(?:^|\n)[ \t|]{0,60}(?P<who>[^\n.;:]{0,80}?)\s*điện\s*:[^\n]*", re.IGNORECASE
)
URGENCY = re.compile(
    r"(?:^|\n)[ \t|]{0,60}(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?:[ \t|]*(?=\n|$)|[ \t]{2,})"
)
SECRECY = re.compile(r"(?:^|\n)[ \t|]{0,60}(TUYỆT MẬT|TỐI MẬT|MẬT)(?:[ \t|]*(?=\n|$)|[ \t]{2,})")
# the first word of a body in a letterhead, which is printed in capitals
UNIT = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|BAN|VĂN PHÒNG|THỦ TƯỚNG|CHÍNH PHỦ$"
    r"|CÔNG AN|CỤC|CHI CỤC"
    r"|TỔNG CỤC|PHÒNG|TRUNG TÂM|THANH TRA|KHO BẠC|TỈNH ỦY|THÀNH ỦY|ĐẢNG ỦY|ĐẢNG BỘ|TRƯỜNG|VIỆN"
    r"|BỆNH VIỆN|TẬP ĐOÀN|CÔNG TY)\b"
)
UNIT_WORDS = {"UY BAN NHAN DAN": "ỦY BAN NHÂN DÂN", "HOI DONG NHAN DAN": "HỘI ĐỒNG NHÂN DÂN"}
PLACES = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu",
    "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "đảng ủy",
)  # fmt: skip
ACRONYMS = re.compile(r"(?<!\w)(?:ubnd|hđnd|mttq|tp)(?!\w)", re.IGNORECASE)
FIELD_BODIES = (
    "sở",
    "bộ",
    "phòng",
    "cục",
    "vụ",
    "văn phòng",
    "trung tâm",
    "ban",
    "thủ tướng",
    "thanh tra",
)


@dataclass(frozen=True)
class Letterhead:
    """What the top says, and where (in the plain text) it ends."""

    number: str | None
    issued_on: date | None
    issuer: str | None
    parent: str | None
    type: str
    subject: str | None
    urgency: str | None
    secrecy: str | None
    addressees: tuple[str, ...]
    end: int


def read_letterhead(text: str) -> Letterhead:
    """Reads the letterhead from the plain text of a directive."""
    head = SPACED.sub(_closed, text[:HEAD])
    head = head[: _first(head, BODY_OVER)]
    number, day = _number(head), _issued_on(head)
    form = TYPE_LINE.search(head, 0, _first(head, TO))
    subject, after_subject = _subject(head, form)
    addressees, after_addressees = _addressees(head, after_subject)
    bodies = _bodies(head[: _first_body_mark(head)]) or _wiring(head)
    subject = _without_issuer(subject, bodies)
    return Letterhead(
        number=number,
        issued_on=day,
        issuer=normal_case(bodies[-1]) if bodies else None,
        parent=normal_case(bodies[-2]) if len(bodies) > 1 else None,
        type=_type(form, number, head),
        subject=subject,
        urgency=_stamp(URGENCY, head),
        secrecy=_stamp(SECRECY, head),
        addressees=addressees,
        end=max(after_subject, after_addressees),
    )


def _closed(line: re.Match[str]) -> str:
    """“C H Ỉ   T H Ị” → “CHỈ THỊ”, of the same length."""
    words = re.split(r" {2,}", line[0])
    return " ".join(word.replace(" ", "") for word in words).ljust(len(line[0]))


def _first(head: str, mark: re.Pattern[str]) -> int:
    """Where the mark first stands, else the end."""
    found = mark.search(head)
    return found.start() if found else len(head)


def normal_case(capitals: str) -> str:
    """“ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG” → “Ủy ban nhân dân thành phố Đà Nẵng”."""
    words = lowered(flat(capitals))
    for place in PLACES:
        words = _titled(words, place)
    for body in FIELD_BODIES:
        words = re.sub(
            rf"(?<!\w)(?<!ủy )(?<!uỷ ){body} (\w)", lambda m: m[0][:-1] + m[1].upper(), words
        )
    words = re.sub(r"( và |, )(\w)", lambda m: m[1] + m[2].upper(), words)
    words = ACRONYMS.sub(lambda m: m[0].upper(), words)
    return words[:1].upper() + words[1:]


def _titled(words: str, place: str) -> str:
    """“tỉnh hà tĩnh” → “tỉnh Hà Tĩnh”, at the end of a name."""
    found = re.search(rf"\b{place} (?!{'|'.join(PLACES)})([^,]+)$", words)
    if not found:
        return words
    return words[: found.start(1)] + " ".join(w[:1].upper() + w[1:] for w in found[1].split())


def _number(head: str) -> str | None:
    found = NUMBER.search(head)
    return found[1].replace(" ", "").rstrip("-") if found else None


def _issued_on(head: str) -> date | None:
    top = head[: min(_first(head, TO), _first(head, TYPE_LINE), TOP)]
    for found in (*PLACE_AND_DATE.finditer(head), *DATE_BESIDE.finditer(top)):
        day, month, year = (int(n) for n in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _type(form: re.Match[str] | None, number: str | None, head: str) -> str:
    if form:
        return lowered(form[1])
    for name, letters in TYPES.items():
        if number and re.search(rf"[/-]{letters}[-/]", number + "/"):
            return lowered(name)
    return "công văn" if number or TO.search(head) else "khác"


def _first_body_mark(head: str) -> int:
    marks = (
        m.start()
        for m in (form.search(head) for form in (NUMBER, BLANK_NUMBER, TYPE_LINE, TO, ABOUT))
        if m
    )
    return min(marks, default=0)


def _bodies(top: str) -> list[str]:
    """Names of bodies in capitals, one per element, the issuer last."""
    bodies: list[str] = []
    broken = ""  # “ỦY / BAN NHÂN DÂN”
    for line in NATION.sub("\n", top).splitlines():
        for cell in map(_mended, COLUMNS.split(line)):
            if not _in_capitals(cell) or URGENCY.fullmatch(cell) or SECRECY.fullmatch(cell):
                continue
            if bodies and (not UNIT.match(cell) or bodies[-1] in ("CHỦ TỊCH", "THỦ TƯỚNG")):
                bodies[-1] += " " + cell
            elif UNIT.match(broken + cell):
                bodies.append(broken + cell)
            else:
                broken = cell + " "
    return bodies


def _mended(cell: str) -> str:
    """The words every committee has in its name, whose marks a scanner loses most."""
    words = flat(cell)
    bare = fold(words).upper()
    for plain_words, printed in UNIT_WORDS.items():
        at = bare.find(plain_words)
        if at >= 0 and len(bare) == len(words) and words.isupper():
            words = words[:at] + printed + words[at + len(printed) :]
    return words


def _in_capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _subject(head: str, form: re.Match[str] | None) -> tuple[str | None, int]:
    about = ABOUT.search(head)
    if form and (not about or about.start() > form.end()):
        return _gather(head, form.end(), capitals=True)
    if about:
        return _gather(head, about.end(), capitals=False)
    return None, 0


def _gather(head: str, start: int, capitals: bool) -> tuple[str | None, int]:
    """Lines of the subject, up to a blank, a cell mark, or the next element."""
    lines: list[str] = []
    at = start
    for line in head[start:].splitlines(keepends=True):
        words = flat(COLUMNS.split(line.strip(), maxsplit=1)[0])
        words = "" if RULE.fullmatch(words) else words
        if lines and (not words or _ends_subject(words, " ".join(lines), capitals)):
            break
        at += len(line)
        if words:
            lines.append(words)
    subject = ABOUT_WORDS.sub("", NOTE.sub("", flat(" ".join(lines)))).rstrip(" .;")
    return (subject or None, at)


def _ends_subject(words: str, above: str, capitals: bool) -> bool:
    if NATION.search(words) or TO.match(words) or _wired_to("\n" + words, 0):
        return True
    if capitals and _in_capitals(above):
        return not _in_capitals(words)
    if capitals and _in_capitals(words) and UNIT.match(words):
        return True
    return bool(PLACE_AND_DATE.match("\n" + words) or BODY_OPENS.match(words))


def _addressees(head: str, start: int) -> tuple[tuple[str, ...], int]:
    to = TO.search(head) or _wired_to(head, max(0, start - 1))
    if not to:
        return (), 0
    names, end = listed(head, to.end())
    return names, end


def _wiring(head: str) -> list[str]:
    """“THỦ TƯỚNG CHÍNH PHỦ điện:” where the top of the paper is lost."""
    found = _wired_to(head, 0)
    return [found["who"].strip()] if found and found["who"].strip() else []


def _without_issuer(subject: str | None, bodies: list[str]) -> str | None:
    """The body that decides may stand right below the subject of its decision."""
    for body in bodies[-1:]:
        if subject and subject != body and subject.endswith(" " + body):
            return subject.removesuffix(body).rstrip()
    return subject


def _wired_to(head: str, start: int) -> re.Match[str] | None:
    """The line may end with “điện:” whoever wires, a body in capitals or its head."""
    for found in WIRED_TO.finditer(head, start, start + NEAR):
        who = found["who"].strip()
        if not who or _in_capitals(who) or UNIT.match(who.upper()):
            return found
    return None


def _stamp(stamp: re.Pattern[str], head: str) -> str | None:
    found = stamp.search(head)
    return found[1] if found else None
