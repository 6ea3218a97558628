"""What is done to a file between the moment it is handed in and the register."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from dondoc.agencies.models import Agency, Officer
from dondoc.database.erasure import erase_freed
from dondoc.documents import spool
from dondoc.documents.filing import keep_content, let_go
from dondoc.documents.flow import (
    hand_in_flow,
    handed_in,
    handed_in_or_house,
    keeps_register,
    the_house,
)
from dondoc.documents.models import Document, HandIn, StoredFile
from dondoc.documents.queries import READ_HAND_IN
from dondoc.jobs.queue import enqueue, forget
from dondoc.journal.models import Actor
from dondoc.workflow import Refused

READING, READ, FAILED, SECRET, REGISTERED, DROPPED = (s.value for s in HandIn.State)


@dataclass(frozen=True)
class Upload:
    """A file the guard let in. The journal is told its kind and size, never its name."""

    name: str
    kind: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.kind}, {len(self.content)} byte"


@dataclass(frozen=True)
class Found:
    """What the reading found: the words, the pages as they are kept, what to know of them."""

    text: str
    pages: list[dict[str, Any]]
    notes: list[str]

    def __str__(self) -> str:
        return f"{len(self.pages)} trang có hình, {len(self.text)} ký tự"


@dataclass(frozen=True)
class NumberAlone:
    """What may be kept of a state secret, to fill in the form; the journal is told none of it."""

    head: dict[str, Any]

    def __str__(self) -> str:
        return "số, ngày, cơ quan ban hành"


@hand_in_flow.start("Đưa văn bản vào đọc", who=keeps_register)
def hand_in(
    committee: Agency, *, by: Officer, at: datetime, upload: Upload, found: Found | None = None
) -> HandIn:
    """A file is handed in: what was read at once waits for a look, the rest for the reader."""
    new = HandIn(committee=committee, handed_in_by=by, handed_in_at=at, kind=upload.kind)
    if found is not None:
        _put_found(new, found, keep_content(upload.name, upload.kind, upload.content, by=by, at=at))
    else:
        new.spool = spool.put(upload.name, upload.content)
    new.save()
    if found is None:
        enqueue(READ_HAND_IN, new.pk, at)
    return new


def _put_found(hand_in: HandIn, found: Found, original: StoredFile) -> None:
    hand_in.state, hand_in.original = READ, original
    hand_in.text, hand_in.pages, hand_in.notes = found.text, found.pages, found.notes


@hand_in_flow.step("Đọc xong", who=the_house, frm=READING)
def finish_reading(hand_in: HandIn, *, by: Actor, at: datetime, found: Found) -> None:
    """The words were read and are no state secret: the file is kept, a person looks it over."""
    _put_found(hand_in, found, _keep_spooled(hand_in, at))


def _keep_spooled(hand_in: HandIn, at: datetime) -> StoredFile:
    """The file is kept, and leaves the spool once that is committed: a kill loses neither."""
    try:
        content = spool.path_of(hand_in.spool).read_bytes()
    except OSError as gone:
        raise Refused("Tệp không còn trên máy chủ. Hãy tải lên lại.") from gone
    name, by = spool.name_of(hand_in.spool), hand_in.handed_in_by
    stored = keep_content(name, hand_in.kind, content, by=by, at=at)
    transaction.on_commit(partial(spool.take_away, hand_in.spool))
    hand_in.spool = ""
    return stored


@hand_in_flow.step("Không đọc được", who=the_house, frm=READING, to=FAILED)
def fail_reading(hand_in: HandIn, *, by: Actor, at: datetime, why: str) -> None:
    """The house could not read it: the words say what to do, and it can be registered by hand."""
    hand_in.failure = why[:300]


@hand_in_flow.step("Đọc lại", who=handed_in, frm=FAILED, to=READING)
def read_again(hand_in: HandIn, *, by: Officer, at: datetime) -> None:
    """Tried once more, after what was in the way has been put right."""
    hand_in.failure = ""
    enqueue(READ_HAND_IN, hand_in.pk, at)


@hand_in_flow.step(
    "Từ chối văn bản mật", who=handed_in_or_house, frm=(READING, READ, FAILED), to=SECRET
)
def turn_away(hand_in: HandIn, *, by: Actor, at: datetime, number: NumberAlone) -> None:
    """A state secret: its content is nowhere any more, only its number is offered for the register.

    Luật Bảo vệ bí mật nhà nước 117/2025, Điều 5.
    """
    _empty(hand_in)
    hand_in.head = number.head


@hand_in_flow.step(
    "Bỏ văn bản đưa vào", who=handed_in_or_house, frm=(READING, READ, FAILED, SECRET), to=DROPPED
)
def drop_hand_in(hand_in: HandIn, *, by: Actor, at: datetime) -> None:
    """Nobody wants it in the register; nothing of it stays."""
    _empty(hand_in)


@hand_in_flow.step("Đã vào sổ", who=handed_in, frm=(READ, FAILED, SECRET), to=REGISTERED)
def settle(hand_in: HandIn, *, by: Officer, at: datetime, document: Document) -> StoredFile | None:
    """It stands in the register: what it held is the document's now."""
    if hand_in.state == FAILED:
        hand_in.original = _keep_spooled(hand_in, at)
    original, hand_in.original, hand_in.document = hand_in.original, None, document
    _empty(hand_in)
    return original


def _empty(hand_in: HandIn) -> None:
    """Takes words, pages and file out of the row and off the disk."""
    forget(READ_HAND_IN, hand_in.pk)
    spool.take_away(hand_in.spool)
    original, hand_in.original = hand_in.original, None
    hand_in.spool = hand_in.text = hand_in.failure = ""
    hand_in.pages, hand_in.notes, hand_in.head = [], [], {}
    if original is not None:
        hand_in.save()  # lets go of it first
        let_go(original)
    erase_freed()
