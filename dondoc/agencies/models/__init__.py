"""The tree of bodies, the people seated in it, and the days on which it works."""

from dondoc.agencies.models.agencies import Agency, AgencyForm, Alias, Field, Kind, Succession
from dondoc.agencies.models.days import CalendarDay, CommitteeRules
from dondoc.agencies.models.officers import Authority, Charge, Officer, Role

__all__ = [
    "Agency",
    "AgencyForm",
    "Alias",
    "Authority",
    "CalendarDay",
    "Charge",
    "CommitteeRules",
    "Field",
    "Kind",
    "Officer",
    "Role",
    "Succession",
]
