"""A directive without its letterhead, in an article whose title and first sentence say which."""

import re
from dataclasses import replace
from datetime import date

from dondoc.rules.directive.letterhead import HEAD, TYPES, Letterhead
from dondoc.rules.directive.vocabulary import one_of
from dondoc.rules.plain import flat, lowered

# “Ngày 13/9/2025, Thủ tướng Chính phủ đã có Chỉ thị 24/CT-TTg năm 2025 về việc …”
TOLD = re.compile(
    r"(?:^|\n)\s*Ngày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4}),\s+"
    r"(?P<issuer>[^\n.,;:]{3,80}?)\s+(?:đã\s+)?(?:có|ký|ban\s+hành|ký\s+ban\s+hành)\s+"
    rf"(?P<type>(?i:{one_of('|'.join(TYPES))}))\s+(?:số\s+)?(?P<number>\d{{1,6}}/[\w&-]+)"
    r"(?:\s+năm\s+\d{4})?\s+về\s+(?:việc\s+)?(?P<subject>[^\n.]{5,400})"
)


def named_by_article(text: str, top: Letterhead) -> Letterhead:
    """The letterhead, or where none is printed what the article says of the paper in its title."""
    if top.number or top.issued_on or top.issuer:
        return top
    told = TOLD.search(text[:HEAD])
    title = text.lstrip().split("\n", 1)[0]
    if not told or told["number"] not in title:
        return top
    day, month, year = (int(told[i]) for i in (1, 2, 3))
    try:
        issued_on = date(year, month, day)
    except ValueError:
        return top
    return replace(
        top, number=told["number"], issued_on=issued_on, issuer=flat(told["issuer"]),
        type=lowered(flat(told["type"])), subject=flat(told["subject"]),
    )  # fmt: skip
