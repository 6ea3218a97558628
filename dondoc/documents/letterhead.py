"""The letterhead as it was read, in the words the register keeps."""

from datetime import datetime
from typing import Any

from dondoc.agencies.models import Agency
from dondoc.database.clock import day_of
from dondoc.documents.models import Type, Urgency
from dondoc.rules.directive import Directive
from dondoc.rules.folding import fold
from dondoc.rules.names import KnownName, match

TYPES = {label: value for value, label in Type.choices}
URGENCIES = {
    "KHẨN": Urgency.URGENT, "THƯỢNG KHẨN": Urgency.VERY_URGENT,
    "HỎA TỐC": Urgency.FLASH, "HOẢ TỐC": Urgency.FLASH,
}  # fmt: skip


def letterhead_of(directive: Directive, committee: Agency, at: datetime) -> dict[str, Any]:
    """What `register` takes; what the paper does not say is empty, never guessed."""
    signer = directive.signer
    return {
        "type": TYPES.get(directive.type, Type.OTHER),
        "number": (directive.number or "")[:60],
        "issued_on": directive.issued_on,
        "issuer": (directive.issuer or "")[:200],
        "issuer_agency": issuer_agency(directive.issuer or "", committee, at),
        "signer_authority": ((signer and signer.authority) or "")[:120],
        "signer_title": ((signer and signer.title) or "")[:120],
        "signer_name": ((signer and signer.name) or "")[:100],
        "subject": (directive.subject or "")[:500],
        "urgency": URGENCIES.get(directive.urgency or "", Urgency.NORMAL),
        "addressees": list(directive.addressees),
        "recipients": list(directive.recipients),
    }


def issuer_agency(issuer: str, committee: Agency, at: datetime) -> Agency | None:
    """The body that issued it: the committee itself, one above, or one directly below."""
    if not issuer:
        return None
    above = [int(pk) for pk in committee.path.strip("/").split("/")]
    near = Agency.objects.filter(pk__in=above) | Agency.objects.filter(parent=committee)
    bodies = {a.pk: a for a in near.existing_on(day_of(at))}
    known = [KnownName(a.pk, (a.name, a.short_name or a.name)) for a in bodies.values()]
    found = match(issuer, known)
    if found and found[0].confidence >= 0.88:
        return bodies[found[0].id]
    named = [a for a in bodies.values() if fold(a.name) == fold(issuer)]
    return named[0] if named else None
