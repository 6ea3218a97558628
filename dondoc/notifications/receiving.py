"""An update posted by answering the reminder: the same form, guard and deed as on the page.

Each letter has one row, unique to its Message-ID and written in the transaction of the deed, so
the same letter fetched twice or given by two doors counts once. What cannot be taken is answered
in words; a machine never is, and whoever we do not know by his address at most once a day.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.datastructures import MultiValueDict

from dondoc.accounts.models import User
from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of
from dondoc.documents.filenames import FileRefused
from dondoc.documents.filing import NotKept, keep
from dondoc.journal.models import RequestFacts, request_facts
from dondoc.notifications.actions import read
from dondoc.notifications.addresses import notice_answered
from dondoc.notifications.letters import Letter, read_letter
from dondoc.notifications.models import MailReply, Notice
from dondoc.notifications.subjects.tasks import is_hushed
from dondoc.tasks.actions import post_update
from dondoc.tasks.forms.doing import PostUpdateForm
from dondoc.tasks.models import ProgressUpdate, Task
from dondoc.workflow import Refused

MOST_BYTES = 40 * 1024 * 1024
"""A whole letter; mail servers seldom take more."""
MOST_ANSWERS = 20
"""Answers a day to one address, whatever goes round in circles."""
Outcome, State = MailReply.Outcome, MailReply.State


def receive(raw: bytes, *, at: datetime, is_whole: bool = True) -> MailReply:
    """Takes one letter, once; raises NotKept where it should be brought again."""
    letter = read_letter(raw)
    with transaction.atomic():
        reply, is_new = MailReply.objects.get_or_create(
            received_id=letter.identity,
            defaults={
                "sender": letter.sender[:254], "received_at": at, "outcome": Outcome.IGNORED,
                "state": State.SKIPPED,
            },
        )  # fmt: skip
        if is_new:
            _judge(reply, letter, at, is_whole)
            reply.save()
    return reply


def _judge(reply: MailReply, letter: Letter, at: datetime, is_whole: bool) -> None:
    reply.notice = _notice_of(letter)
    if letter.is_automatic or not letter.sender:
        reply.words = "Thư tự động hoặc không rõ người gửi."
    elif not letter.passes(settings.REPLY_AUTHORITY):
        reply.words = "Máy chủ thư không xác nhận được người gửi (DMARC, DKIM, SPF)."
    elif reply.notice is None:
        _turn_away(reply, "Thư không gửi đến địa chỉ của một thư nhắc.", at)
    elif letter.sender != reply.notice.officer.user.email.lower():
        _turn_away(reply, "Thư không gửi từ địa chỉ đã đăng ký của người được nhắc.", at)
    elif not is_whole:
        _refuse(reply, f"Thư lớn hơn {MOST_BYTES // 1024**2} MB. Hãy gửi ít tệp hơn.", at)
    else:
        _take(reply, reply.notice, letter, at)


def _notice_of(letter: Letter) -> Notice | None:
    related = ("officer__user", "officer__agency__committee", "officer__delegated_by__user")
    pk = notice_answered(letter.recipients)
    return (pk and Notice.objects.select_related(*related).filter(pk=pk).first()) or None


def _take(reply: MailReply, notice: Notice, letter: Letter, at: datetime) -> None:
    try:
        with transaction.atomic(), _by_mail(letter):
            reply.update = _post(notice, letter, at)
    except NotKept:
        raise
    except (Refused, FileRefused) as refusal:
        _refuse(reply, str(refusal), at)
    else:
        reply.outcome = Outcome.POSTED


@contextmanager
def _by_mail(letter: Letter) -> Iterator[None]:
    """The journal keeps that the deed came by mail, in which letter, and takes it once."""
    key = f"mail:{hashlib.sha256(letter.identity.encode()).hexdigest()[:40]}"
    token = request_facts.set(RequestFacts(agent=f"thư điện tử {letter.identity}", key=key))
    try:
        yield
    finally:
        request_facts.reset(token)


def _post(notice: Notice, letter: Letter, at: datetime) -> ProgressUpdate:
    officer, task = notice.officer, _task_of(notice, at)
    uploads = [SimpleUploadedFile(name, content) for name, content in letter.files]
    form = PostUpdateForm(
        {"narrative": letter.text}, MultiValueDict({"attached": uploads}),
        task=task, officer=officer, at=at,
    )  # fmt: skip
    if not form.is_valid():
        raise Refused(" ".join(str(error) for errors in form.errors.values() for error in errors))
    said = form.said()
    said["files"] = [keep(upload, by=officer, at=at) for upload in said["files"]]
    update = post_update(task, by=officer, at=at, **said)
    read(notice, at=at)
    return update


def _task_of(notice: Notice, at: datetime) -> Task:
    """The task, as its officer may see it today."""
    officer = notice.officer
    holds = Officer.objects.seated_on(day_of(at)).filter(pk=officer.pk, user__is_active=True)
    if not holds.exists():
        raise Refused("Chức vụ nhận thư nhắc này đã kết thúc hoặc tài khoản đã ngừng dùng.")
    seen = Task.objects.visible_to(officer).select_related("document")
    task = seen.filter(pk=notice.subject_id).first() if notice.asks_update else None
    if task is None:
        raise Refused("Thư nhắc này không nhận cập nhật, hoặc ông/bà không còn xem được nhiệm vụ.")
    if is_hushed(task):
        raise Refused("Nhiệm vụ của văn bản chỉ theo dõi số không được cập nhật qua thư.")
    return task


def _refuse(reply: MailReply, words: str, at: datetime) -> None:
    """Refused to somebody we know by his address and his signed letter."""
    reply.outcome, reply.words = Outcome.REFUSED, words[:600]
    if _answers_to(reply.sender, at) < MOST_ANSWERS:
        _queue(reply, at)


def _turn_away(reply: MailReply, words: str, at: datetime) -> None:
    """Not verified: answered only where a person of the house or of a signed letter may be behind.

    Nobody else is, so that no forged sender is sent anything by us.
    """
    reply.outcome, reply.words, day = Outcome.REFUSED, words, day_of(at)
    known = reply.notice or User.objects.filter(email__iexact=reply.sender).exists()
    had = MailReply.objects.filter(sender=reply.sender, stranger_on=day).exists()
    if known and not had and _answers_to(reply.sender, at) < MOST_ANSWERS:
        reply.stranger_on = day
        _queue(reply, at)


def _answers_to(sender: str, at: datetime) -> int:
    recent = MailReply.objects.filter(sender=sender, received_at__gt=at - timedelta(days=1))
    return recent.exclude(state=State.SKIPPED).count()


def _queue(reply: MailReply, at: datetime) -> None:
    if settings.EMAIL_HOST:
        reply.state, reply.next_try_at = State.QUEUED, at
