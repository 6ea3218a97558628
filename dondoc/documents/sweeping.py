"""What was handed in and forgotten does not lie about: it goes after some days."""

from datetime import datetime, timedelta

from dondoc.database.erasure import cut_log
from dondoc.documents import spool
from dondoc.documents.actions.hand_ins import drop_hand_in
from dondoc.documents.models import HandIn
from dondoc.journal.models import House

KEPT = timedelta(days=7)
"""A week in which to come back to what one handed in."""


def sweep_hand_ins(at: datetime) -> int:
    """Drops hand-ins nobody came back to, and files whose deed never came about."""
    old = HandIn.objects.under_way().filter(handed_in_at__lt=at - KEPT)
    dropped = list(old.order_by("pk"))
    for hand_in in dropped:
        drop_hand_in(hand_in, by=House(), at=at)
    wanted = set(HandIn.objects.exclude(spool="").values_list("spool", flat=True))
    lost = spool.left_behind(wanted)
    for token in lost:
        spool.take_away(token)
    cut_log()
    return len(dropped) + len(lost)
