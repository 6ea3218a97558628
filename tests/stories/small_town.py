"""A small real installation in a folder of its own, for tests that start and kill real servers.

    DONDOC_HOME=… python -m tests.stories.small_town

makes the cast, some tasks of Sở Xây dựng and a session for Hoa, and prints what a client needs.
"""

import json
import os
import sys

import django

TASKS = 8


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(furnish(), sys.stdout)


def furnish() -> dict[str, object]:
    from datetime import date, timedelta

    from django.conf import settings
    from django.test import Client

    from dondoc.database import clock
    from dondoc.tasks import actions
    from dondoc.tasks.actions.assigning import Due
    from tests.cast import Cast

    cast, at = Cast(), clock.now()
    due = Due(date.fromordinal(clock.day_of(at).toordinal() + 30))
    tasks = [
        actions.assign(
            cast.city,
            by=cast.binh,
            at=at,
            lead=cast.construction,
            due=due,
            content=f"Việc số {number} của Sở Xây dựng",
        )
        for number in range(TASKS)
    ]
    actions.accept(tasks[0], by=cast.hoa, at=at + timedelta(seconds=1))
    client = Client()
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(cast.hoa.user, backend=backend)
    watcher = Client()
    watcher.force_login(cast.lan.user, backend=backend)
    return {
        "session": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "cookie": settings.SESSION_COOKIE_NAME,
        "watcher": watcher.cookies[settings.SESSION_COOKIE_NAME].value,
        "codes": [task.code for task in tasks],
    }


if __name__ == "__main__":
    main()
