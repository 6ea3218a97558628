"""What every test may ask for."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.database import clock
from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


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
