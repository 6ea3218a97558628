"""The house calls for remedies by itself: once, whatever happens, and opens the reports."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from dondoc.agencies.models import CommitteeRules, Kind
from dondoc.config.duties import DUTIES
from dondoc.jobs.duties import perform
from dondoc.journal.models import Entry
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.remedies import calling
from dondoc.remedies.calling import call_remedies
from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from tests.cast import Cast
from tests.planning.locked import lock
from tests.remedies.stage import FEBRUARY, MARCH, close, late, noon, submit
from tests.scorecards.lives import give


def called() -> list[tuple[str, date]]:
    return list(Remedy.objects.order_by("pk").values_list("ground", "month"))


def test_late_work_is_called_for_on_the_day_after_its_deadline(cast: Cast) -> None:
    task = give(cast, date(2022, 3, 10))
    call_remedies(noon(3, 10))
    assert called() == []
    call_remedies(noon(3, 11, hour=0))
    remedy = Remedy.objects.get()
    assert (remedy.task, remedy.unit, remedy.committee) == (task, cast.construction, cast.city)
    assert (remedy.ground, remedy.month, remedy.state) == ("late", MARCH, "called")
    entry = Entry.objects.about(remedy).get()
    assert (entry.verb, entry.actor_name) == ("remedy.call_for", "Hệ thống Đôn Đốc")


def test_what_fell_late_on_the_last_day_of_a_month_is_of_that_month(cast: Cast) -> None:
    give(cast, date(2022, 3, 30))
    call_remedies(noon(4, 1))
    assert called() == [("late", MARCH)]


def test_fifty_runs_call_once(cast: Cast) -> None:
    give(cast)
    made = [call_remedies(noon(3, 11 + n % 5)) for n in range(50)]
    assert called() == [("late", MARCH)]
    assert sum(made) == 1 + RemedyReport.objects.count()


def test_another_node_that_was_quicker_is_no_harm(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(cast)
    blind = monkeypatch.context()
    with blind as still:
        call_remedies(noon(3, 11))
        still.setattr(calling, "_called_before", lambda things: _Nothing())
        assert call_remedies(noon(3, 11)) == 0
    assert called() == [("late", MARCH)]
    with pytest.raises(IntegrityError):
        Remedy.objects.create(
            committee=cast.city, unit=cast.construction, ground="late", month=MARCH,
            task=Remedy.objects.get().task, called_at=noon(3, 11),
        )  # fmt: skip


class _Nothing(dict[Any, Any]):
    """What a node sees that looked before the other one wrote."""

    def __missing__(self, key: Any) -> list[Any]:
        return []


def test_an_open_remedy_carries_on_into_the_next_month(cast: Cast) -> None:
    late(cast, noon(3, 11))
    call_remedies(noon(4, 20))
    assert called() == [("late", MARCH)]
    april = Remedy.objects.all().in_month(date(2022, 4, 1))
    assert april.count() == 1


def test_what_was_closed_and_is_still_late_is_called_for_in_the_next_month(cast: Cast) -> None:
    remedy = late(cast, noon(3, 11))
    close(cast, remedy, noon(3, 14))
    assert remedy.task
    tasks.send_back(remedy.task, by=cast.binh, at=noon(3, 15), reason="Thiếu số liệu")
    call_remedies(noon(3, 20))
    assert called() == [("late", MARCH), ("sent_back", MARCH)]
    call_remedies(noon(4, 2))
    assert called() == [("late", MARCH), ("sent_back", MARCH), ("late", date(2022, 4, 1))]


def test_a_result_sent_back_is_called_for_though_the_task_is_in_term(cast: Cast) -> None:
    task = give(cast, date(2022, 4, 30))
    submit(cast, task, noon(3, 14))
    tasks.send_back(task, by=cast.binh, at=noon(3, 14), reason="Thiếu số liệu")
    call_remedies(noon(3, 14))
    assert called() == []  # the day has not ended
    call_remedies(noon(3, 15))
    call_remedies(noon(3, 16))
    assert called() == [("sent_back", MARCH)]


def programme(cast: Cast, **facts: Any) -> Programme:
    said: dict[str, Any] = {
        "period": "month", "from_on": FEBRUARY, "to_on": date(2022, 2, 28),
        "register_by": date(2022, 1, 25), "approve_by": date(2022, 1, 28),
        "opened_at": noon(1, 10), "subject": "x",
    }  # fmt: skip
    return Programme.objects.create(committee=cast.city, **(said | facts))


def item(cast: Cast, of: Programme, **facts: Any) -> ProgrammeItem:
    said: dict[str, Any] = {
        "unit": cast.construction, "content": "Đề án", "due_on": date(2022, 2, 28),
        "state": ProgrammeItem.State.APPROVED, "registered_at": noon(1, 10),
    }  # fmt: skip
    return ProgrammeItem.objects.create(programme=of, **(said | facts))


def test_an_item_not_done_when_its_programme_ends_is_called_for_once(cast: Cast) -> None:
    task = give(cast, date(2022, 2, 28), at=noon(2, 1))
    done = give(cast, date(2022, 2, 28), at=noon(2, 1))
    submit(cast, done, noon(2, 20))
    of = programme(cast)
    item(cast, of, task=task)
    item(cast, of, task=done)
    bare = item(cast, of)
    item(cast, of, state=ProgrammeItem.State.DROPPED)
    lock(of)
    for day in (1, 2, 3):
        call_remedies(noon(3, day))
    rows = Remedy.objects.order_by("pk").values_list("task", "item", "ground", "month")
    assert sorted(rows, key=str) == sorted(
        [(task.pk, of.items.order_by("pk")[0].pk, "not_done", FEBRUARY),
         (None, bare.pk, "not_done", FEBRUARY)], key=str,
    )  # fmt: skip


def test_late_work_whose_programme_ends_is_not_called_for_twice(cast: Cast) -> None:
    task = give(cast, date(2022, 2, 10), at=noon(2, 1))
    item(cast, of := programme(cast), task=task)
    lock(of)
    call_remedies(noon(2, 11))
    call_remedies(noon(3, 1))
    assert called() == [("late", FEBRUARY)]


def test_partners_are_not_called_upon(cast: Cast) -> None:
    police = cast.body(cast.city, "Công an thành phố", Kind.PARTNER, is_scored=False)
    give(cast, lead=police)
    call_remedies(noon(3, 11))
    assert called() == []
    assert not RemedyReport.objects.filter(unit=police).exists()


def test_work_given_within_a_unit_is_the_units_own_matter(cast: Cast) -> None:
    task = give(cast, lead=cast.district, due=date(2022, 3, 30))
    assert cast.minh
    tasks.pass_down(
        task, by=cast.minh, at=noon(3, 2), lead=cast.ward, content="Việc phường",
        due=Due(date(2022, 3, 10)),
    )  # fmt: skip
    call_remedies(noon(3, 11))
    remedy = Remedy.objects.get()  # of the district, which gave it: not of the city
    assert (remedy.committee, remedy.unit) == (cast.district, cast.ward)


def test_each_unit_owes_a_report_from_the_first_of_the_month(cast: Cast) -> None:
    assert cast.construction
    assert cast.finance
    call_remedies(noon(3, 1))
    call_remedies(noon(3, 9))
    reports = RemedyReport.objects.filter(committee=cast.city, month=MARCH)
    entries = Entry.objects.filter(verb="remedyreport.open_report")
    assert entries.count() == reports.count() == 2
    assert {(one.unit, one.due_on) for one in reports} == {
        (cast.construction, date(2022, 3, 25)), (cast.finance, date(2022, 3, 25)),
    }  # fmt: skip


def test_what_was_never_asked_for_is_not_late(cast: Cast) -> None:
    assert cast.construction
    call_remedies(noon(3, 26))
    assert not RemedyReport.objects.exists()


def test_a_committee_sets_its_own_day(cast: Cast) -> None:
    CommitteeRules.objects.create(committee=cast.city, remedy_report_day=20)
    assert cast.construction
    call_remedies(noon(3, 1))
    assert RemedyReport.objects.get().due_on == date(2022, 3, 18)  # the 20th is a Sunday


def test_the_house_does_it_by_its_clock(cast: Cast) -> None:
    give(cast)
    duty = next(duty for duty in DUTIES if duty.name == "call_remedies")
    moment = datetime(2022, 3, 11, tzinfo=UTC)
    assert perform(duty, moment, "một") == 1 + RemedyReport.objects.count()
    assert perform(duty, moment + timedelta(hours=1), "hai") is None
    assert called() == [("late", MARCH)]
