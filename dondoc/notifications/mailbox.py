"""The mailbox of replies, looked into over IMAP: what is unseen is taken, then marked as seen.

Killed between the two, the house finds the letter again, and its row says that it counted.
"""

import logging
import re
from datetime import datetime
from imaplib import IMAP4, IMAP4_SSL

from django.conf import settings

from dondoc.notifications.receiving import MOST_BYTES, receive

log = logging.getLogger(__name__)
TIMEOUT = 10
MOST = 50
"""Letters taken at once: the other duties wait meanwhile."""


class MailboxFailed(Exception):
    """The mailbox, or a letter in it, could not be read; the page of duties shows why."""


def fetch_replies(at: datetime) -> int:
    """Takes what is unseen; the number of letters dealt with."""
    if not (settings.REPLY_ADDRESS and settings.IMAP_HOST):
        return 0
    kind = IMAP4_SSL if settings.IMAP_TLS else IMAP4
    with kind(settings.IMAP_HOST, settings.IMAP_PORT, timeout=TIMEOUT) as box:
        box.login(settings.IMAP_USER, settings.IMAP_PASSWORD)
        _ask(box.select(f'"{settings.IMAP_FOLDER}"'))
        unseen = (_ask(box.uid("SEARCH", "UNSEEN"))[0] or b"").split()[:MOST]
        failed = [uid.decode() for uid in unseen if not _take(box, uid.decode(), at)]
    if failed:
        raise MailboxFailed(f"Không đọc được {len(failed)} thư trong hộp thư: UID {failed[:5]}.")
    return len(unseen)


def _take(box: IMAP4, uid: str, at: datetime) -> bool:
    """One letter; what fails stays unseen and does not stop those behind it."""
    try:
        said = b"".join(_ask(box.uid("FETCH", uid, "(RFC822.SIZE)")))
        size = re.search(rb"RFC822\.SIZE (\d+)", said)
        is_whole = size is not None and int(size[1]) <= MOST_BYTES
        wanted = "(BODY.PEEK[])" if is_whole else "(BODY.PEEK[HEADER])"
        parts = _ask(box.uid("FETCH", uid, wanted))
        content = next(part[1] for part in parts if isinstance(part, tuple))
        receive(content, at=at, is_whole=is_whole)
    except Exception:
        log.exception("letter %s was not taken", uid)
        return False
    _ask(box.uid("STORE", uid, "+FLAGS", r"(\Seen)"))
    return True


def _ask(answer: tuple[str, list]) -> list:  # type: ignore[type-arg]  # as imaplib gives it
    said, data = answer
    if said != "OK":
        raise MailboxFailed(f"Hộp thư từ chối: {data!r}")
    return data
