"""What every test may ask for."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from dondoc.agencies.models import Officer
from dondoc.database import clock
from dondoc.database.append_only import AppendOnly
from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


@pytest.fixture
def _journal_closed_again(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        AppendOnly("journal_entry").database_forwards("journal", editor)


@pytest.fixture
def committed(_journal_closed_again: None, transactional_db: None) -> Iterator[None]:
    """Deeds are really committed, for threads and processes to see; the journal is emptied after.

    Only the journal's own triggers stand in the way of emptying it, so they are lifted meanwhile.
    """
    yield
    with connection.schema_editor() as editor:
        AppendOnly("journal_entry").database_backwards("journal", editor)


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
