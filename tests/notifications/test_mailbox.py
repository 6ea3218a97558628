"""The mailbox of replies over IMAP, on a real server of this machine (pymap, in memory)."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from imaplib import IMAP4

import pytest
from pytest_django import Settings

from dondoc.config.duties import DUTIES
from dondoc.jobs.duties import PULSE, perform
from dondoc.jobs.models import DutyRun
from dondoc.notifications import mailbox
from dondoc.notifications.addresses import reply_address
from dondoc.notifications.mailbox import MailboxFailed, fetch_replies
from dondoc.notifications.models import MailReply, Notice
from dondoc.notifications.telling import tell
from dondoc.tasks.models import ProgressUpdate, Task
from tests.cast import Cast

USER, PASSWORD = "capnhat", "mat-khau"


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    """An IMAP server of its own process; its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = [sys.executable, "-c", "import sys; from pymap.main import main; sys.exit(main())"]
    words = ["--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict", "--demo-user", USER,
             "--demo-password", PASSWORD]  # fmt: skip
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([*program, *words], **silent)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield port
    process.terminate()
    process.wait(10)


@pytest.fixture
def box(server: int, settings: Settings) -> Iterator[IMAP4]:
    """The mailbox as a mail server fills it, empty; settings that lead to it."""
    settings.REPLY_ADDRESS = "capnhat@dondoc.example.vn"
    settings.IMAP_HOST, settings.IMAP_PORT, settings.IMAP_TLS = "127.0.0.1", server, False
    settings.IMAP_USER, settings.IMAP_PASSWORD = USER, PASSWORD
    with IMAP4("127.0.0.1", server, timeout=10) as opened:
        opened.login(USER, PASSWORD)
        opened.select("INBOX")
        opened.store("1:*", "+FLAGS", r"(\Deleted)")
        opened.expunge()
        yield opened


@pytest.fixture
def letter(cast: Cast, task: Task, at: datetime, box: IMAP4) -> bytes:
    """Hoa answers the reminder of her unit's task."""
    tell(at)
    notice = Notice.objects.get(officer=cast.hoa)
    mail = EmailMessage()
    mail["From"], mail["To"] = "ngohoa@example.vn", reply_address(notice, task)
    mail["Message-ID"] = "<a@example.vn>"
    mail.set_content("Đã khảo sát xong.")
    return mail.as_bytes()


def unseen(box: IMAP4) -> int:
    box.select("INBOX")
    return len(box.uid("SEARCH", "UNSEEN")[1][0].split())


def test_what_lies_in_the_mailbox_is_taken_once(letter: bytes, box: IMAP4, at: datetime) -> None:
    box.append("INBOX", None, None, letter)
    assert [fetch_replies(at), fetch_replies(at)] == [1, 0]
    assert ProgressUpdate.objects.get().narrative == "Đã khảo sát xong."
    assert unseen(box) == 0


def test_killed_before_the_mark_it_is_found_again_and_not_doubled(
    letter: bytes, box: IMAP4, at: datetime
) -> None:
    box.append("INBOX", None, None, letter)
    fetch_replies(at)
    box.select("INBOX")
    box.store("1:*", "-FLAGS", r"(\Seen)")
    assert fetch_replies(at) == 1
    assert (ProgressUpdate.objects.count(), MailReply.objects.count()) == (1, 1)


def test_a_letter_too_big_is_not_fetched_but_answered(
    letter: bytes, box: IMAP4, at: datetime, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(mailbox, "MOST_BYTES", 100)
    settings.EMAIL_HOST = "127.0.0.1"
    box.append("INBOX", None, None, letter)
    assert fetch_replies(at) == 1
    reply = MailReply.objects.get()
    assert (reply.outcome, reply.state) == ("refused", "queued")
    assert "lớn hơn" in reply.words


def test_one_letter_that_cannot_be_taken_stays_and_does_not_stop_the_next(
    letter: bytes, box: IMAP4, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.append("INBOX", None, None, b"Message-ID: <hong@x>\r\n\r\nx")
    box.append("INBOX", None, None, letter)
    real = mailbox.receive

    def sometimes(raw: bytes, *, at: datetime, is_whole: bool) -> MailReply:
        if b"<hong@x>" in raw:
            raise OSError("hết đĩa")
        return real(raw, at=at, is_whole=is_whole)

    monkeypatch.setattr(mailbox, "receive", sometimes)
    with pytest.raises(MailboxFailed):
        fetch_replies(at)
    assert ProgressUpdate.objects.count() == 1
    assert unseen(box) == 1
    monkeypatch.undo()
    assert MailReply.objects.count() == 1


def test_a_wrong_password_is_shown_among_the_duties(
    box: IMAP4, at: datetime, settings: Settings, db: None
) -> None:
    settings.IMAP_PASSWORD = "sai"
    duty = next(duty for duty in DUTIES if duty.name == "fetch_replies")
    perform(duty, at, "thử")
    assert DutyRun.objects.get(name="fetch_replies", slot=PULSE).error


def test_without_a_mailbox_nothing_is_asked_of_any_server(at: datetime) -> None:
    assert fetch_replies(at) == 0
