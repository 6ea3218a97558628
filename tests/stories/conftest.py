"""The ward of a story: committed, served, seen in browsers, its clock in the story's hand."""

from collections.abc import Iterator
from typing import Any

import pytest

from dondoc.database import clock
from dondoc.notifications.telling import tell
from tests.browser import Screen
from tests.cast import Cast
from tests.stories.living_ward import (
    Clock,
    Ward,
    hour,
    last_meeting,
    may_programme,
    seat_everyone,
)


@pytest.fixture
def ward(
    committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Ward]:  # fmt: skip
    settings.FILES = tmp_path
    standing = Clock(hour(19, 17))
    monkeypatch.setattr(clock, "now", standing.now)
    cast = Cast()
    seat_everyone(cast)
    may_programme(cast)
    last_meeting(cast)
    tell(standing.now())
    here = Ward(cast, standing, lambda size: Screen(browser, live_server.url, size))
    yield here
    here.leave()


@pytest.fixture
def sit_down(
    committed: None, browser: Any, live_server: Any, settings: Any, tmp_path: Any
) -> Iterator[Any]:
    """Opens a browser of that size, as many as the story needs."""
    settings.FILES = tmp_path
    opened: list[Screen] = []

    def at(size: tuple[int, int]) -> Screen:
        opened.append(Screen(browser, live_server.url, size))
        return opened[-1]

    yield at
    for one in opened:
        one.leave()
