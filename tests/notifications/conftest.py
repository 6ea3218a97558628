"""Tasks and their addresses, and a mail server of our own that takes everything."""

import socket
from collections.abc import Iterator
from datetime import date, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_django import Settings

from dondoc.journal.models import Untold
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from tests.cast import Cast


@pytest.fixture
def task(cast: Cast, at: datetime) -> Task:
    """Bình gives Sở Xây dựng a task, supported by Sở Tài chính; the past is told and done."""
    people = (cast.hoa, cast.khoa, cast.xuan, cast.binh, cast.lan)
    assert all(people)
    Untold.objects.all().delete()
    return actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, supporting=[cast.finance],
        content="Rà soát quy hoạch <khu vực> Hòa Khánh", due=Due(date(2022, 4, 15)),
        tracker=cast.binh,
    )  # fmt: skip


class Sink:
    """A mail server that keeps what it is given, and may be told to refuse a number of times."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuse = 0
        self.answer = "451 Hộp thư đang bận"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.refuse:
            self.refuse -= 1
            return self.answer
        mail = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(envelope.content)
        self.mails.append(mail)
        return "250 OK"

    @property
    def ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.mails]


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A mail server on this machine, and settings that lead to it."""
    taken = Sink()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.BASE_URL = "https://dondoc.example.vn"
    yield taken
    controller.stop()
