"""The clock of the house: the database's, so that several nodes and a wrong PC clock agree.

Only doors read it. A demonstration stands in the days of its own data by a fixed offset.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")

_NOW = {
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), "
    "(SELECT clock_offset FROM database_installation)",
    "postgresql": "SELECT clock_timestamp(), (SELECT clock_offset FROM database_installation)",
}


def now() -> datetime:
    """This instant by the database, in UTC."""
    with connection.cursor() as cursor:
        cursor.execute(_NOW[connection.vendor])
        said, offset = cursor.fetchone()
    instant = said if isinstance(said, datetime) else datetime.fromisoformat(said)
    return instant.astimezone(UTC) - timedelta(seconds=offset or 0)


def today() -> date:
    """The calendar day in Việt Nam."""
    return day_of(now())


def day_of(instant: datetime) -> date:
    """The day in Việt Nam on which the instant falls."""
    return instant.astimezone(VIET_NAM).date()


def local(instant: datetime) -> datetime:
    """The instant as a clock on the wall in Việt Nam shows it."""
    return instant.astimezone(VIET_NAM)
