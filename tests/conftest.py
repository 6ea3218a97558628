"""What every test may ask for."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import hypothesis
import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from dondoc.agencies.models import Officer
from dondoc.database import clock
from dondoc.database.append_only import AppendOnly
from dondoc.database.frozen import Frozen
from tests.browser import ARGUMENTS
from tests.cast import Cast

frozen_papers = import_module("dondoc.reports.migrations.0002_issued_papers_are_frozen")
hypothesis.settings.register_profile("house", deadline=None)  # tests share their machine
hypothesis.settings.load_profile("house")
national_days = import_module("dondoc.agencies.migrations.0003_national_days")

LOCKS = [
    AppendOnly("journal_entry"), Frozen("tasks_baseline", "OLD.id > 0"),
    *frozen_papers.Migration.operations,
]  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """No test is answered from what another asked."""
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


@pytest.fixture
def _locked_again(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for lock in LOCKS:
            lock.database_forwards("", editor)
        national_days.seed(apps, editor)


@pytest.fixture
def transactional_db(_locked_again: None, transactional_db: None) -> Iterator[None]:
    """The triggers that keep the journal and issued papers are lifted while all is emptied."""
    yield
    with connection.schema_editor() as editor:
        for lock in LOCKS:
            lock.database_backwards("", editor)


@pytest.fixture
def committed(transactional_db: None) -> None:
    """Deeds are really committed, for threads and processes to see; all is emptied after."""


@pytest.fixture
def at() -> datetime:
    """09:00 on Wednesday 16 March 2022 in Việt Nam."""
    return datetime(2022, 3, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def clock_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Stands the house's clock at an instant, for doors called in this process."""

    def stand(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return stand


@pytest.fixture
def as_officer(at: datetime, clock_at: Callable[[datetime], None]) -> Callable[[Officer], Client]:
    """A browser without a screen, signed in from an officer's seat, at the test's hour."""

    def sign_in(officer: Officer) -> Client:
        clock_at(at)
        client = Client()
        client.force_login(
            officer.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        session = client.session
        session["seat"] = officer.pk
        session.save()
        return client

    return sign_in


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for the whole session, on a loop of its own that Django need not fear."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("không có Chromium ở máy này")
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
