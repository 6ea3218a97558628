"""With whom the meeting was held whose conclusions a notice tells."""

import re

from dondoc.rules.directive.letterhead import Letterhead, normal_case

HELD_WITH = re.compile(
    r"làm\s+việc\s+(?:với|tại)\s+[^.;]{0,80}?(?<!\w)((?:tỉnh|thành\s+phố)\s+"
    r"(?!(?:ủy|uỷ)(?!\w))(?:(?!(?:về|ngày|trong|năm|và|để)(?!\w))[^\W\d_]+\s*){2,4})",
    re.IGNORECASE,
)


def host_of(top: Letterhead) -> str | None:
    """“… buổi làm việc với lãnh đạo tỉnh Sơn La” → “tỉnh Sơn La”."""
    found = HELD_WITH.search(top.subject or "") if top.type == "thông báo" else None
    if not found:
        return None
    name = normal_case(found[1].strip())
    return name[:1].lower() + name[1:]
