"""An update posted by answering the reminder: by the right person, once, like on the page."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import settings as house
from django.db import connection
from django.test import Client
from pytest_django import Settings

from dondoc.__main__ import words
from dondoc.agencies.models import Officer
from dondoc.config.commands import cli
from dondoc.documents import filing
from dondoc.documents.models import Document
from dondoc.journal.models import Entry
from dondoc.notifications.answers import deliver_answers
from dondoc.notifications.delivering import deliver
from dondoc.notifications.letters import read_letter
from dondoc.notifications.models import MailReply, Notice
from dondoc.notifications.receiving import MOST_ANSWERS, receive
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.models import ProgressUpdate, State, Task
from tests.cast import Cast
from tests.notifications.conftest import Sink

LETTERS = Path(__file__).parent / "letters"
Outcome = MailReply.Outcome
Write = Callable[..., bytes]


@pytest.fixture
def reminder(cast: Cast, task: Task, at: datetime, sink: Sink, settings: Settings) -> EmailMessage:
    """The mail by which Hoa hears of her unit's task, as her mailbox has it."""
    settings.REPLY_ADDRESS = "capnhat@dondoc.example.vn"
    tell(at)
    deliver(at)
    (mail,) = [one for one in sink.mails if "ngohoa" in str(one["To"])]
    sink.mails.clear()
    return mail


@pytest.fixture
def write(reminder: EmailMessage) -> Write:
    """An answer to the reminder, in Hoa's name unless another is said."""

    def letter(
        text: str = "Đã xong 60%.", sender: str = "ngohoa@example.vn", number: int = 1,
        files: dict[str, bytes] | None = None, **headers: str,
    ) -> bytes:  # fmt: skip
        mail = EmailMessage()
        mail["From"], mail["To"] = sender, headers.pop("To", str(reminder["Reply-To"]))
        mail["Message-ID"] = f"<answer-{number}@example.vn>"
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        for name, content in (files or {}).items():
            mail.add_attachment(content, "application", "octet-stream", filename=name)
        return mail.as_bytes()

    return letter


def answered(sink: Sink, at: datetime) -> list[str]:
    """The words of each mail that goes back."""
    deliver_answers(at)
    return [mail.get_content() for mail in sink.mails]


def test_an_answered_reminder_is_an_update_by_its_officer(
    cast: Cast, task: Task, reminder: EmailMessage, at: datetime
) -> None:
    raw = (LETTERS / "gmail.eml").read_text().replace("{to}", str(reminder["Reply-To"])).encode()
    reply = receive(raw, at=at)
    assert reply.outcome == Outcome.POSTED
    update = ProgressUpdate.objects.get(task=task)
    assert (update.author, update.posted_at) == (cast.hoa, at)
    assert update.narrative == "Đã khảo sát xong hai khu, đang lập dự toán."
    task.refresh_from_db()
    assert task.state == State.UNDER_WAY
    entry = Entry.objects.about(task).get(verb="task.post_update")
    assert (entry.actor_id, entry.recorded_at) == (cast.hoa.pk, at)
    assert entry.agent == "thư điện tử <CAF=gmail-1@mail.gmail.com>"
    assert Notice.objects.get(officer=cast.hoa).read_at == at


def test_files_come_with_it_and_a_signatures_logo_does_not(
    task: Task, reminder: EmailMessage, at: datetime
) -> None:
    raw = (LETTERS / "outlook.eml").read_text().replace("{to}", str(reminder["Reply-To"])).encode()
    assert receive(raw, at=at).outcome == Outcome.POSTED
    update = ProgressUpdate.objects.get(task=task)
    assert update.narrative == "Đã xong dự toán, gửi kèm biên bản."
    assert [one.file.name for one in update.attachments.all()] == ["biên bản.txt"]


def test_the_reminder_says_it_may_be_answered_and_only_to_whom_it_may(
    cast: Cast, task: Task, at: datetime, sink: Sink, settings: Settings
) -> None:
    settings.REPLY_ADDRESS = "capnhat@dondoc.example.vn"
    tell(at)
    deliver(at)
    by = {str(mail["To"]).split("<")[1]: mail for mail in sink.mails}
    mine = by["ngohoa@example.vn>"]
    local = str(mine["Reply-To"]).partition("@")[0]
    assert local.startswith("capnhat+")
    assert len(local) <= 64
    assert local == local.lower()
    for form in ("plain", "html"):
        body = mine.get_body((form,))
        assert body is not None
        assert "Trả lời thư này để cập nhật" in body.get_content()
    assert by["buixuan@example.vn>"]["Reply-To"] is None, "a supporting unit does not post"


def test_without_the_setting_nothing_changes(task: Task, at: datetime, sink: Sink) -> None:
    tell(at)
    deliver(at)
    for mail in sink.mails:
        body = mail.get_body(("plain",))
        assert body is not None
        assert mail["Reply-To"] is None
        assert "vui lòng không trả lời thư này" in body.get_content()
        assert "phía trên dòng này" not in body.get_content()


def test_of_a_confidential_document_no_update_comes_by_mail(
    cast: Cast, task: Task, at: datetime, sink: Sink, write: Write
) -> None:
    task.document = Document.objects.create(committee=cast.city, number_only=True, arrived_at=at)
    task.save()
    assert receive(write(), at=at).outcome == Outcome.REFUSED
    assert not ProgressUpdate.objects.exists()
    assert "chỉ theo dõi số" in answered(sink, at)[0]


def test_a_letter_fetched_fifty_times_counts_once(task: Task, write: Write, at: datetime) -> None:
    raw = write()
    assert len({receive(raw, at=at).pk for _ in range(50)}) == 1
    assert ProgressUpdate.objects.count() == 1


@pytest.mark.usefixtures("committed")
def test_two_doors_at_once_take_a_letter_once(task: Task, write: Write, at: datetime) -> None:
    raw, failed = write(), []

    def take() -> None:
        try:
            receive(raw, at=at)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    doors = [Thread(target=take) for _ in range(4)]
    for door in doors:
        door.start()
    for door in doors:
        door.join()
    assert failed == []
    assert (ProgressUpdate.objects.count(), MailReply.objects.count()) == (1, 1)


def test_who_writes_from_another_address_is_told_once_a_day(
    write: Write, at: datetime, sink: Sink
) -> None:
    for number in range(5):
        reply = receive(write(sender="hoa@nha-rieng.example", number=number), at=at)
        assert reply.outcome == Outcome.REFUSED
    (words_back,) = answered(sink, at)
    assert "đúng địa chỉ thư đã đăng ký" in words_back
    assert "ngohoa@example.vn" not in words_back
    assert "/tasks/" not in words_back
    receive(write(sender="hoa@nha-rieng.example", number=9), at=at + timedelta(days=1))
    assert len(answered(sink, at + timedelta(days=1))) == 2
    assert not ProgressUpdate.objects.exists()


def test_a_forged_or_foreign_seal_opens_nothing(
    reminder: EmailMessage, write: Write, at: datetime, sink: Sink
) -> None:
    good = str(reminder["Reply-To"])
    local, _, domain = good.partition("@")
    changed = local[:-1] + ("0" if local[-1] != "0" else "1")
    unsealed = "capnhat+1-00000000000000000000"
    foreign = f"{local}@example.com"
    for number, to in enumerate(
        [f"capnhat@{domain}", f"{unsealed}@{domain}", f"{changed}@{domain}", foreign]
    ):
        assert receive(write(To=to, number=number), at=at).outcome == Outcome.REFUSED
    assert not ProgressUpdate.objects.exists()
    assert len(answered(sink, at)) == 1, "a person of the house, once a day"


def test_a_stranger_without_a_sealed_address_is_never_answered(
    write: Write, at: datetime, sink: Sink
) -> None:
    receive(write(sender="spam@example.com", To="capnhat@dondoc.example.vn"), at=at)
    assert answered(sink, at) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"Return_Path": "<>"},
        {"X_Autoreply": "yes"}, {"List_Id": "<ds.example.vn>"},
        {"Subject": "Trả lời tự động: Nhiệm vụ mới"}, {"Subject": "Automatic reply: Nhiệm vụ"},
    ],
)  # fmt: skip
def test_a_machines_answer_is_passed_over_in_silence(
    headers: dict[str, str], write: Write, at: datetime, sink: Sink
) -> None:
    assert receive(write("Tôi đi công tác.", **headers), at=at).outcome == Outcome.IGNORED
    assert answered(sink, at) == []
    assert not ProgressUpdate.objects.exists()


def test_our_own_answer_sent_back_to_us_is_passed_over(
    write: Write, at: datetime, sink: Sink
) -> None:
    receive(write(""), at=at)
    deliver_answers(at)
    (back,) = sink.mails
    back.replace_header("To", "capnhat@dondoc.example.vn")
    assert receive(back.as_bytes(), at=at).outcome == Outcome.IGNORED


def test_answers_to_one_address_end_whatever_goes_round(
    write: Write, at: datetime, sink: Sink
) -> None:
    for number in range(MOST_ANSWERS + 10):
        receive(write("", number=number), at=at)
    assert len(answered(sink, at)) == MOST_ANSWERS


def test_an_answer_without_words_is_told_what_is_missing_once(
    task: Task, write: Write, at: datetime, sink: Sink
) -> None:
    raw = write("\n> Kính gửi Ngô Hoa,\n")
    for _ in range(3):
        receive(raw, at=at)
    deliver_answers(at)
    deliver_answers(at + timedelta(hours=1))
    (mail,) = sink.mails
    assert "Hãy nhập tình hình thực hiện" in mail.get_content()
    assert f"https://dondoc.example.vn/tasks/{task.code}/" in mail.get_content()
    assert (mail["In-Reply-To"], mail["Auto-Submitted"]) == (
        "<answer-1@example.vn>",
        "auto-replied",
    )
    assert mail["Reply-To"] is None


def test_a_file_the_guard_refuses_refuses_all_of_it(write: Write, at: datetime, sink: Sink) -> None:
    files = {"tốt.txt": "Biên bản".encode(), "xấu.docx": b"MZ\x90\x00"}
    assert receive(write(files=files), at=at).outcome == Outcome.REFUSED
    assert not ProgressUpdate.objects.exists()
    assert "xấu.docx: Nội dung tệp không đúng" in answered(sink, at)[0]


def test_more_files_than_the_form_takes_are_refused(write: Write, at: datetime, sink: Sink) -> None:
    receive(write(files={f"{n}.txt": b"x" for n in range(11)}), at=at)
    assert "tối đa 10 tệp" in answered(sink, at)[0]


def test_who_left_his_seat_or_may_not_sign_in_posts_nothing(
    cast: Cast, write: Write, at: datetime, sink: Sink
) -> None:
    Officer.objects.filter(pk=cast.hoa.pk).update(until_on=date(2022, 3, 15))
    assert receive(write(), at=at).outcome == Outcome.REFUSED
    Officer.objects.filter(pk=cast.hoa.pk).update(until_on=None)
    type(cast.hoa.user).objects.filter(pk=cast.hoa.user_id).update(is_active=False)
    assert receive(write(number=2), at=at).outcome == Outcome.REFUSED
    assert "đã kết thúc" in answered(sink, at)[0]
    assert not ProgressUpdate.objects.exists()


def test_of_a_task_handed_in_the_refusal_of_the_page_comes_back(
    cast: Cast, task: Task, write: Write, at: datetime, sink: Sink
) -> None:
    actions.submit(task, by=cast.hoa, at=at, narrative="Đã hoàn thành, số 12/BC-SXD.")
    assert receive(write(), at=at).outcome == Outcome.REFUSED
    assert "Không thể “Cập nhật tình hình”" in answered(sink, at)[0]


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        (["mx.example.vn; dmarc=pass header.from=example.vn"], Outcome.POSTED),
        (["mx.example.vn 1; spf=pass (ok) smtp.mailfrom=ngohoa@example.vn"], Outcome.POSTED),
        (["mx.example.vn; dmarc=none; dkim=pass header.d=example.vn"], Outcome.POSTED),
        (["mx.example.vn; dmarc=fail; spf=pass smtp.mailfrom=example.vn"], Outcome.IGNORED),
        (["mx.example.vn; spf=pass smtp.mailfrom=evil.example"], Outcome.IGNORED),
        (["evil.example; dmarc=pass"], Outcome.IGNORED),
        (["mx.example.vn; dmarc=fail", "mx.example.vn; dmarc=pass"], Outcome.IGNORED),
        ([], Outcome.IGNORED),
    ],
)
def test_a_trusted_server_must_vouch_for_the_sender_where_one_is_named(
    results: list[str], outcome: str, write: Write, at: datetime, sink: Sink, settings: Settings
) -> None:
    settings.REPLY_AUTHORITY = "mx.example.vn"
    above = "".join(f"Authentication-Results: {result}\r\n" for result in results)
    assert receive(above.encode() + write(), at=at).outcome == outcome
    assert answered(sink, at) == []


def test_a_full_disk_loses_no_letter(
    write: Write, at: datetime, monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    settings.FILES = tmp_path
    raw = write(files={"a.txt": "Biên bản".encode()})

    def full(*args: Any) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(filing, "_write_whole", full)
    with pytest.raises(filing.NotKept):
        receive(raw, at=at)
    assert not MailReply.objects.exists()
    monkeypatch.undo()
    assert receive(raw, at=at).outcome == Outcome.POSTED


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\xff\xfe\x00", b"From: a@b, c@d\n\nx", b"From: \xff\xff <x@y>\n\nx",
        b"From: a@b.vn\nContent-Type: text/plain; charset=khong-co\n\nx",
        b"From: a@b.vn\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 50,
        b"From: a@b.vn\nContent-Type: message/rfc822\n\nFrom: x@y\n\nz",
        b"Subject: =?khong-co?B?YQ==?=\nFrom: a@b.vn\n\nx",
    ],
)  # fmt: skip
def test_a_broken_letter_is_read_as_far_as_it_goes(raw: bytes, at: datetime, db: None) -> None:
    read_letter(raw)
    assert receive(raw, at=at).outcome in (Outcome.IGNORED, Outcome.REFUSED)


def test_the_office_sees_what_was_written_in_vain_and_a_stranger_does_not(
    cast: Cast, write: Write, at: datetime, as_officer: Callable[[Officer], Client]
) -> None:
    receive(write(""), at=at)
    page = as_officer(cast.binh).get("/inbox/deliveries/").content.decode()
    assert "Thư trả lời chưa ghi được" in page
    assert "Hãy nhập tình hình thực hiện" in page
    assert as_officer(cast.hoa).get("/inbox/deliveries/").status_code == 404


def test_a_mail_servers_pipe_is_a_door_too(
    write: Write, clock_at: Callable[[datetime], None], at: datetime,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clock_at(at)
    monkeypatch.setattr("sys.argv", ["dondoc", "receive-mail"])

    def piped(raw: bytes) -> int:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return cli.run(words)

    assert piped(write()) == 0
    assert "Đã ghi cập nhật" in capsys.readouterr().out
    assert ProgressUpdate.objects.count() == 1
    assert piped(b"x" * (40 * 1024 * 1024 + 1)) == 65
    monkeypatch.setattr(house, "REPLY_ADDRESS", "")
    assert piped(write(number=2)) == 75
