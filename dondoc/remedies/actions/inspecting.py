"""Inspections: planned, noted, concluded; what was found poor calls for a remedy at once."""

from collections.abc import Sequence
from datetime import date, datetime

from dondoc.agencies.models import Agency, Officer
from dondoc.database.clock import day_of
from dondoc.planning.models import ProgrammeItem
from dondoc.remedies.actions.calling import call_for
from dondoc.remedies.flow import inspection_flow, inspects, inspects_for
from dondoc.remedies.models import Inspection, InspectionFinding, Remedy
from dondoc.rules.remedies import month_of
from dondoc.tasks.models import Task
from dondoc.workflow import Refused

State = Inspection.State


@inspection_flow.start("Lên kế hoạch kiểm tra", who=inspects_for)
def plan_inspection(
    committee: Agency, *, by: Officer, at: datetime, subject: str, units: Sequence[Agency],
    planned_on: date, inspectors: str = "",
) -> Inspection:  # fmt: skip
    """What is looked at, in which units, on which day, by whom."""
    _require_units(committee, units)
    if planned_on < day_of(at):
        raise Refused("Ngày kiểm tra đã qua. Hãy chọn từ hôm nay trở đi.")
    planned = Inspection.objects.create(
        committee=committee, subject=subject.strip(), planned_on=planned_on,
        inspectors=inspectors.strip(), planned_by=by,
    )  # fmt: skip
    planned.units.set(units)
    return planned


def _require_units(committee: Agency, units: Sequence[Agency]) -> None:
    if not units:
        raise Refused("Hãy chọn ít nhất một đơn vị được kiểm tra.")
    if any(unit.parent_id != committee.pk for unit in units):
        raise Refused("Chỉ kiểm tra được đơn vị trực thuộc UBND. Hãy chọn lại.")


@inspection_flow.step("Sửa kế hoạch kiểm tra", who=inspects, frm=State.PLANNED)
def revise_inspection(
    inspection: Inspection, *, by: Officer, at: datetime, subject: str, units: Sequence[Agency],
    planned_on: date, inspectors: str = "",
) -> None:  # fmt: skip
    """Another day, other units, other words, while it has not been concluded."""
    _require_units(inspection.committee, units)
    kept = {unit.pk for unit in units}
    if inspection.findings.exclude(unit_id__in=kept).exists():
        raise Refused("Đơn vị bị bỏ ra đã có phát hiện. Hãy bỏ phát hiện đó trước.")
    inspection.subject, inspection.planned_on = subject.strip(), planned_on
    inspection.inspectors = inspectors.strip()
    inspection.units.set(units)


@inspection_flow.step(
    "Không thực hiện cuộc kiểm tra", who=inspects, frm=State.PLANNED, to=State.CANCELLED
)
def cancel_inspection(inspection: Inspection, *, by: Officer, at: datetime, reason: str) -> None:
    """It does not take place, and why."""
    if not reason.strip():
        raise Refused("Hãy nêu lý do không thực hiện cuộc kiểm tra.")
    if inspection.findings.exists():
        raise Refused("Cuộc kiểm tra đã có phát hiện. Hãy kết luận, hoặc bỏ các phát hiện trước.")
    inspection.cancelled_with = reason.strip()


@inspection_flow.step("Ghi phát hiện", who=inspects, frm=(State.PLANNED, State.DONE))
def note_finding(
    inspection: Inspection, *, by: Officer, at: datetime, unit: Agency, content: str, poor: bool,
    task: Task | None = None, item: ProgrammeItem | None = None,
) -> InspectionFinding:  # fmt: skip
    """What was found of one unit; after the conclusion a poor one calls for its remedy at once."""
    if not content.strip():
        raise Refused("Hãy nêu nội dung phát hiện.")
    if not inspection.units.filter(pk=unit.pk).exists():
        raise Refused("Đơn vị này không thuộc cuộc kiểm tra. Hãy chọn lại.")
    if task is not None and task.lead_id != unit.pk:
        raise Refused("Nhiệm vụ này không do đơn vị được kiểm tra chủ trì. Hãy chọn lại.")
    if item is not None and item.unit_id != unit.pk:
        raise Refused("Nội dung chương trình này không phải của đơn vị. Hãy chọn lại.")
    finding = InspectionFinding.objects.create(
        inspection=inspection, unit=unit, content=content.strip(), poor=poor, task=task, item=item
    )
    if inspection.state == State.DONE:
        _call_where_poor(finding, by, at)
    return finding


@inspection_flow.step("Bỏ phát hiện", who=inspects, frm=State.PLANNED)
def drop_finding(
    inspection: Inspection, *, by: Officer, at: datetime, finding: InspectionFinding
) -> None:
    """A finding noted by mistake goes, as long as nobody was told of it; the journal keeps it."""
    if finding.inspection_id != inspection.pk:
        raise Refused("Phát hiện này không thuộc cuộc kiểm tra.")
    finding.delete()


@inspection_flow.step("Kết luận kiểm tra", who=inspects, frm=State.PLANNED, to=State.DONE)
def conclude(inspection: Inspection, *, by: Officer, at: datetime, conclusion: str) -> None:
    """The units are told; what was found poor must be put right from now on."""
    if not conclusion.strip():
        raise Refused("Hãy ghi kết luận kiểm tra.")
    if inspection.planned_on > day_of(at):
        raise Refused("Chưa đến ngày kiểm tra. Nếu đã kiểm tra sớm, hãy sửa ngày kiểm tra trước.")
    inspection.conclusion, inspection.done_at = conclusion.strip(), at
    for finding in inspection.findings.select_related("unit", "task", "item").order_by("pk"):
        _call_where_poor(finding, by, at)


def _call_where_poor(finding: InspectionFinding, by: Officer, at: datetime) -> None:
    """One remedy for a task and month: a second finding of the same task joins the first."""
    month, item = month_of(day_of(at)), finding.item
    task = finding.task or (item.task if item is not None else None)
    if not finding.poor or _is_called(task, item, month):
        return
    call_for(
        finding.inspection.committee, by=by, at=at, unit=finding.unit, ground=Remedy.Ground.POOR,
        month=month, task=task, item=item, finding=finding,
    )  # fmt: skip


def _is_called(task: Task | None, item: ProgrammeItem | None, month: date) -> bool:
    poor = Remedy.objects.filter(ground=Remedy.Ground.POOR)
    if task is not None:
        poor = poor.filter(task=task)
    elif item is not None:
        poor = poor.filter(task=None, item=item)
    else:
        return False
    return poor.open().exists() or poor.filter(month=month).exists()
