"""A notice as a mail: text and HTML, in the thread of its subject, with a Message-ID of its own.

The Message-ID follows from the notice, so a mail sent again because nobody knows whether the
first got through carries the same one, and mailboxes show it once.
"""

from email.headerregistry import Address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string

from dondoc.notifications.addresses import reply_address
from dondoc.notifications.models import Notice
from dondoc.notifications.subjects import content_for_mail, enclosed_with, words_of
from dondoc.notifications.unsubscribing import unsubscribe_headers
from dondoc.notifications.words import saying_of
from dondoc.rules.replies import ABOVE

CAN_ANSWER = (
    "Trả lời thư này để cập nhật tình hình thực hiện: lời viết phía trên và tệp đính kèm được ghi "
    "vào nhiệm vụ dưới tên ông/bà. Không chuyển tiếp thư này cho người khác."
)
SHOWN = 300
"""Letters of the subject's content shown in a mail; the rest is read after signing in."""


def mail_of(
    notice: Notice, subject: Any, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """The mail that tells the notice of the subject to its officer."""
    thread = _identity(f"{notice.subject_kind}-{notice.subject_id}")
    facts = _facts(notice, subject)
    answers = facts["answers"]
    mail = EmailMultiAlternatives(
        subject=_title(notice, subject), body=_text(notice, facts), to=[_address(notice)],
        connection=connection, reply_to=[answers] if answers else None,
        headers={
            "Message-ID": message_id(notice), "In-Reply-To": thread, "References": thread,
            "Auto-Submitted": "auto-generated",
            **({} if notice.urgent else unsubscribe_headers(notice.officer, notice.kind)),
        },
    )  # fmt: skip
    html = render_to_string("notifications/mail.html", {"notice": notice, **facts})
    mail.attach_alternative(html, "text/html")
    if subject is not None and (file := enclosed_with(notice, subject)) is not None:
        mail.attach(file.part())
    return mail


def message_id(notice: Notice) -> str:
    """The same for the same notice, whenever it is sent."""
    return _identity(f"notice-{notice.pk}")


def _identity(name: str) -> str:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<{name}@{host}>"


def _address(notice: Notice) -> str:
    user = notice.officer.user
    return str(Address(user.name, addr_spec=user.email))


def _title(notice: Notice, subject: Any) -> str:
    code = words_of(subject).get("code") if subject else ""
    urgent = "[Khẩn] " if notice.urgent else ""
    return f"[Đôn Đốc] {urgent}{saying_of(notice.step).title}{f': {code}' if code else ''}"


def _facts(notice: Notice, subject: Any) -> dict[str, str]:
    """What both forms of the mail say."""
    content = content_for_mail(subject) if subject else ""
    return {
        "title": saying_of(notice.step).title,
        "content": content if len(content) <= SHOWN else f"{content[:SHOWN]}…",
        "link": settings.BASE_URL.rstrip("/") + notice.url,
        "what": subject._meta.verbose_name if subject else "thông báo",
        "seat": notice.officer.full_title,
        "answers": reply_address(notice, subject),
        "above": ABOVE,
    }


def _text(notice: Notice, facts: dict[str, str]) -> str:
    return "\n\n".join(
        part
        for part in (
            facts["answers"] and ABOVE,
            f"Kính gửi {notice.officer.user.name} ({facts['seat']}),",
            notice.words,
            facts["content"] and f"Nội dung: {facts['content']}",
            f"Mở {facts['what']}: {facts['link']}",
            CAN_ANSWER if facts["answers"] else "Thư tự động; vui lòng không trả lời thư này.",
        )
        if part
    )
