"""What a person may not see is nowhere: every address is walked as every role.

A second province keeps a secret in its tasks, documents and updates. Officers of the first ask for
everything by its number, by search and by export, and never read the secret word.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dondoc.agencies.models import Kind, Officer, Role
from dondoc.documents.actions import register
from dondoc.planning import actions as week
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.models import Extension
from tests.cast import Cast

SECRET = "QUAMAT"
NEAR = "thuocdia"  # a word that stands beside the secret and may be searched for
OPEN_TO_ALL = {"account_login", "account_logout", "ui:help"}


class Elsewhere:
    """Another province, with one of everything, each bearing the secret word."""

    def __init__(self, cast: Cast, at: datetime) -> None:
        self.province = cast.body(None, "UBND tỉnh Xa", Kind.PROVINCE, symbol="UBND")
        self.office = cast.body(self.province, "Văn phòng tỉnh Xa", Kind.OFFICE)
        self.unit = cast.body(self.province, "Sở Xa", Kind.DEPARTMENT)
        self.tracker = cast.seat(self.office, Role.TRACKING_OFFICER, "Chuyên viên", "Người Xa")
        self.focal = cast.seat(self.unit, Role.FOCAL_POINT, "Đầu mối", "Người Lạ")
        self.document = register(
            self.province, by=self.tracker, at=at, text=f"1. Giao Sở {SECRET} làm việc {SECRET}.",
            letterhead={"number": SECRET, "subject": f"{NEAR} {SECRET}", "issued_on": at.date()},
        )  # fmt: skip
        self.task = actions.assign(
            self.province, by=self.tracker, at=at, lead=self.unit, content=f"{NEAR} {SECRET}",
            due=Due(date(2022, 4, 1)), source=Source(self.document, "1", 0, 10),
        )  # fmt: skip
        self.update = actions.post_update(
            self.task, by=self.focal, at=at, narrative=f"Tình hình {SECRET}"
        )
        self.extension: Extension = actions.ask_extension(
            self.task, by=self.focal, at=at, reason=SECRET, due_on=date(2022, 5, 1)
        )

        self.entry = week.add_entry(
            self.province, by=self.tracker, at=at,
            facts={
                "on": date(2022, 3, 17), "session": "morning", "content": f"{NEAR} {SECRET}",
                "bodies": [self.unit],
            },
        )  # fmt: skip
        self.event = week.note_outside(
            self.province, by=self.tracker, at=at,
            facts={
                "body": "party", "on": date(2022, 3, 17), "session": "morning", "content": SECRET,
            },
        )  # fmt: skip
        leader = cast.seat(self.province, Role.LEADER, "Chủ tịch UBND", "Chủ Xa")
        week.publish_week(self.entry.week, by=leader, at=at)
        self.feed = week.renew_feed(self.focal, by=self.focal, at=at)

    def planned(self, page: str) -> int:
        """Of the week: its number, an entry's, an event's or a calendar's."""
        if page.endswith(("entry", "entry_move")):
            return self.entry.pk
        if page.endswith("_outside"):
            return self.event.pk
        return self.feed.pk if page.endswith("_feed") else self.entry.week_id

    def argument(self, page: str, name: str) -> Any:
        """A number of this province for a parameter of an address."""
        room = page.partition(":")[0]
        by_name = {
            "code": self.task.code,
            "verb": "post_update",
            "number": 1,
            "key": "assigned",
            "kind": "docx",
        }
        if name in by_name:
            return by_name[name]
        by_room = {
            "tasks": self.document.pk, "documents": self.document.pk, "agencies": self.unit.pk,
            "planning": self.planned(page), "scorecards": self.unit.pk,
            "reports": 1, "notifications": 1, "accounts": 1,
        }  # fmt: skip
        return by_room.get(room, 1)


def addresses(resolver: URLResolver, room: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, str(entry.namespace or room))
        elif entry.name:
            yield (f"{room}:{entry.name}" if room else entry.name), entry


def release(answer: HttpResponseBase) -> None:
    """Closes the file behind a download; closing the answer would close the test's database."""
    for close in answer._resource_closers:
        close()


def content_of(answer: HttpResponseBase) -> bytes:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    release(answer)
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return b"".join(book.read(name) for name in book.namelist())
    return body


@pytest.fixture
def everyone(cast: Cast) -> list[Officer]:
    return [
        cast.nam, cast.lan, cast.binh, cast.hoa, cast.khoa, cast.tam, cast.minh, cast.thu,
        cast.dung, cast.quyen,
        cast.seat(cast.office, Role.CLERK, "Văn thư", "Văn Thư"),
        cast.seat(cast.office, Role.EMULATION_READER, "Thi đua", "Thi Đua"),
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


def test_a_stranger_reads_the_secret_nowhere(
    cast: Cast, at: datetime, everyone: list[Officer], as_officer: Callable[[Officer], Client]
) -> None:
    elsewhere = Elsewhere(cast, at)
    pages = list(addresses(get_resolver()))
    assert len(pages) > 30
    leaks = []
    for officer in everyone:
        client = as_officer(officer)
        client.raise_request_exception = False
        for page, pattern in pages:
            names = list(pattern.pattern.converters)
            kwargs = {name: elsewhere.argument(page, name) for name in names}
            for query in ("", f"?q={NEAR}&scope=all&unit={elsewhere.unit.pk}"):
                address = reverse(page, kwargs=kwargs) + query
                answer = client.get(address)
                if answer.status_code >= 500:
                    leaks.append(f"{officer.role} {address}: {answer.status_code}")
                if SECRET.encode() in content_of(answer):
                    leaks.append(f"{officer.role} {address}")
    assert not leaks, "\n".join(leaks)


def test_nobody_who_is_not_signed_in_sees_a_page(cast: Cast, at: datetime) -> None:
    elsewhere = Elsewhere(cast, at)
    for page, pattern in addresses(get_resolver()):
        if page in OPEN_TO_ALL:
            continue
        names = list(pattern.pattern.converters)
        kwargs = {name: elsewhere.argument(page, name) for name in names}
        answer = Client().get(reverse(page, kwargs=kwargs))
        is_empty = answer.status_code == 204 and not answer.content  # the bell lets go
        assert is_empty or answer.status_code in (302, 404, 405), f"{page}: {answer.status_code}"
        assert SECRET.encode() not in content_of(answer)


def test_reading_never_changes_anything(
    cast: Cast, at: datetime, as_officer: Callable[[Officer], Client]
) -> None:
    from dondoc.journal.models import Entry

    elsewhere = Elsewhere(cast, at)
    client = as_officer(elsewhere.tracker)
    before = Entry.objects.exclude(subject_kind="user").count()
    for page, pattern in addresses(get_resolver()):
        names = list(pattern.pattern.converters)
        kwargs = {name: elsewhere.argument(page, name) for name in names}
        release(client.get(reverse(page, kwargs=kwargs)))
    exports = Entry.objects.filter(verb__contains="export").count()
    assert Entry.objects.exclude(subject_kind="user").count() - exports == before


def test_every_answer_carries_the_headers_that_protect(
    cast: Cast, as_officer: Callable[[Officer], Client]
) -> None:
    answer = as_officer(cast.hoa).get(reverse("tasks:desk"))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
