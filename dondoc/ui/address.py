"""The address of the page one is on, with some of its filters changed."""

from django.http import HttpRequest


def address(request: HttpRequest, **changes: object) -> str:
    """The current path and query with `changes` made; none or "" takes a filter out."""
    query = request.GET.copy()
    for name, value in changes.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path
