"""The reader's work behind a person's back: the words of what was handed in, page by page."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from dondoc.documents import spool
from dondoc.documents.actions.hand_ins import (
    READING,
    Found,
    NumberAlone,
    fail_reading,
    finish_reading,
    turn_away,
)
from dondoc.documents.extraction import ExtractionFailed, extract_text
from dondoc.documents.guard import Kind
from dondoc.documents.intake import found_in, reading_of
from dondoc.documents.models import HandIn
from dondoc.documents.queries import READ_HAND_IN
from dondoc.jobs.queue import Told, Work, Write
from dondoc.journal.models import House

HOUSE = House()
GONE = "Tệp không còn ở máy chủ. Hãy bỏ mục này rồi tải tệp lên lại."
BROKE = "Máy chủ gặp lỗi khi đọc tệp này. Hãy bấm “Đọc lại”, hoặc nhập tay các mục."


def read_hand_in(pk: int, told: Told) -> Write:
    """Reads one; what came of it is written only if nobody has taken it back meanwhile."""
    hand_in = HandIn.objects.get(pk=pk)
    path = spool.path_of(hand_in.spool)
    if not path.exists():
        return _if_still_reading(pk, partial(fail_reading, why=GONE))
    kind = Kind(hand_in.kind)
    try:
        extracted = extract_text(kind, path, told)
    except ExtractionFailed as failure:
        return _if_still_reading(pk, partial(fail_reading, why=str(failure)))
    return _if_still_reading(pk, partial(_written, found=found_in(kind, extracted)))


def _written(hand_in: HandIn, *, by: House, at: datetime, found: Found) -> None:
    """A state secret is turned away before a word of it reaches the database."""
    reading = reading_of(found.text, hand_in.committee, at, found)
    if reading.secrecy:
        number = NumberAlone(reading.number_alone())
        turn_away(hand_in, by=by, at=at, number=number)
    else:
        finish_reading(hand_in, by=by, at=at, found=found)


def _if_still_reading(pk: int, deed: Callable[..., None]) -> Write:
    def write(at: datetime) -> None:
        hand_in = HandIn.objects.filter(pk=pk, state=READING).first()
        if hand_in is not None:
            deed(hand_in, by=HOUSE, at=at)

    return write


def give_up_reading(pk: int, at: datetime) -> None:
    """Nothing helped: the person is told, and may register by hand."""
    _if_still_reading(pk, partial(fail_reading, why=BROKE))(at)


READER = Work(READ_HAND_IN, "Đọc văn bản đưa vào", read_hand_in, give_up_reading)
