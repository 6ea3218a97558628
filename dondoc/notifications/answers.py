"""What is written back to whoever answered a reminder in vain: why, and what to do."""

import logging
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from dondoc.database.clock import local
from dondoc.notifications.delivering import BATCH, close, lease, put_off
from dondoc.notifications.models import MailReply

log = logging.getLogger(__name__)


def deliver_answers(at: datetime) -> int:
    """Sends what is due until nothing is; the number of mails handed over."""
    sent = 0
    while mine := lease(MailReply, at, BATCH, "notice") if settings.EMAIL_HOST else []:
        server = get_connection()
        sent += sum(_send(reply, server, at) for reply in mine)
        server.close()
    return sent


def _send(reply: MailReply, server: BaseEmailBackend, at: datetime) -> int:
    try:
        answer_to(reply, server).send()
    except Exception as error:
        log.warning("answer %s was not handed over: %s", reply.pk, error)
        put_off(reply, error, at)
        return 0
    close(reply, state=MailReply.State.SENT, sent_at=at, error="", message_id=_identity(reply))
    return 1


def answer_to(reply: MailReply, connection: BaseEmailBackend | None = None) -> EmailMessage:
    """To a stranger it says nothing of the house but how to write; nobody answers it."""
    headers = {
        "Message-ID": _identity(reply), "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
    }  # fmt: skip
    if reply.received_id.startswith("<"):
        headers |= {"In-Reply-To": reply.received_id, "References": reply.received_id}
    return EmailMessage(
        subject="[Đôn Đốc] Thư trả lời của ông/bà chưa được ghi nhận", body=_text(reply),
        to=[reply.sender], connection=connection, headers=headers,
    )  # fmt: skip


def _text(reply: MailReply) -> str:
    when = f"{local(reply.received_at):%H:%M ngày %d/%m/%Y}"
    return "\n\n".join(
        part
        for part in (
            "Kính gửi ông/bà,",
            f"Thư ông/bà gửi, hệ thống Đôn Đốc nhận lúc {when}, chưa được ghi vào nhiệm vụ nào.",
            f"Lý do: {reply.words}",
            _what_to_do(reply),
            "Thư tự động; vui lòng không trả lời thư này.",
        )
        if part
    )


def _what_to_do(reply: MailReply) -> str:
    home = settings.BASE_URL.rstrip("/")
    if reply.notice is None or reply.stranger_on:
        return (
            "Hãy mở thư nhắc của hệ thống và bấm trả lời ngay tại thư đó, từ đúng địa chỉ thư "
            f"đã đăng ký; hoặc đăng nhập để cập nhật: {home}"
        )
    return (
        "Hãy sửa lại rồi trả lời thư nhắc một lần nữa, hoặc cập nhật trong hệ thống: "
        f"{home}{reply.notice.url}"
    )


def _identity(reply: MailReply) -> str:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<answer-{reply.pk}@{host}>"
