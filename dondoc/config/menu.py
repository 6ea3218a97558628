"""The menu of each role: the few pages it works in, in its own words."""

from typing import Any

from django.http import HttpRequest


def menu_of(request: HttpRequest) -> list[dict[str, Any]]:
    """Sections of links for the officer's role."""
    return []
