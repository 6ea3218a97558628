"""One spelling for comparison: no marks, no capitals, abbreviations written out."""

import re
from functools import lru_cache

from dondoc.rules.folding import fold

# letters as officers abbreviate them, parts that “&”, “-”, “.” or blanks may join → words
ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ub mttq vn": "uy ban mat tran to quoc viet nam",
    "ub mttq": "uy ban mat tran to quoc",
    "mttq vn": "mat tran to quoc viet nam",
    "mttq": "mat tran to quoc",
    "ttpvhcc": "trung tam phuc vu hanh chinh cong",
    "ttp vhcc": "trung tam phuc vu hanh chinh cong",
    "vpub": "van phong uy ban nhan dan",
    "vp": "van phong",
    "tp": "thanh pho",
    "tx": "thi xa",
    "bch": "ban chi huy",
    "chqs": "chi huy quan su",
    "bql": "ban quan ly",
    "bhxh": "bao hiem xa hoi",
    "kbnn": "kho bac nha nuoc",
    "ca": "cong an",
    "nn mt": "nong nghiep moi truong",
    "nn ptnt": "nong nghiep phat trien nong thon",
    "tn mt": "tai nguyen moi truong",
    "gtvt": "giao thong van tai",
    "kh dt": "ke hoach dau tu",
    "ld tb xh": "lao dong thuong binh xa hoi",
    "ldtb xh": "lao dong thuong binh xa hoi",
    "vh tt dl": "van hoa the thao du lich",
    "vhtt dl": "van hoa the thao du lich",
    "vh tt": "van hoa the thao",
    "gd dt": "giao duc dao tao",
    "kh cn": "khoa hoc cong nghe",
    "tt tt": "thong tin truyen thong",
    "dt tg": "dan toc ton giao",
    "kt ht dt": "kinh te ha tang do thi",
    "vh xh": "van hoa xa hoi",
    "ttra": "thanh tra",
}
# one letter and a dot stand for a kind of place: “P. Hòa Hải”
SHORT_PLACE = re.compile(r"(?:^|(?<= ))(?P<letter>[qphx])\. ?(?=[a-z0-9])")
PLACE_OF = {"q": "quan ", "p": "phuong ", "h": "huyen ", "x": "xa "}
WRITTEN_OUT = [
    (re.compile(r"(?<![a-z])" + r"[ .,&/-]*(?:va )?".join(short.split()) + r"(?![a-z])"), long)
    for short, long in sorted(ABBREVIATIONS.items(), key=lambda item: -len(item[0]))
]
JOINTS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=20_000)
def canonical(name: str) -> str:
    """The name in plain words: “Sở NN&MT” → “so nong nghiep moi truong”."""
    text = fold(name)
    text = SHORT_PLACE.sub(lambda m: PLACE_OF[m["letter"]], text)
    for short, long in WRITTEN_OUT:
        text = short.sub(long, text)
    words = JOINTS.sub(" ", text).split()
    return " ".join(word for word in words if word != "va")
