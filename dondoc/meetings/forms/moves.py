"""The forms of the moves of a meeting, each under the move's own word."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms

from dondoc.agencies.models import Officer
from dondoc.database.clock import day_of, local
from dondoc.meetings.forms.choices import (
    AGENDA_HELP,
    Bodies,
    People,
    lines_of,
    offer,
    people_of,
    points_of,
    units_of,
)
from dondoc.meetings.forms.planning import SubjectFields, TimeFields, WhoFields
from dondoc.meetings.models import Meeting, MeetingPaper, Participant, Preparation
from dondoc.meetings.parts import Thing
from dondoc.tasks.forms.base import words
from dondoc.tasks.forms.files import FilesField
from dondoc.ui.forms import HouseForm


class MoveForm(HouseForm):
    """The form of one move on one meeting."""

    send: ClassVar[str] = "Lưu"
    saved: ClassVar[str] = "Đã ghi nhận."
    advice: ClassVar[str] = ""
    danger: ClassVar[bool] = False
    row: ClassVar[str] = ""
    """Under which name the deed takes the row of the dossier it is about."""

    def __init__(
        self, *args: Any, meeting: Meeting, officer: Officer, at: datetime, about: Any = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.meeting, self.officer, self.at, self.about = meeting, officer, at, about
        self.today = day_of(at)
        self.offer()

    def offer(self) -> None:
        """Fills in the choices and first values that depend on the meeting."""

    def said(self) -> dict[str, Any]:
        """The words of the form as the move takes them."""
        return dict(self.cleaned_data)


class EditMeetingForm(SubjectFields, MoveForm):
    """Sửa thông tin."""

    saved = "Đã sửa thông tin cuộc họp."
    advice = "Sửa nội dung đã được duyệt thì phải trình lãnh đạo phụ trách lại."

    def offer(self) -> None:
        self.offer_subject(self.meeting.committee, self.today)
        now = {name: getattr(self.meeting, name) for name in ("title", "content")}
        for name in ("field", "leader", "chair", "follower", "series"):
            now[name] = getattr(self.meeting, f"{name}_id")
        self.initial = {**now, **self.initial}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self.with_leader(self.today)
        return said


class RescheduleForm(TimeFields, MoveForm):
    """Đổi thời gian, địa điểm."""

    send = "Đổi"
    saved = "Đã đổi thời gian, địa điểm; hạn chuẩn bị được tính lại."
    advice = "Hạn chuẩn bị được tính lại theo ngày họp mới; người đã được mời được báo ngay."

    reason = words("Lý do", required=False, rows=2, help_text="Bắt buộc khi đã gửi giấy mời.")

    def offer(self) -> None:
        meeting = self.meeting
        self.offer_places(meeting.committee, meeting.room_id, meeting.vehicle_id)
        starts = local(meeting.starts_at)
        now = {
            "day": starts.date(), "starts": starts.time(), "place": meeting.place,
            "ends": local(meeting.ends_at).time() if meeting.ends_at else None,
            "room": meeting.room_id, "vehicle": meeting.vehicle_id,
        }  # fmt: skip
        self.initial = {**now, **self.initial}

    def said(self) -> dict[str, Any]:
        return {**self.times(), "reason": self.cleaned_data["reason"]}


class CancelForm(MoveForm):
    """Hủy cuộc họp."""

    send = "Hủy cuộc họp"
    saved = "Đã hủy cuộc họp; người được mời đã được báo."
    danger = True

    reason = words("Lý do hủy", rows=2)


class AskOpinionForm(MoveForm):
    """Trình nội dung."""

    send = "Trình"
    saved = "Đã trình lãnh đạo phụ trách."
    advice = "Lãnh đạo phụ trách xem nội dung, tài liệu trong hồ sơ rồi duyệt hoặc yêu cầu sửa."

    note = words("Lời trình", required=False)


class ApproveContentForm(MoveForm):
    """Duyệt nội dung."""

    send = "Duyệt"
    saved = "Đã duyệt nội dung."

    answer = words("Ý kiến", required=False)


class ReturnContentForm(MoveForm):
    """Yêu cầu chỉnh sửa."""

    send = "Yêu cầu chỉnh sửa"
    saved = "Đã chuyển lại đơn vị chủ trì."

    reason = words("Nội dung cần chỉnh sửa")


class ThingFields(MoveForm):
    """Whose a thing is and when."""

    unit = Bodies("Đơn vị chuẩn bị", empty_label="Chọn đơn vị",
                  error_messages={"required": "Hãy chọn đơn vị chuẩn bị."})  # fmt: skip
    person = People("Người làm", required=False, empty_label="Để đơn vị phân công")
    ahead = forms.IntegerField(
        label="Xong sớm hơn hạn chung (ngày làm việc)", min_value=0, max_value=15, initial=0
    )

    def offer(self) -> None:
        committee = self.meeting.committee
        offer(self, unit=units_of(committee, self.today), person=people_of(committee, self.today))


class AddPreparationForm(ThingFields):
    """Thêm việc chuẩn bị."""

    saved = "Đã thêm việc chuẩn bị."

    kind = forms.ChoiceField(label="Loại", initial=Preparation.Kind.OTHER, choices=[
        (value, name.capitalize()) for value, name in Preparation.Kind.choices
    ])  # fmt: skip
    label = forms.CharField(label="Việc", required=False, max_length=200)
    field_order = ("kind", "label")

    def said(self) -> dict[str, Any]:
        return {"thing": Thing(**self.cleaned_data)}


class EntrustPreparationForm(ThingFields):
    """Giao việc chuẩn bị."""

    saved = "Đã giao việc chuẩn bị."
    row = "preparation"

    def offer(self) -> None:
        super().offer()
        one = self.about
        now = {"unit": one.unit_id, "person": one.person_id, "ahead": one.ahead}
        self.initial = {**now, **self.initial}


class AddPapersForm(MoveForm):
    """Thêm tài liệu."""

    send = "Thêm"
    saved = "Đã thêm tài liệu."

    kind = forms.ChoiceField(label="Loại", choices=[
        (value, name.capitalize()) for value, name in MeetingPaper.Kind.choices
    ])  # fmt: skip
    attached = FilesField("Tệp", help_text="Tối đa 10 tệp, mỗi tệp 25 MB.")

    def said(self) -> dict[str, Any]:
        return {"kind": self.cleaned_data["kind"], "files": self.cleaned_data["attached"]}


class AddParticipantsForm(WhoFields, MoveForm):
    """Thêm thành phần."""

    send = "Thêm"
    saved = "Đã thêm thành phần dự họp."

    def offer(self) -> None:
        self.offer_who(self.meeting.committee, self.today)

    def said(self) -> dict[str, Any]:
        return {"whom": self.whom()}


class SetAgendaForm(MoveForm):
    """Chương trình họp."""

    saved = "Đã lưu chương trình họp."

    agenda = words("Chương trình họp", required=False, rows=8, help_text=AGENDA_HELP)

    def offer(self) -> None:
        self.initial.setdefault("agenda", lines_of(self.meeting.agenda.order_by("place")))

    def said(self) -> dict[str, Any]:
        return {"points": points_of(self.cleaned_data["agenda"])}


class AnswerForm(MoveForm):
    """Trả lời giấy mời."""

    send = "Gửi trả lời"
    saved = "Đã gửi trả lời."
    row = "participant"

    answer = forms.ChoiceField(label="Trả lời", choices=Participant.Answer.choices[1:])
    deputy = People("Người dự thay", required=False, empty_label="Chọn người dự thay")
    reason = words("Lý do", required=False, rows=2)

    def offer(self) -> None:
        own = Officer.objects.seated_on(self.today).filter(agency=self.officer.agency_id)
        rows = own.exclude(pk=self.officer.pk).select_related("user", "agency", "delegated_by")
        offer(self, deputy=rows.order_by("user__name", "pk"))


FORMS: dict[str, type[MoveForm]] = {
    "edit_meeting": EditMeetingForm,
    "reschedule": RescheduleForm,
    "cancel": CancelForm,
    "ask_opinion": AskOpinionForm,
    "approve_content": ApproveContentForm,
    "return_content": ReturnContentForm,
    "add_preparation": AddPreparationForm,
    "entrust_preparation": EntrustPreparationForm,
    "add_papers": AddPapersForm,
    "add_participants": AddParticipantsForm,
    "set_agenda": SetAgendaForm,
    "answer": AnswerForm,
}
