"""Whoever was handed work signs for it, and says what he found missing."""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.handovers.flow import receipt_flow, receives
from dondoc.handovers.models import Receipt

State = Receipt.State


@receipt_flow.step("Ký nhận", who=receives, frm=State.WAITS)
def sign_receipt(receipt: Receipt, *, by: Officer, at: datetime, missing: str = "") -> None:
    """He has it, all of it, or all but what he names."""
    receipt.signed_by, receipt.signed_at, receipt.missing = by, at, missing.strip()
    receipt.state = State.LACKING if receipt.missing else State.SIGNED
