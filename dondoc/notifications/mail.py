"""A notice as a mail: text and HTML, in the thread of its task, with a Message-ID of its own.

The Message-ID follows from the notice, so a mail sent again because nobody knows whether the
first got through carries the same one, and mailboxes show it once.
"""

from email.headerregistry import Address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string

from dondoc.notifications.models import Notice
from dondoc.notifications.words import SAYINGS

SHOWN = 300
"""Letters of the task's content shown in a mail; the rest is read after signing in."""


def mail_of(notice: Notice, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """The mail that tells the notice to its officer."""
    thread = _identity(f"task-{notice.task_id}")
    mail = EmailMultiAlternatives(
        subject=_subject(notice), body=_text(notice), to=[_address(notice)], connection=connection,
        headers={
            "Message-ID": message_id(notice), "In-Reply-To": thread, "References": thread,
            "Auto-Submitted": "auto-generated",
        },
    )  # fmt: skip
    html = render_to_string("notifications/mail.html", {"notice": notice, **_facts(notice)})
    mail.attach_alternative(html, "text/html")
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


def _subject(notice: Notice) -> str:
    code = f" {notice.task.code}" if notice.task else ""
    return f"[Đôn Đốc] {SAYINGS[notice.step].title}:{code}"


def _facts(notice: Notice) -> dict[str, str]:
    """What both forms of the mail say."""
    task = notice.task
    # of a confidential document only the number is tracked, so its task says nothing either
    open_words = task and not (task.document and task.document.number_only)
    content = task.content if task and open_words else ""
    return {
        "title": SAYINGS[notice.step].title,
        "content": content if len(content) <= SHOWN else f"{content[:SHOWN]}…",
        "link": settings.BASE_URL.rstrip("/") + notice.url,
        "seat": notice.officer.full_title,
    }


def _text(notice: Notice) -> str:
    facts = _facts(notice)
    return "\n\n".join(
        part
        for part in (
            f"Kính gửi {notice.officer.user.name} ({facts['seat']}),",
            notice.words,
            facts["content"] and f"Nội dung: {facts['content']}",
            f"Mở nhiệm vụ: {facts['link']}",
            "Thư tự động từ hệ thống Đôn Đốc; vui lòng không trả lời thư này.",
        )
        if part
    )
