"""Makes the demonstration, in one transaction: all of it or nothing."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.agencies.models import Agency
from dondoc.config.demo.bodies import CRITICISED
from dondoc.config.demo.city import build_city
from dondoc.config.demo.coordination import plan_coordination
from dondoc.config.demo.going_on import plan_what_goes_on
from dondoc.config.demo.month import plan_month
from dondoc.config.demo.people import People
from dondoc.config.demo.plan import STANDS_AT
from dondoc.config.demo.reports import plan_reports
from dondoc.config.demo.story import Story
from dondoc.config.demo.today import plan_today
from dondoc.config.demo.urging import plan_urging
from dondoc.config.demo.ward import Ward, build_ward, plan_ward
from dondoc.database import clock
from dondoc.database.models import Installation
from dondoc.journal.models import Entry, Untold
from dondoc.remedies.calling import call_remedies
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.tasks.models import ProgressUpdate, Task

FOUNDED_AT = datetime(2021, 3, 1, 1, 0, tzinfo=UTC)
TOLD_SINCE = timedelta(days=2)
FIRST_DUTY_AT = STANDS_AT - timedelta(hours=2)
"""The city begins with remedies on the morning of the demonstration; the ward has had them long."""
DEFAULT_SEED = 2606
Progress = Callable[[Iterable[None], int], AbstractContextManager[Iterable[None]]]


class NotFresh(Exception):
    """Real data are present; a demonstration must not be poured over them."""


def make_demo(seed: int, progress: Progress) -> str:
    """Fills a fresh installation and stands its clock in the days of the story."""
    if User.objects.exists() or Agency.objects.exists():
        raise NotFresh(
            "Hệ thống đã có dữ liệu; dữ liệu trình diễn chỉ nạp vào hệ thống còn trống. "
            "Hãy đặt DONDOC_HOME sang một thư mục mới rồi chạy lại."
        )
    draw = Random(seed)
    with transaction.atomic():
        people = People(draw, FOUNDED_AT)
        city = build_city(people, FOUNDED_AT)
        ward = build_ward(people, city.units[CRITICISED], FOUNDED_AT)
        story = Story(draw, city)
        story.plan()
        plan_ward(story, ward)
        plan_today(story)
        plan_reports(story)
        plan_month(story, ward)
        plan_coordination(story)
        plan_urging(story)
        plan_what_goes_on(story)
        story.then(FIRST_DUTY_AT, _begin_with_remedies)
        with progress(story.live(), len(story.deeds)) as steps:
            for _ in steps:
                pass
        _tell_only_the_last_days(ward)
        _stand_the_clock()
    return _summary()


def _begin_with_remedies() -> None:
    call_remedies(FIRST_DUTY_AT)


def _tell_only_the_last_days(ward: Ward) -> None:
    """Of the remedies the city begins with this morning nobody is told one by one."""
    Untold.objects.filter(entry__recorded_at__lt=STANDS_AT - TOLD_SINCE).delete()
    ours = ward.committee
    remedies = Remedy.objects.exclude(committee=ours).values_list("pk", flat=True)
    reports = RemedyReport.objects.exclude(committee=ours).values_list("pk", flat=True)
    for kind, begun in (("remedy", list(remedies)), ("remedyreport", list(reports))):
        Untold.objects.filter(entry__subject_kind=kind, entry__subject_id__in=begun).delete()


def _stand_the_clock() -> None:
    offset = int((clock.now() - STANDS_AT).total_seconds())
    Installation.objects.update_or_create(pk=1, defaults={"demo": True, "clock_offset": offset})


def _summary() -> str:
    counts: dict[Any, int] = {
        "cơ quan, đơn vị": Agency.objects.count(),
        "người": User.objects.count(),
        "nhiệm vụ": Task.objects.count(),
        "lượt cập nhật": ProgressUpdate.objects.count(),
        "mục nhật ký": Entry.objects.count(),
    }
    words = ", ".join(f"{n} {what}" for what, n in counts.items())
    return f"Đã nạp dữ liệu trình diễn: {words}. Đồng hồ đứng từ 08:00 ngày 12/05/2022."
