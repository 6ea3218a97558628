"""The demonstration: its ward in the middle of a living month; its city begins this morning."""

from datetime import date
from random import Random
from typing import Any

import pytest

from dondoc.config.demo import bodies, make
from dondoc.config.demo.month import plan_month
from dondoc.config.demo.people import People
from dondoc.config.demo.personas import groups
from dondoc.config.demo.plan import STANDS_AT
from dondoc.config.demo.story import Story
from dondoc.config.demo.ward import Ward, plan_ward
from dondoc.database.clock import day_of
from dondoc.meetings.models import Meeting
from dondoc.planning.models import Programme, Week, WeekEntry
from dondoc.planning.programme_duty import keep_programmes
from dondoc.remedies.calling import call_remedies
from dondoc.remedies.models import Consideration, Inspection, ObjectiveCause, Remedy, RemedyReport
from dondoc.reports.models import Direction, Summary
from dondoc.tasks.models import Task

KEPT = (bodies.CRITICISED, "Sở Xây dựng")


@pytest.fixture
def ward(db: None, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Ward:
    """The ward after its month, in a city of two bodies."""
    settings.FILES = tmp_path
    few = tuple(body for body in bodies.BODIES if body.name in KEPT)
    monkeypatch.setattr(bodies, "BODIES", few)
    people = People(Random(1), make.FOUNDED_AT)
    city = make.build_city(people, make.FOUNDED_AT)
    ward = make.build_ward(people, city.units[bodies.CRITICISED], make.FOUNDED_AT)
    story = Story(people.draw, city)
    plan_ward(story, ward)
    plan_month(story, ward)
    for _ in story.live():
        pass
    make._stand_the_clock()
    return ward


def test_the_ward_is_in_the_middle_of_its_month(ward: Ward) -> None:
    april, may, june = Programme.objects.filter(period="month").order_by("from_on")
    assert [april.state, may.state, june.state] == ["published", "published", "open"]
    assert Programme.objects.get(period="quarter").state == "published"
    assert may.items.filter(state="moved").count() == 1
    assert may.items.exclude(added_at=None).count() == 1
    assert may.items.filter(state="approved").exclude(carried_from=None).exists()
    assert may.changes.filter(state="asked").count() == 1
    assert june.registrations.get().unit.name == "Phòng Nội chính"

    weeks = Week.objects.order_by("monday")
    assert [week.state for week in weeks] == ["published"] * 3 + ["draft"]
    marks = WeekEntry.objects.exclude(change="").values_list("change", flat=True)
    assert set(marks) == {"added", "postponed", "rescheduled"}
    assert weeks[3].entries.filter(state="proposed").count() == 4

    states = Meeting.objects.values_list("state", flat=True)
    assert [states.filter(state=state).count() for state in ("concluded", "held", "planned")] == [
        3, 1, 5,
    ]  # fmt: skip
    assert Task.objects.filter(document__type="notice").count() == 7

    reports = RemedyReport.objects.filter(month=date(2022, 4, 1))
    assert [report.state for report in reports] == ["accepted"] * 5
    assert reports.filter(times_returned=1).count() == 1
    assert sum(report.was_late for report in reports) == 1
    assert Remedy.objects.filter(state="closed").count() > 5
    assert set(ObjectiveCause.objects.values_list("state", flat=True)) == {"asked", "granted"}
    assert set(Inspection.objects.values_list("state", flat=True)) == {"done", "planned"}
    assert Consideration.objects.get().state == "submitted"
    assert Direction.objects.get().task.lead.name == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert Summary.objects.get().state == "issued"


def test_the_duties_of_the_morning_find_nothing_left_to_do_in_the_ward(ward: Ward) -> None:
    before = Remedy.objects.count(), RemedyReport.objects.filter(committee=ward.committee).count()
    call_remedies(STANDS_AT)
    assert keep_programmes(STANDS_AT) == 0
    ours = RemedyReport.objects.filter(committee=ward.committee).count()
    assert (Remedy.objects.filter(committee=ward.committee).count(), ours) == before


def test_city_and_ward_are_offered_apart_at_the_door(ward: Ward) -> None:
    city, own = groups()
    assert (city.name, own.name) == (bodies.CITY, bodies.WARD)
    assert len(own.personas) == 6
    assert {persona.seat.committee_id for persona in own.personas} == {ward.committee.pk}
    assert day_of(STANDS_AT) == date(2022, 5, 12)


def test_a_leader_confirms_the_work_of_his_own_office(ward: Ward) -> None:
    done = Task.objects.filter(lead=ward.office, state="done")
    assert done.count() == 3
