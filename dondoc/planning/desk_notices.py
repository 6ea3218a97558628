"""What of programme and week waits at a desk, one line a thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dondoc.ui.panels import drawn


@dataclass(frozen=True)
class DeskNotice:
    """One thing that waits, what to do, and where."""

    words: str
    deed: str
    page: str
    pressing: bool = False


def desk_panel(title: str, key: str, notices: Sequence[DeskNotice]) -> Markup:
    """The panel of a desk; nothing where nothing waits."""
    context = {"title": title, "key": key, "notices": notices}
    return drawn("planning/desk_notices.html", context) if notices else Markup("")
