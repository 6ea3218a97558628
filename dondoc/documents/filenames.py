"""Names people give their files, made harmless; and the refusal of a file, in words."""

import unicodedata
from pathlib import PurePosixPath

MAX_NAME = 150  # letters
NAMELESS = "tep"
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, bidi and zero-width, surrogates
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}


class FileRefused(Exception):
    """The file may not be kept; the message tells the person what is wrong and what to do."""


def safe_name(name: str) -> str:
    """The file's own name, NFC, at most 150 letters, without path or unseen letters."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(
        " " if unicodedata.category(letter) in {"Zs", "Cc"} else letter
        for letter in last
        if letter in "\t\n\r" or unicodedata.category(letter) not in _UNSEEN
    )
    plain = " ".join(seen.translate(_FORBIDDEN).split()).strip(". ")
    if not plain or plain.split(".")[0].strip().casefold() in _DEVICES:
        plain = f"{NAMELESS}_{plain}".rstrip("_")
    return _shortened(plain)


def extension(name: str) -> str:
    """The extension in lower case with its dot; empty when the name has none."""
    return PurePosixPath(safe_name(name)).suffix.lower()


def _shortened(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    if len(suffix) > 10:
        suffix = ""
    stem = name.removesuffix(suffix) if suffix else name
    return stem[: MAX_NAME - len(suffix)].rstrip(". ") + suffix
