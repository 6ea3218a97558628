"""The environment our pages are written in: Jinja2, with the words that pages use."""

import uuid
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dondoc.agencies.models import Role
from dondoc.config.demo.personas import persona_panel
from dondoc.config.duties import DUTIES
from dondoc.config.menu import links, menu_of
from dondoc.database.clock import local
from dondoc.database.models import Installation
from dondoc.handovers.panels import LENT as LENT_BY_HANDOVERS
from dondoc.jobs.standing import Alarm, alarm_at
from dondoc.meetings.panels import meetings_panel
from dondoc.notifications.panels import LENT as LENT_BY_NOTIFICATIONS
from dondoc.notifications.queries import unread_count
from dondoc.planning.programme_panels import item_panel, programme_notices
from dondoc.planning.week_panels import week_notices, week_of_meeting
from dondoc.remedies.panels import LENT as LENT_BY_REMEDIES
from dondoc.reports.panels import LENT as LENT_BY_REPORTS
from dondoc.rules.wording import percent_of, thousands
from dondoc.ui.address import address as address_with
from dondoc.urging.panels import LENT as LENT_BY_URGING

ROOMS = (
    "ui",
    "jobs",
    "accounts",
    "agencies",
    "documents",
    "tasks",
    "meetings",
    "planning",
    "remedies",
    "urging",
    "handovers",
    "scorecards",
    "reports",
    "notifications",
)

LENT: dict[str, Callable[..., Any]] = {
    "personas": persona_panel,
    "meetings": meetings_panel,
    "programme_of_task": item_panel,
    "programme_notices": programme_notices,
    "week_of_meeting": week_of_meeting,
    "week_notices": week_notices,
    **LENT_BY_REMEDIES,
    **LENT_BY_URGING,
    **LENT_BY_REPORTS,
    **LENT_BY_HANDOVERS,
    **LENT_BY_NOTIFICATIONS,
}
"""What upper rooms lend to pages of lower ones, as `lent.<name>(…)`."""


def environment(**options: Any) -> Environment:
    """Jinja2 over the rooms' templates; an unknown name is an error, never an empty place."""
    options.pop("loader", None)
    options["autoescape"] = True
    options["undefined"] = StrictUndefined
    options["auto_reload"] = settings.DEBUG
    folders = [str(settings.ROOT / "dondoc" / room / "templates") for room in ROOMS]
    env = Environment(loader=FileSystemLoader(folders), **options)  # noqa: S701  autoescape is set above
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(
        url=url, static=cache(static), address=address_with, new_key=new_key, lent=panels
    )
    for name, macro in LENT.items():
        panels.lend(name, macro)
    env.filters.update(
        vn_date=vn_date, vn_moment=vn_moment, percent=percent_of, thousands=thousands
    )
    return env


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name."""
    return reverse(name, args=args, kwargs=kwargs)


def new_key() -> str:
    """A fresh idempotency key for a form."""
    return str(uuid.uuid4())


def vn_date(day: date | datetime | None) -> str:
    """16/05/2022; nothing for no day."""
    if isinstance(day, datetime):
        day = local(day).date()
    return f"{day:%d/%m/%Y}" if day else ""


def vn_moment(instant: datetime | None) -> str:
    """17:00 16/05/2022 by the clock in Việt Nam."""
    return f"{local(instant):%H:%M %d/%m/%Y}" if instant else ""


class Panels:
    """The panels rooms lend to pages of lower rooms: `{{ lent.remedies_of_task(…) }}`."""

    def __init__(self) -> None:
        self._macros: dict[str, Callable[..., Any]] = {}

    def lend(self, name: str, macro: Callable[..., Any]) -> None:
        """A room registers a function that returns safe HTML."""
        self._macros[name] = macro

    def __getattr__(self, name: str) -> Callable[..., Any]:
        try:
            return self._macros[name]
        except KeyError:
            raise AttributeError(name) from None


panels = Panels()


WATCHED_BY = (Role.OFFICE_HEAD, Role.TRACKING_OFFICER, Role.ADMINISTRATOR)
"""Who is shown, on every page, that the clockwork of the house stands still."""


def alarm_of(request: HttpRequest) -> Alarm | None:
    """What is wrong with the duties, for those who can do something about it."""
    officer, at = getattr(request, "officer", None), getattr(request, "at", None)
    if officer is None or at is None or officer.role not in WATCHED_BY:
        return None
    alarm = alarm_at(DUTIES, at)
    return alarm if alarm.rings else None


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page may use."""
    officer = getattr(request, "officer", None)
    installation = Installation.this()
    at = getattr(request, "at", None)
    notices = unread_count(officer) if officer else 0
    return {
        "officer": officer,
        "at": at,
        "notices": notices,
        "menu": menu_of(request, notices) if officer else [],
        "links": links(),
        "alarm": partial(alarm_of, request),  # asked by the frame, not by fragments
        "messages": messages.get_messages(request),
        "clock": {"demo": installation.demo, "label": vn_moment(at)},
        "idle": {"seconds": settings.IDLE_SECONDS, "keepalive_url": reverse("accounts:keepalive")}
        if officer
        else None,
    }
