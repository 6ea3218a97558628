"""Telephone numbers as Vietnamese officials write them, and as a gateway of messages takes them.

Mobile numbers have had ten digits since 2018 (numbering plan, thông tư 22/2014/TT-BTTTT as changed
by quyết định 798/QĐ-BTTTT); landlines receive no messages.
"""

import re

_BETWEEN = re.compile(r"[\s.\-()]")
_MOBILE = re.compile(r"(?:\+?84|0)([35789]\d{8})")


def mobile_number(written: str) -> str | None:
    """ "0912 345 678" → "+84912345678"; None for what is no mobile number of Việt Nam."""
    found = _MOBILE.fullmatch(_BETWEEN.sub("", written))
    return f"+84{found[1]}" if found else None
