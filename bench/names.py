"""How well and how fast printed names find their bodies: `python -m bench.names`.

Measured on all communes of the country and on the leads of labelled directives, where these lie
beside the house (`../shared/data`, or where DONDOC_SHARED says).
"""

import json
import os
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from dondoc.rules.folding import fold
from dondoc.rules.names import KnownName, Names, is_group

SHARED = Path(os.environ.get("DONDOC_SHARED", Path(__file__).parents[2] / "shared" / "data"))
SURE = 0.7
DEPARTMENTS = (
    "Văn phòng UBND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Thanh tra tỉnh", "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh", "Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Tư pháp",
    "Sở Công Thương", "Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ", "Sở Y tế",
    "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo",
    "Sở Ngoại vụ", "Sở Du lịch", "Sở Văn hóa và Thể thao", "Sở Quy hoạch - Kiến trúc",
    "Ban Quản lý Khu kinh tế và các khu công nghiệp", "Ban Xúc tiến và Hỗ trợ đầu tư",
    "Ban Quản lý các khu công nghệ cao và khu công nghiệp", "Ủy ban MTTQ Việt Nam tỉnh",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông", "Bảo hiểm xã hội tỉnh",
    "Báo và phát thanh, truyền hình tỉnh", "Trung tâm Phục vụ hành chính công",
    "Trung tâm Chuyển đổi số", "Kho bạc Nhà nước khu vực", "Thuế tỉnh",
    "Chi cục Quản lý thị trường",
)  # fmt: skip
SYLLABLES = "an bình châu điện giang hòa khánh liên minh ngọc phú quang sơn tân vĩnh"
OLD_TONES = {"óa": "oá", "òa": "oà", "ỏa": "oả", "úy": "uý", "ùy": "uỳ", "ủy": "uỷ", "óe": "oé"}


def _old_tones(name: str) -> str:
    for new, old in OLD_TONES.items():
        name = name.replace(new, old)
    return name


def _slip(name: str, draw: Random) -> str:
    """One letter after the kind of place misread as a scanner might."""
    at = draw.randrange(len(name) - 1 - len(name.split(" ", 1)[1]), len(name))
    return name[:at] + draw.choice("aeiounhtlrc") + name[at + 1 :]


def _lost_mark(name: str, draw: Random) -> str:
    marked = [at for at, letter in enumerate(name) if fold(letter) != letter.lower()]
    at = draw.choice(marked or [0])
    return name[:at] + unicodedata.normalize("NFD", name[at])[0] + name[at + 1 :]


WAYS: dict[str, Callable[[str, Random], str]] = {
    "UBND phường X": lambda name, _: f"UBND {name[0].lower()}{name[1:]}",
    "ỦY BAN NHÂN DÂN PHƯỜNG X": lambda name, _: f"Ủy ban nhân dân {name}".upper(),
    "Chủ tịch UBND P. X": lambda name, _: (
        f"Chủ tịch UBND {name[0] if name[0] in 'PX' else 'ĐK'}. {name.split(' ', 1)[1]}"
        if name[0] in "PX" else f"Chủ tịch UBND {name}"
    ),
    "phường X, dấu cũ, NFD": lambda name, _: unicodedata.normalize("NFD", _old_tones(name)),
    "ubnd phuong x": lambda name, _: fold(f"ubnd {name}"),
    "UBND phường X, mất một dấu": lambda name, draw: f"UBND {_lost_mark(name, draw)}",
    "UBND phường X, sai một chữ": lambda name, draw: f"UBND {_slip(name, draw)}",
}  # fmt: skip


def communes() -> Iterator[tuple[str, Counter[str]]]:
    """For each way of printing: how many communes are found, asked about, taken for another."""
    draw = Random(34)
    provinces = json.loads((SHARED / "vn_units.json").read_text())
    counts = {way: Counter[str]() for way in WAYS}
    for province in provinces:
        wards = [ward["FullName"] for ward in province["Wards"]]
        known = [KnownName(n, (f"UBND {w[0].lower()}{w[1:]}",)) for n, w in enumerate(wards)]
        names = Names(known, home=f"UBND {province['FullName']}")
        for n, ward in enumerate(wards):
            for way, printed in WAYS.items():
                counts[way][outcome(names, printed(ward, draw), n)] += 1
    yield from counts.items()


def outcome(names: Names, printed: str, meant: int) -> str:
    """Found, taken for another, or asked about with or without the right candidate."""
    found = names.find(printed)
    sure = [m for m in found if m.confidence == found[0].confidence >= SURE]
    if len(sure) == 1:
        return "nhận đúng" if sure[0].id == meant else "nhầm"
    offered = any(m.id == meant for m in found)
    return "hỏi, có gợi ý đúng" if offered else "hỏi, không có gợi ý"


def calibration(draw: Random) -> dict[str, tuple[int, int]]:
    """For each reason of the first candidate: how often it was right, of how often it was said."""
    said: dict[str, tuple[int, int]] = {}
    for province in json.loads((SHARED / "vn_units.json").read_text()):
        wards = [ward["FullName"] for ward in province["Wards"]]
        names = Names([KnownName(n, (f"UBND {w}",)) for n, w in enumerate(wards)])
        for n, ward in enumerate(wards):
            for printed in WAYS.values():
                if found := names.find(printed(ward, draw)):
                    key = f"{found[0].confidence:.2f} {found[0].reason}"
                    right, of = said.get(key, (0, 0))
                    said[key] = (right + (found[0].id == n), of + 1)
    return said


def leads() -> Counter[str]:
    """How the leads of labelled directives resolve in the directory of a made-up province."""
    outcomes: Counter[str] = Counter()
    for file in sorted((SHARED / "directives" / "dev").glob("*.json")):
        label = json.loads(file.read_text())
        names = _departments_of("thành phố" in (label["issuer"] or "").lower())
        for task in label["tasks"]:
            for lead in task["lead"]:
                found = names.find(lead)
                sure = bool(found) and found[0].confidence >= SURE
                how = "nhóm" if is_group(lead) else "nhận ra" if sure else "hỏi"
                outcomes[how] += 1
                if os.environ.get("DONDOC_SHOW") and how == "hỏi":
                    print(f"    {lead} ~ {found[:2]}")
    return outcomes


def _departments_of(a_city: bool) -> Names:
    called = (name.replace("tỉnh", "thành phố") if a_city else name for name in DEPARTMENTS)
    return Names([KnownName(n, (name,)) for n, name in enumerate(called)])


def speed(bodies: int = 400, orders: int = 30) -> tuple[float, float, float]:
    """Milliseconds to arrange a directory, and for 30 orders of 6 names: known, and misread."""
    draw = Random(6)
    syllables = SYLLABLES.split()
    places = {" ".join(draw.choices(syllables, k=3)).title() for _ in range(bodies * 2)}
    known = [f"UBND phường {place}" for place in sorted(places)[: bodies - len(DEPARTMENTS)]]
    directory = [KnownName(n, (name,)) for n, name in enumerate((*DEPARTMENTS, *known))]
    start = time.perf_counter()
    names = Names(directory)
    arranged = time.perf_counter()
    asked = [draw.choice(known) for _ in range(orders * 6)]
    _ask(names, asked)
    warm = time.perf_counter()
    _ask(names, asked)
    done = time.perf_counter()
    misread = [name[:-2] + draw.choice("xzq") + name[-1] for name in asked]
    _ask(names, misread)
    end = time.perf_counter()
    return (arranged - start) * 1000, (done - warm) * 1000, (end - done) * 1000


def _ask(names: Names, printed: list[str]) -> None:
    for name in printed:
        names.find(name)


def main() -> None:
    arranged, exact, misread = speed()
    print(
        f"400 cơ quan: dựng {arranged:.0f} ms; 180 tên {exact:.1f} ms; 180 tên sai {misread:.1f} ms"
    )
    if not (SHARED / "vn_units.json").exists():
        return
    for way, counts in communes():
        total = sum(counts.values())
        print(f"{way:<32}", *(f"{what} {n} ({n / total:.2%})" for what, n in counts.most_common()))
    for key, (right, of) in sorted(calibration(Random(35)).items(), reverse=True):
        if of >= 20:
            print(f"  {key:<34} đúng {right}/{of} ({right / of:.1%})")
    print("Đơn vị chủ trì trong văn bản gán nhãn:", dict(leads()))


if __name__ == "__main__":
    main()
