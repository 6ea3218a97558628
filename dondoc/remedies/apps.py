"""What the room remedies tells the rooms below when the house opens."""

from django.apps import AppConfig


class RemediesConfig(AppConfig):
    """The room remedies; what its inspections find poor counts in the programme's results."""

    name = "dondoc.remedies"

    def ready(self) -> None:
        from dondoc.planning.outcomes import found_poor_by
        from dondoc.remedies.poor import found_poor

        found_poor_by(found_poor)
