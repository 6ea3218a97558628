"""The bell of open pages, by server-sent events that end at once and are asked for again.

Held open, each page would keep one of the few threads that serve pages; asked for every fifteen
seconds it costs one question by index, and `EventSource` does the asking, the waiting and the
stopping itself. It carries a number, never words: pages stand open in meetings.
"""

import json

from django.conf import settings
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice

STREAM = "text/event-stream"


def bell(request: HttpRequest) -> HttpResponse:
    """How many notices are unread, where that has changed; whoever is not seated is let go."""
    officer: Officer | None = request.officer  # type: ignore[attr-defined]
    if officer is None:
        return HttpResponse(status=204)  # EventSource asks no more
    unread = Notice.objects.visible_to(officer).unread().aggregate(n=Count("pk"), last=Max("pk"))
    mark = f"{unread['n']}-{unread['last'] or 0}"
    lines = [f"retry: {settings.BELL_SECONDS * 1000}", f"id: {mark}"]
    if request.headers.get("Last-Event-ID") != mark:
        lines += ["event: bell", f"data: {json.dumps({'unread': unread['n']})}"]
    answer = HttpResponse("\n".join(lines) + "\n\n", content_type=STREAM)
    answer["Cache-Control"] = "no-store"
    return answer
