"""What a printed name may stand for: “Giám đốc Sở X” for Sở X, “phường Y” for its committee."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dondoc.rules.names.abbreviations import Spelling, canonical, spell

PERSON = r"(?:(?:cac )?dong chi |ong |ba )?"
LEADER = re.compile(
    rf"^{PERSON}(?:pho |quyen |q )?(?:tong giam doc|giam doc|chu tich|thu truong|nguoi dung dau"
    r"|bo truong|tong cuc truong|chi cuc truong|cuc truong|chi huy truong|tu lenh|vien truong"
    r"|chanh an|tong bien tap|truong doan|bi thu|hieu truong|chu nhiem|lanh dao) (?=\w)"
)
HEAD_OF = re.compile(
    rf"^{PERSON}(?:pho )?(?:truong|chanh) (?=(?:phong|ban|van phong|thanh tra|cong an|chi cuc"
    r"|tram|bo phan|doan)\b)"
)
NAMED = re.compile(
    r"^(?:dong chi|ong|ba) (?:\w+ ){1,6}?(?=(?:pho )?(?:giam doc|chu tich|truong|chanh) )"
)
COUNCIL_AND = "hoi dong nhan dan "
COMMITTEE = "uy ban nhan dan"
COMMITTEE_WORDS = spell("Ủy ban nhân dân")
KINDS_OF_PLACES = tuple(
    spell(kind)
    for kind in ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường",
                 "xã")
)  # fmt: skip
KINDS_OF_PLACES_TEXT = tuple(f"{kind.text} " for kind in KINDS_OF_PLACES)
# “bảo hiểm xã hội”, “chỉ huy quân sự”: words that inside a name are no kind of place
NO_PLACE_BEFORE = {"xa": {"hoi"}, "quan": {"su", "li", "doi"}, "tinh": {"hinh", "nguyen"}}
LINKS = tuple(
    canonical(words)
    for words in ("trên địa bàn", "trực thuộc ủy ban nhân dân", "thuộc ủy ban nhân dân",
                  "của ủy ban nhân dân", "trực thuộc", "thuộc", "của")
)  # fmt: skip
# one body under several names, by how these begin
ALSO_CALLED = tuple(
    tuple(spell(name) for name in names)
    for names in (
        ("Bộ Chỉ huy quân sự", "Ban Chỉ huy quân sự"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam",
         "Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Hành chính công"),
        ("Văn phòng HĐND và UBND", "Văn phòng UBND và HĐND"),
    )
)  # fmt: skip
LED, ALSO, LOCAL, PLACED, BARE_PLACE, OTHER_KIND = 0.95, 0.92, 0.9, 0.88, 0.72, 0.6


@dataclass(frozen=True)
class Place:
    """The place a name ends with: its kind, and which one where it is said."""

    kind: str
    proper: str = ""

    def may_be(self, other: "Place | None") -> bool:
        """Nothing said of the one contradicts the other: “thành phố” and “thành phố Đà Nẵng”."""
        if other is None:
            return True
        same = not self.proper or not other.proper or self.proper == other.proper
        return self.kind == other.kind and (same or self.is_in(other) or other.is_in(self))

    def is_in(self, other: "Place") -> bool:
        """“phường Hòa Minh, quận Liên Chiểu” for “phường Hòa Minh”."""
        after = self.proper.removeprefix(f"{other.proper} ")
        return after != self.proper and after.startswith(KINDS_OF_PLACES_TEXT)


@dataclass(frozen=True)
class Reading:
    """One thing a name may stand for, how surely, why, and the place cut from its end."""

    words: Spelling
    sure: float = 1.0
    reason: str = ""
    place: Place | None = None


@lru_cache(maxsize=20_000)
def readings(words: Spelling) -> tuple[Reading, ...]:
    """What a name may stand for, the plainest first."""
    led = without_title(words)
    found = [Reading(words)]
    if led != words:
        found.append(Reading(led, LED, "chức danh người đứng đầu"))
    found += [Reading(also, ALSO, "cách gọi khác") for also in _also_called(led)]
    body, place = without_place(led)
    if place and body.text != COMMITTEE:
        found.append(Reading(body, LOCAL, "lược địa danh", place))
    if kind_at(led, 0) and len(led.plain) > kind_at(led, 0):
        found.append(Reading(led.after(COMMITTEE_WORDS), PLACED, "địa danh của UBND"))
    return tuple(found)


def _also_called(words: Spelling) -> Iterator[Spelling]:
    """“MTTQ thành phố” → “Ủy ban MTTQ Việt Nam thành phố”."""
    for names in ALSO_CALLED:
        said = next((n for n in names if words.plain[: len(n.plain)] == n.plain), None)
        if said:
            rest = words.part(len(said.plain))
            yield from (rest.after(other) for other in names if other != said)


def without_title(words: Spelling) -> Spelling:
    """“Đồng chí Nguyễn Văn A, Giám đốc Sở X” → “Sở X”; “HĐND, UBND xã Y” → “UBND xã Y”."""
    text = NAMED.sub("", words.text)
    led = HEAD_OF.sub("", LEADER.sub("", text))
    if led.startswith(COUNCIL_AND + COMMITTEE + " "):
        led = led.removeprefix(COUNCIL_AND)
    return words.part(len(words.plain) - len(led.split()))


def without_place(words: Spelling) -> tuple[Spelling, Place | None]:
    """“Sở Y tế thành phố Đà Nẵng” → “Sở Y tế” and the place."""
    for at in range(1, len(words.plain)):
        if size := kind_at(words, at):
            place = Place(" ".join(words.plain[at : at + size]), " ".join(words.plain[at + size :]))
            return _without_link(words.part(0, at)), place
    return words, None


def _without_link(words: Spelling) -> Spelling:
    for link in LINKS:
        if words.text.endswith(f" {link}"):
            return words.part(0, -len(link.split()))
    return words


def kind_at(words: Spelling, at: int) -> int:
    """How many words of a kind of place stand there; “xã hội” and “phương tiện” are none."""
    for kind in KINDS_OF_PLACES:
        size = len(kind.plain)
        if words.plain[at : at + size] == kind.plain:
            after = words.plain[at + size : at + size + 1]
            other = at > 0 and bool(after) and after[0] in NO_PLACE_BEFORE.get(kind.text, ())
            return 0 if other or words.toned[at] not in (kind.toned[0], kind.plain[0]) else size
    return 0


@lru_cache(maxsize=20_000)
def place_of(words: Spelling) -> Place | None:
    """The place of which a name is the committee: “UBND phường X”, “phường X”."""
    led = without_title(words)
    if led.text.startswith(f"{COMMITTEE} "):
        led = led.part(len(COMMITTEE_WORDS.plain))
    size = kind_at(led, 0) if led.plain else 0
    if not size or len(led.plain) == size:
        return None
    return Place(" ".join(led.plain[:size]), " ".join(led.plain[size:]))
