"""Files of the room's tests lie in a folder of their own."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.reports.stage import live_a_quarter


@pytest.fixture
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


@pytest.fixture
def lived(cast: Cast) -> Cast:
    live_a_quarter(cast)
    return cast
