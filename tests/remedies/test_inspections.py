"""Inspections: planned, noted, concluded; what was found poor must be put right at once."""

from datetime import date

import pytest

from dondoc.planning.outcomes import results_of
from dondoc.remedies import actions
from dondoc.remedies.models import Inspection, InspectionFinding, Remedy
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast
from tests.planning.programmes import stage as programmes
from tests.remedies.stage import MARCH, noon
from tests.scorecards.lives import give


@pytest.fixture
def planned(cast: Cast) -> Inspection:
    return actions.plan_inspection(
        cast.city, by=cast.binh, at=noon(3, 1), subject="Kiểm tra quy chế",
        units=[cast.construction, cast.finance], planned_on=date(2022, 3, 10), inspectors="Lan",
    )  # fmt: skip


def test_a_poor_finding_calls_for_a_remedy_when_it_is_concluded(
    cast: Cast, planned: Inspection
) -> None:
    task = give(cast, date(2022, 4, 30))
    poor = actions.note_finding(
        planned, by=cast.lan, at=noon(3, 10), unit=cast.construction, content="Sai thể thức",
        poor=True, task=task,
    )  # fmt: skip
    actions.note_finding(
        planned, by=cast.lan, at=noon(3, 10), unit=cast.finance, content="Đầy đủ", poor=False
    )
    assert not Remedy.objects.exists()
    actions.conclude(planned, by=cast.lan, at=noon(3, 10), conclusion="Cơ bản tốt")
    remedy = Remedy.objects.get()
    assert (remedy.unit, remedy.ground, remedy.month) == (cast.construction, "poor", MARCH)
    assert (remedy.task, remedy.finding) == (task, poor)
    assert planned.state == "done"


def test_what_an_inspection_finds_poor_is_poor_in_the_programme(cast: Cast) -> None:
    april = programmes.opened(cast)
    poor, good = (programmes.item(cast, april, name) for name in ("Chưa đạt", "Đạt"))
    programmes.approved(cast, april)
    for one in (poor, good):
        programmes.finish(cast, one, programmes.day(4, 8))
    inspection = actions.plan_inspection(
        cast.ward, by=cast.giang, at=noon(4, 9), subject="Kiểm tra", units=[cast.ward_economy],
        planned_on=date(2022, 4, 10),
    )  # fmt: skip
    said = {"unit": cast.ward_economy, "content": "Sai số liệu", "poor": True}
    actions.note_finding(inspection, by=cast.giang, at=noon(4, 10), item=poor, **said)

    def counted(day: int) -> list[str]:
        line = results_of(april, noon(4, day)).line(cast.ward_economy.pk)
        return [one.item.content for one in line.behind("poor")] if line else []

    assert counted(11) == [], "nothing is said before it is concluded"
    actions.conclude(inspection, by=cast.giang, at=noon(4, 12), conclusion="Phải làm lại")
    assert counted(12) == ["Chưa đạt"]
    assert counted(11) == [], "the past stands"


def test_a_second_finding_of_the_same_task_joins_the_first(cast: Cast, planned: Inspection) -> None:
    task = give(cast, date(2022, 4, 30))
    for content in ("Sai thể thức", "Thiếu thuyết minh"):
        actions.note_finding(
            planned, by=cast.lan, at=noon(3, 10), unit=cast.construction, content=content,
            poor=True, task=task,
        )  # fmt: skip
    actions.note_finding(
        planned, by=cast.lan, at=noon(3, 10), unit=cast.construction, content="Sổ sách", poor=True
    )
    actions.conclude(planned, by=cast.lan, at=noon(3, 10), conclusion="Phải khắc phục")
    assert Remedy.objects.count() == 2  # one of the task, one of the unit's books


def test_what_is_found_after_the_conclusion_calls_at_once(cast: Cast, planned: Inspection) -> None:
    actions.conclude(planned, by=cast.lan, at=noon(3, 10), conclusion="Tốt")
    actions.note_finding(
        planned, by=cast.binh, at=noon(3, 11), unit=cast.finance, content="Chậm", poor=True
    )
    assert Remedy.objects.get().unit == cast.finance


def test_a_mistake_is_taken_back_before_the_conclusion(cast: Cast, planned: Inspection) -> None:
    finding = actions.note_finding(
        planned, by=cast.binh, at=noon(3, 10), unit=cast.finance, content="Nhầm", poor=True
    )
    actions.drop_finding(planned, by=cast.binh, at=noon(3, 10), finding=finding)
    assert not InspectionFinding.objects.exists()


def test_only_the_committees_side_inspects_and_only_its_units(
    cast: Cast, planned: Inspection
) -> None:
    with pytest.raises(NotPermitted):
        actions.plan_inspection(
            cast.city, by=cast.khoa, at=noon(3, 1), subject="x", units=[cast.finance],
            planned_on=date(2022, 3, 10),
        )  # fmt: skip
    with pytest.raises(Refused, match="trực thuộc UBND"):
        actions.plan_inspection(
            cast.city, by=cast.binh, at=noon(3, 1), subject="x", units=[cast.ward],
            planned_on=date(2022, 3, 10),
        )  # fmt: skip
    with pytest.raises(Refused, match="không thuộc cuộc kiểm tra"):
        actions.note_finding(
            planned, by=cast.lan, at=noon(3, 10), unit=cast.promotion, content="x", poor=True
        )
    task = give(cast)
    with pytest.raises(Refused, match="không do đơn vị"):
        actions.note_finding(
            planned, by=cast.lan, at=noon(3, 10), unit=cast.finance, content="x", poor=True,
            task=task,
        )  # fmt: skip


def test_a_plan_is_revised_and_given_up_with_its_reason(cast: Cast, planned: Inspection) -> None:
    actions.revise_inspection(
        planned, by=cast.lan, at=noon(3, 2), subject="Kiểm tra quy chế làm việc",
        units=[cast.finance], planned_on=date(2022, 3, 20),
    )  # fmt: skip
    assert list(planned.units.all()) == [cast.finance]
    with pytest.raises(Refused, match="Chưa đến ngày"):
        actions.conclude(planned, by=cast.lan, at=noon(3, 10), conclusion="Tốt")
    with pytest.raises(Refused, match="nêu lý do"):
        actions.cancel_inspection(planned, by=cast.lan, at=noon(3, 3), reason="")
    actions.cancel_inspection(planned, by=cast.lan, at=noon(3, 3), reason="Trùng thanh tra tỉnh")
    assert planned.state == "cancelled"


def test_a_unit_reads_what_was_found_of_itself_once_it_is_told(
    cast: Cast, planned: Inspection
) -> None:
    for unit in (cast.construction, cast.finance):
        actions.note_finding(
            planned, by=cast.lan, at=noon(3, 10), unit=unit, content=unit.name, poor=False
        )
    seen = InspectionFinding.objects
    assert seen.visible_to(cast.lan).count() == 2
    assert seen.visible_to(cast.khoa).count() == 0
    actions.conclude(planned, by=cast.lan, at=noon(3, 10), conclusion="Tốt")
    assert [one.unit for one in seen.visible_to(cast.khoa)] == [cast.construction]
    assert Inspection.objects.visible_to(cast.minh).count() == 0
