"""Files of these tests lie in a folder of their own."""

from typing import Any

import pytest


@pytest.fixture
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path
