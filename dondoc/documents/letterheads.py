"""How bodies and signers are named in official papers."""

import re
from datetime import date
from typing import Any

from dondoc.agencies.models import Agency, Kind, Officer
from dondoc.rules.layout import Signature
from dondoc.rules.wording import vn_date

_SHORT = re.compile(r"^UBND\b")
_SPOKEN = re.compile(r"^UBND (thành phố|tỉnh|quận|huyện|thị xã|phường|xã|đặc khu)\b", re.IGNORECASE)


def in_full(name: str) -> str:
    """ "Ủy ban nhân dân thành phố Đà Nẵng"."""
    return _SHORT.sub("Ủy ban nhân dân", name)


def spoken(name: str) -> str:
    """ "UBND thành phố", as running text names the committee itself."""
    found = _SPOKEN.match(name)
    return found.group(0) if found else name


def territory(name: str) -> str:
    """ "thành phố" of "UBND thành phố Đà Nẵng"."""
    return spoken(name).removeprefix("UBND ")


def office_letterhead(office: Agency, head: Officer, type_symbol: str = "BC") -> dict[str, Any]:
    """The head of a paper of the Office; of a committee without one, by order of its chairman."""
    committee = office.committee or office
    of_office = office.kind == Kind.OFFICE
    return {
        "issuer": office_name(office) if of_office else in_full(committee.name),
        "parent": in_full(committee.name) if of_office else "",
        "symbol": f"{type_symbol}-{office.symbol or 'VP'}",
        "place": committee.place or committee.name,
        **(office_signature(head) if of_office else signature("TL. CHỦ TỊCH", head.title, head)),
    }


def office_name(office: Agency) -> str:
    """ "Văn phòng", "Văn phòng HĐND và UBND": its committee stands on the line above it."""
    named = office.name.split(" UBND ")[0]
    return f"{named} UBND" if named.endswith(" và") else named


def office_signature(head: Officer) -> dict[str, str]:
    """The Chief signs himself; a deputy signs for him."""
    deputy = head.title.casefold().startswith("phó ")
    return signature(f"KT. {head.title[4:]}" if deputy else "", head.title, head)


def committee_letterhead(
    committee: Agency, signer: Officer, symbol: str | None = None
) -> dict[str, Any]:
    """The head of a paper of the committee, signed by a leader; by default that of a dispatch."""
    title = signer.title.removesuffix(" UBND").strip()
    deputy = title.casefold().startswith("phó ")
    return {
        "issuer": in_full(committee.name),
        "parent": "",
        "symbol": symbol or f"{committee.symbol or 'UBND'}-KSTT",
        "place": committee.place or committee.name,
        **signature("KT. CHỦ TỊCH" if deputy else "", title, signer),
    }


def signature(authority: str, title: str, signer: Officer) -> dict[str, str]:
    """Boxes 7a–c as they will be printed, whoever holds the seat later."""
    return {
        "authority": authority.upper(), "signer_title": title.upper(), "signer": signer.user.name,
    }  # fmt: skip


def numbered(number: str, day: date) -> dict[str, str]:
    """What a letterhead gains when the paper is issued."""
    return {"number": number, "day": day.isoformat(), "day_in_words": vn_date(day)}


def on_paper(letterhead: dict[str, Any]) -> dict[str, Any]:
    """What a `Paper` takes from a letterhead; without a number it is a draft."""
    number = letterhead.get("number")
    authority = (letterhead["authority"],) if letterhead["authority"] else ()
    return {
        "issuer": letterhead["issuer"],
        "parent_agency": letterhead["parent"],
        "symbol": letterhead["symbol"],
        "place": letterhead["place"],
        "signature": Signature(authority, letterhead["signer_title"], letterhead["signer"]),
        "number": int(number.partition("/")[0]) if number else None,
        "day": date.fromisoformat(letterhead["day"]) if number else None,
        "draft": not number,
    }
