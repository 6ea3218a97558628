"""The house's clock is the database's; a day is a day in Việt Nam."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError

from dondoc.database import clock
from dondoc.database.models import Installation


def test_midnight_in_viet_nam_is_five_in_the_afternoon_utc() -> None:
    assert clock.day_of(datetime(2022, 5, 11, 16, 59, 59, tzinfo=UTC)) == date(2022, 5, 11)
    assert clock.day_of(datetime(2022, 5, 11, 17, 0, tzinfo=UTC)) == date(2022, 5, 12)


@pytest.mark.django_db
def test_a_demonstration_stands_in_its_own_days() -> None:
    real = clock.now()
    Installation.objects.create(pk=1, demo=True, clock_offset=86_400)
    assert 86_390 < (real - clock.now()).total_seconds() < 86_401


@pytest.mark.django_db
def test_only_a_demonstration_may_turn_the_clock() -> None:
    with pytest.raises(IntegrityError):
        Installation.objects.create(pk=1, demo=False, clock_offset=60)
