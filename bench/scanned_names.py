"""How printed names come through a scanner: `python -m bench.scanned_names`; needs tesseract.

Pages of names are drawn, scanned badly, recognised as any hand-in is, and each line is looked up.
"""

import json
import os
import re
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont

from bench.names import DEPARTMENTS, SHARED, outcome
from dondoc.documents import paged_reading
from dondoc.documents.guard import Kind
from dondoc.rules.names import KnownName, Names
from tests.documents import scans

FONT = Path(paged_reading.__file__).parent / "fonts" / "Tinos-Regular.ttf"
A4 = (1654, 2339)  # dots at 200 dpi
LINES, HIGH = 34, 58
NOISE = 18  # twice that of an ordinary bad scan
ORDER = " chủ trì, báo cáo kết quả trong tháng;"


def drawn(lines: list[str]) -> Image.Image:
    """A page with an order to each, in the type of an official paper."""
    page = Image.new("RGB", A4, "white")
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, 39)  # 14 points
    for number, line in enumerate(lines):
        draw.text((236, 157 + number * HIGH), line + ORDER, font=font, fill=(20, 20, 20))
    return page


def recognised(page: Image.Image) -> list[str]:
    with TemporaryDirectory() as there:
        file = Path(there) / "page.png"
        file.write_bytes(scans.as_png(page))
        read = paged_reading.read_paged(Kind.PNG, str(file), lambda done, of: None)
    return [line for line in read.text.splitlines() if line.strip()]


def main() -> None:
    draw, counts = Random(3), Counter[str]()
    provinces = json.loads((SHARED / "vn_units.json").read_text())
    for province in draw.sample(provinces, 12):
        wards = [f"UBND {w['FullName'][0].lower()}{w['FullName'][1:]}" for w in province["Wards"]]
        bodies = [*DEPARTMENTS, *wards]
        names = Names([KnownName(n, (b,)) for n, b in enumerate(bodies)], province["FullName"])
        meant = draw.sample(range(len(bodies)), LINES)
        page = scans.scanned(
            drawn([bodies[n] for n in meant]), draw.randrange(99), turn=0.8, noise=NOISE
        )
        lines = recognised(page)
        if len(lines) != LINES:
            counts["trang lệch dòng"] += 1
            continue
        for n, line in zip(meant, lines, strict=True):
            printed = re.split(r" ?ch[uủúùũụư] ?tr", line)[0].strip()
            same = printed == bodies[n]
            counts[f"{'quét đúng' if same else 'quét sai'}: {outcome(names, printed, n)}"] += 1
            if os.environ.get("DONDOC_SHOW") and not same:
                print(f"  {bodies[n]} → {printed}: {outcome(names, printed, n)}")
    for what, count in counts.most_common():
        print(f"{what:<32}{count:>5}")


if __name__ == "__main__":
    main()
