"""What people are asked: why and what next, what came of it, in which words it is returned."""

from datetime import date, datetime
from typing import Any, ClassVar, cast

from django import forms
from django.db.models import Q

from dondoc.agencies.models import Agency, Officer
from dondoc.agencies.models.agencies import subtree_ids
from dondoc.database.clock import day_of
from dondoc.planning.models import ProgrammeItem
from dondoc.remedies import drafting, queries
from dondoc.remedies.actions.remedying import is_settled
from dondoc.remedies.models import Inspection, InspectionFinding, Remedy, RemedyReport
from dondoc.tasks.forms.base import day, words
from dondoc.tasks.models import ProgressUpdate, State, Task
from dondoc.ui.forms import HouseForm

CAUSES = (("", "Chọn nguyên nhân"), *Remedy.Cause.choices)
LATELY = 300
"""Tasks and items offered to link a finding to: the latest of the units inspected."""


class DeedForm(HouseForm):
    """The form of one deed on one thing of the room."""

    send: ClassVar[str] = "Gửi"
    saved: ClassVar[str] = "Đã ghi nhận."
    advice: ClassVar[str] = ""
    """What will come of it, in one sentence above the fields."""

    def __init__(
        self, *args: Any, subject: Any, officer: Officer, at: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subject, self.officer, self.at = subject, officer, at
        self.today: date = day_of(at)
        self.offer()

    def offer(self) -> None:
        """Fills in the choices and first values that depend on the subject."""

    def said(self) -> dict[str, Any]:
        """The words of the form as the deed takes them."""
        return dict(self.cleaned_data)


def cause_field(*, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Nguyên nhân", choices=CAUSES, required=required,
        error_messages={"required": "Hãy chọn nguyên nhân."},
    )  # fmt: skip


class PromiseForm(DeedForm):
    send = "Gửi biện pháp"
    saved = "Đã gửi biện pháp khắc phục. Thời hạn của nhiệm vụ không đổi."
    advice = (
        "Ngày cam kết không phải là gia hạn: thời hạn của nhiệm vụ giữ nguyên, việc chậm vẫn được "
        "tính là chậm."
    )

    cause = cause_field()
    cause_told = words("Nói rõ nguyên nhân")
    solution = words(
        "Giải pháp", help_text="Làm gì, ai làm, cần ai phối hợp. Văn phòng đối chiếu theo lời này."
    )
    commit_on = day("Cam kết xong ngày")
    person = forms.ModelChoiceField(
        Officer.objects.none(), label="Người chịu trách nhiệm", empty_label="Chọn người",
        error_messages={"required": "Hãy chọn người chịu trách nhiệm."},
    )  # fmt: skip

    def offer(self) -> None:
        remedy = cast(Remedy, self.subject)
        seats = Officer.objects.seated_on(self.today).filter(
            agency_id__in=subtree_ids([remedy.unit])
        )
        people = cast("forms.ModelChoiceField[Officer]", self.fields["person"])
        people.queryset = seats.select_related("user", "agency", "delegated_by__user").order_by(
            "user__name", "pk"
        )
        self.fields["commit_on"].widget.attrs["min"] = self.today.isoformat()
        executor = remedy.task.executor_id if remedy.task else None
        self.initial.update({
            "cause": remedy.cause, "cause_told": remedy.cause_told, "solution": remedy.solution,
            "commit_on": remedy.commit_on, "person": remedy.person_id or executor,
        })  # fmt: skip


class ReportResultForm(DeedForm):
    send = "Báo cáo kết quả"
    saved = "Đã báo cáo kết quả khắc phục, chờ Văn phòng xác nhận."

    cause = cause_field()
    cause_told = words("Nói rõ nguyên nhân")
    result = words("Kết quả khắc phục", rows=5, help_text="Sản phẩm, số văn bản, việc đã làm được.")

    def offer(self) -> None:
        remedy = cast(Remedy, self.subject)
        if remedy.cause:
            del self.fields["cause"], self.fields["cause_told"]
        self.initial["result"] = remedy.result or proposed_result(remedy)


def proposed_result(remedy: Remedy) -> str:
    """What the unit said when it handed the task in, so that nobody writes it twice."""
    if remedy.task is None or remedy.task.state not in (State.SUBMITTED, State.DONE):
        return ""
    results = remedy.task.updates.filter(kind=ProgressUpdate.Kind.RESULT)
    last = results.order_by("-posted_at", "-pk").first()
    return last.narrative if last else ""


class ReasonForm(DeedForm):
    reason = words("Lý do")


class ReturnPromiseForm(ReasonForm):
    send = "Trả lại biện pháp"
    saved = "Đã trả lại biện pháp, đơn vị phải bổ sung."
    reason = words("Chưa đạt ở điểm nào")


class ReturnResultForm(ReasonForm):
    send = "Trả lại kết quả"
    saved = "Đã trả lại kết quả, đơn vị phải làm tiếp."
    reason = words("Chưa đạt ở điểm nào")


class ConfirmResultForm(DeedForm):
    send = "Xác nhận đã khắc phục"
    saved = "Đã xác nhận, việc khắc phục được đóng."

    despite = words("Lý do xác nhận khi nhiệm vụ chưa trình kết quả")

    def offer(self) -> None:
        if is_settled(self.subject):
            del self.fields["despite"]


class AskObjectiveForm(ReasonForm):
    send = "Gửi đề nghị"
    saved = "Đã gửi đề nghị công nhận nguyên nhân khách quan."
    advice = (
        "Nếu được công nhận, nguyên nhân khách quan được ghi bên cạnh số liệu; "
        "việc chậm vẫn được tính."
    )
    reason = words("Nguyên nhân khách quan, việc đơn vị đã làm để tháo gỡ", rows=4)


class AnswerForm(DeedForm):
    answer = words("Lý do của quyết định")


class GrantObjectiveForm(AnswerForm):
    send = "Công nhận"
    saved = "Đã công nhận nguyên nhân khách quan."


class RefuseObjectiveForm(AnswerForm):
    send = "Không công nhận"
    saved = "Đã trả lời: không công nhận nguyên nhân khách quan."


class WriteReportForm(DeedForm):
    send = "Lưu lời báo cáo"
    saved = "Đã lưu lời báo cáo."

    words = words("Nội dung báo cáo", rows=14)

    def offer(self) -> None:
        report = cast(RemedyReport, self.subject)
        drafted = report.words or drafting.words(report, queries.remedies_of_report(report))
        self.initial["words"] = drafted


class ReturnReportForm(ReasonForm):
    send = "Trả lại báo cáo"
    saved = "Đã trả lại báo cáo, đơn vị phải bổ sung."
    reason = words("Báo cáo còn thiếu điểm nào")


class AcceptReportForm(DeedForm):
    send = "Tiếp nhận"
    saved = "Đã tiếp nhận báo cáo."
    answer = words("Ý kiến", required=False)


class InspectionForm(DeedForm):
    """What is looked at, where, when, by whom; `subject` is the committee, or the inspection."""

    send = "Lưu kế hoạch"
    saved = "Đã lưu kế hoạch kiểm tra, đã báo các đơn vị."

    title = forms.CharField(
        label="Nội dung kiểm tra", max_length=300,
        error_messages={"required": "Hãy nhập nội dung kiểm tra."},
    )  # fmt: skip
    planned_on = day("Ngày kiểm tra")
    inspectors = forms.CharField(
        label="Thành phần kiểm tra", max_length=300, required=False,
        help_text="Trưởng đoàn và các thành viên.",
    )  # fmt: skip
    units = forms.ModelMultipleChoiceField(
        Agency.objects.none(), label="Đơn vị được kiểm tra",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một đơn vị."},
    )  # fmt: skip

    def offer(self) -> None:
        planned = self.subject if isinstance(self.subject, Inspection) else None
        committee = planned.committee if planned else self.subject
        bodies = cast("forms.ModelMultipleChoiceField[Agency]", self.fields["units"])
        bodies.queryset = (
            Agency.objects.units_of(committee).existing_on(self.today).order_by("name", "pk")
        )
        if planned is not None:
            self.initial.update({
                "title": planned.subject, "planned_on": planned.planned_on,
                "inspectors": planned.inspectors,
                "units": list(planned.units.values_list("pk", flat=True)),
            })  # fmt: skip

    def said(self) -> dict[str, Any]:
        """ "subject" is also the word for what a form is about."""
        said = dict(self.cleaned_data)
        return said | {"subject": said.pop("title"), "units": list(said["units"])}


class NoteFindingForm(DeedForm):
    send = "Ghi phát hiện"
    saved = "Đã ghi phát hiện."

    unit = forms.ModelChoiceField(
        Agency.objects.none(), label="Đơn vị", empty_label="Chọn đơn vị",
        error_messages={"required": "Hãy chọn đơn vị."},
    )  # fmt: skip
    content = words("Phát hiện", rows=4)
    task = forms.ModelChoiceField(
        Task.objects.none(), label="Gắn với nhiệm vụ", required=False,
        empty_label="Không gắn với nhiệm vụ",
    )  # fmt: skip
    item = forms.ModelChoiceField(
        ProgrammeItem.objects.none(), label="Gắn với nội dung chương trình", required=False,
        empty_label="Không gắn với nội dung chương trình",
    )  # fmt: skip
    poor = forms.TypedChoiceField(
        label="Yêu cầu", coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        choices=(("yes", "Phải khắc phục"), ("no", "Không yêu cầu gì")),
        error_messages={"required": "Hãy chọn phải khắc phục hay không."},
    )  # fmt: skip

    def offer(self) -> None:
        inspection = cast(Inspection, self.subject)
        units = inspection.units.order_by("name", "pk")
        keys = [unit.pk for unit in units]
        tasks = Task.objects.visible_to(self.officer).in_force().filter(lead__in=keys)
        items = ProgrammeItem.objects.filter(
            unit__in=keys, programme__committee=inspection.committee
        )
        items = items.filter(Q(task=None), state=ProgrammeItem.State.APPROVED)
        cast("forms.ModelChoiceField[Agency]", self.fields["unit"]).queryset = units
        self._choose_from("task", tasks.order_by("-assigned_at", "-pk").defer("search"))
        self._choose_from("item", items.order_by("-programme__from_on", "-pk"))
        if len(keys) == 1:
            self.initial["unit"] = keys[0]

    def _choose_from(self, name: str, rows: Any) -> None:
        """The latest are offered; a link of any other is refused like a stranger's."""
        kept = list(rows.values_list("pk", flat=True)[:LATELY])
        field = cast("forms.ModelChoiceField[Any]", self.fields[name])
        field.queryset = rows.model.objects.filter(pk__in=kept).order_by("-pk")
        if not kept:
            del self.fields[name]


class DropFindingForm(DeedForm):
    saved = "Đã bỏ phát hiện."

    finding = forms.ModelChoiceField(InspectionFinding.objects.none(), widget=forms.HiddenInput)

    def offer(self) -> None:
        findings = cast("forms.ModelChoiceField[InspectionFinding]", self.fields["finding"])
        findings.queryset = self.subject.findings.all()


class ConcludeForm(DeedForm):
    send = "Kết luận và báo các đơn vị"
    saved = "Đã kết luận. Phát hiện phải khắc phục đã được giao cho đơn vị."
    advice = "Sau khi kết luận, mỗi phát hiện “phải khắc phục” thành một việc khắc phục của đơn vị."

    conclusion = words("Kết luận", rows=6)


class CancelInspectionForm(ReasonForm):
    send = "Không thực hiện"
    saved = "Đã ghi: không thực hiện cuộc kiểm tra."


FORMS: dict[str, type[DeedForm]] = {
    "promise": PromiseForm,
    "report_result": ReportResultForm,
    "return_promise": ReturnPromiseForm,
    "return_result": ReturnResultForm,
    "confirm_result": ConfirmResultForm,
    "ask_objective": AskObjectiveForm,
    "grant_objective": GrantObjectiveForm,
    "refuse_objective": RefuseObjectiveForm,
    "write_report": WriteReportForm,
    "return_report": ReturnReportForm,
    "accept_report": AcceptReportForm,
    "revise_inspection": InspectionForm,
    "note_finding": NoteFindingForm,
    "drop_finding": DropFindingForm,
    "conclude": ConcludeForm,
    "cancel_inspection": CancelInspectionForm,
}
"""The form of each deed that asks for something; the rest are done at one press."""
