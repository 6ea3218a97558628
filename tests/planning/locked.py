"""A programme as it stands once it was approved: the database lets it change by decision alone."""

from dondoc.planning.models import Programme


def lock(programme: Programme, state: str = Programme.State.PUBLISHED) -> Programme:
    """Locks a programme whose items were put into it by hand."""
    Programme.objects.filter(pk=programme.pk).update(state=state)
    programme.refresh_from_db()
    return programme
