"""What the room lends to pages of lower rooms: the units a leader is to ask to come."""

from collections.abc import Callable

from markupsafe import Markup

from dondoc.agencies.models import Agency, Officer
from dondoc.reports.red_periods import periods_of, summoned
from dondoc.rules.ladder import Form
from dondoc.ui.panels import drawn


def summons_on_leader_page(officer: Officer, committee: Agency) -> Markup:
    """Among what needs a decision: units named period after period; nothing where none is."""
    units = summoned(officer, committee)
    if not units:
        return Markup("")
    context = {"units": units, "needed": periods_of(committee, Form.SUMMONS)}
    return drawn("reports/summons_on_leader_page.html", context)


LENT: dict[str, Callable[..., Markup]] = {"summons_on_leader_page": summons_on_leader_page}
