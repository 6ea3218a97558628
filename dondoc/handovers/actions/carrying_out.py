"""The deed itself: every line moves by its own action, all of them or none."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.documents.filing import keep
from dondoc.documents.rendering.files import RENDERERS
from dondoc.handovers.flow import handover_flow, hands_over, house
from dondoc.handovers.models import Handover, HandoverLine, Receipt
from dondoc.handovers.protocol import protocol
from dondoc.handovers.queries import Sheet, holder_of, sheet_of
from dondoc.jobs.queue import enqueue
from dondoc.journal.models import House
from dondoc.rules.wording import thousands
from dondoc.workflow import NotNow, Refused

State, Outcome = Handover.State, HandoverLine.Outcome
HAND_OVER = "hand_over"
AT_ONCE = 200
"""Lines that move while the person waits; more are moved behind his back."""
MOST = 2000
"""Lines of one deed: a transaction that others who write can wait for."""


@dataclass(frozen=True)
class Protocol:
    """The two files, drawn from the list as it was seen."""

    docx: bytes
    pdf: bytes
    drawn_from: tuple[Any, ...]

    def __str__(self) -> str:
        return f"biên bản {len(self.drawn_from)} dòng"


@handover_flow.step("Bàn giao", who=hands_over, frm=State.DRAFT)
def hand_over(handover: Handover, *, by: Officer, at: datetime) -> None:
    """One press: a short list moves at once, a long one behind the person's back."""
    sheet = sheet_of(handover, by, day_of(at))
    refuse_unready(handover, sheet)
    handover.handed_over_by, handover.handed_over_at, handover.stopped_for = by, at, ""
    if sheet.going > AT_ONCE:
        handover.state = State.MOVING
        enqueue(HAND_OVER, handover.pk, at)
        return
    _move(handover, sheet, drawn(handover, sheet, by), by, at)
    handover.state = State.DONE


def refuse_unready(handover: Handover, sheet: Sheet) -> None:
    """In words, where the list cannot go as it stands."""
    if sheet.going > MOST:
        raise Refused(
            f"Mỗi lần bàn giao tối đa {thousands(MOST)} việc, danh sách này có "
            f"{thousands(sheet.going)}. Hãy để lại một loại việc rồi bàn giao loại đó lần sau."
        )
    if sheet.new:
        raise NotNow(
            f"Có {sheet.new} việc mới phát sinh từ khi lập danh sách. Hãy bấm “Cập nhật danh sách”."
        )
    if wrong := sheet.wrong:
        first = wrong[0]
        raise Refused(
            f"Còn {len(wrong)} việc chưa bàn giao được, ví dụ “{first.line.words[:80]}”: "
            f"{first.problem} Hãy chọn người nhận khác hoặc để lại."
        )
    if not sheet.going and not handover.facts:
        raise Refused("Không có việc nào được chọn để bàn giao.")
    if not sheet.going and handover.receiver is None:
        raise Refused("Hãy chọn người nhận.")


def drawn(handover: Handover, sheet: Sheet, by: Officer) -> Protocol:
    """Both files of the protocol."""
    handover.state = State.MOVING  # it is no draft any more
    paper = protocol(handover, sheet, by)
    return Protocol(RENDERERS["docx"](paper), RENDERERS["pdf"](paper), _seen(sheet))


def _seen(sheet: Sheet) -> tuple[Any, ...]:
    return tuple((one.pk, str(one.taker), one.is_left) for one in sheet.lines)


@handover_flow.step("Chuyển xong việc bàn giao", who=hands_over, frm=State.MOVING, to=State.DONE)
def carry_out(handover: Handover, *, by: Officer, at: datetime, papers: Protocol) -> None:
    """A long list moves at last, in the name of whoever decided it."""
    sheet = sheet_of(handover, by, day_of(at))
    refuse_unready(handover, sheet)
    if _seen(sheet) != papers.drawn_from:
        raise NotNow("Danh sách đã thay đổi trong lúc lập biên bản. Hãy thử lại.")
    _move(handover, sheet, papers, by, at)


@handover_flow.step("Chưa chuyển được", who=house, frm=State.MOVING, to=State.DRAFT)
def stop_moving(handover: Handover, *, by: House, at: datetime, why: str) -> None:
    """Nothing moved: the list is sorted again, and says what stood in the way."""
    handover.stopped_for = why[:500]
    handover.handed_over_by, handover.handed_over_at = None, None


def _move(handover: Handover, sheet: Sheet, papers: Protocol, by: Officer, at: datetime) -> None:
    _move_lines(handover, sheet, by, at)
    _mark(handover, sheet)
    name = f"Biên bản bàn giao {handover.pk}"
    docx, pdf = (
        keep(SimpleUploadedFile(f"{name}.{kind}", content), by=by, at=at)
        for kind, content in (("docx", papers.docx), ("pdf", papers.pdf))
    )
    handover.docx, handover.pdf = docx, pdf


def _move_lines(handover: Handover, sheet: Sheet, by: Officer, at: datetime) -> None:
    holder = holder_of(handover)
    whose = "giver" if isinstance(holder, Officer) else "ended"
    said = {"by": by, "at": at, whose: holder, "handover": str(handover)}
    for holding, shown in sheet.groups:
        rows = {row.pk: row for row in holding.held_by(holder)}
        for one in shown:
            if not one.is_left:
                holding.move(rows[one.line.subject], taker=one.taker, **said)


def _mark(handover: Handover, sheet: Sheet) -> None:
    """What became of each line, and a receipt to sign for everyone who got something."""
    going = [one for one in sheet.lines if not one.is_left]
    for taker in {one.taker: None for one in going}:
        theirs = handover.lines.filter(pk__in=[one.pk for one in going if one.taker == taker])
        theirs.update(outcome=Outcome.MOVED, **_as(taker))
    handover.lines.filter(outcome=Outcome.WAITS).update(outcome=Outcome.CHANGED)
    counts = Counter(one.taker for one in going) or Counter({handover.receiver: 0})
    Receipt.objects.bulk_create(
        Receipt(handover=handover, count=count, **_as(taker)) for taker, count in counts.items()
    )


def _as(taker: Officer | Agency | None) -> dict[str, Any]:
    return {"receiver": taker} if isinstance(taker, Officer) else {"successor": taker}
