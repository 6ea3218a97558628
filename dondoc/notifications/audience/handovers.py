"""Who hears of hand-overs: whoever receives; of what is missing, those who drew it up."""

from collections.abc import Set

from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, nobody


def receivers(deed: Deed) -> Set[int]:
    """Each person on whom work went over; of a body, those who answer for it."""
    rows = deed.subject.receipts.select_related("successor")
    people = {row.receiver_id for row in rows if row.receiver_id}
    return people.union(*(deed.seats.answering_for(row.successor) for row in rows if row.successor))


def receivers_at_once(deed: Deed) -> Set[int]:
    """The same, where the list has gone over; a long one is told when it has."""
    has_gone = deed.entry is not None and deed.entry.now.get("state") == "done"
    return receivers(deed) if has_gone else NONE


def handing_over(deed: Deed) -> Set[int]:
    """Who drew it up and who decided it."""
    found = (deed.subject.drawn_up_by_id, deed.subject.handed_over_by_id)
    return {one for one in found if one}


def drawn_up_by(deed: Deed) -> Set[int]:
    """Of what a receiver signed: whoever handed over, and the Office where something is missing."""
    handover, missing = deed.subject.handover, deed.subject.missing
    office = deed.seats.answering_for(handover.committee) if missing else NONE
    return office | {handover.handed_over_by_id}


AUDIENCE: dict[str, Hearers] = {
    "handover.draft_handover": nobody,
    "handover.draft_succession": nobody,
    "handover.fill_in": nobody,
    "handover.sort_lines": nobody,
    "handover.refresh_lines": nobody,
    "handover.drop_handover": nobody,
    "handover.hand_over": receivers_at_once,
    "handover.carry_out": receivers,
    "handover.stop_moving": handing_over,
    "receipt.sign_receipt": drawn_up_by,
}
