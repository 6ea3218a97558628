"""Files of the room's tests lie in a folder of their own."""

from datetime import datetime
from typing import Any

import pytest

from tests.cast import Cast
from tests.planning.hall import Hall


@pytest.fixture
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


@pytest.fixture
def hall(cast: Cast, at: datetime, files: None) -> Hall:
    return Hall(cast, at)
