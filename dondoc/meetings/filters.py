"""Which meetings a list shows: a standing view, and what is chosen beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict

from dondoc.agencies.models import Officer
from dondoc.meetings.models import Meeting, Participant, Preparation
from dondoc.meetings.models.meetings import MeetingQuerySet
from dondoc.meetings.queries import begin_of

VIEWS = {
    "upcoming": "Sắp họp",
    "unready": "Chưa chuẩn bị xong",
    "mine": "Mời tôi dự",
    "opinion": "Chờ tôi duyệt nội dung",
    "held": "Chờ thông báo kết luận",
    "past": "Đã họp",
    "all": "Tất cả",
}
BACKWARDS = ("held", "past", "all")
State = Meeting.State


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    view: str = "upcoming"
    words: str = ""
    lead: int | None = None
    chair: int | None = None

    @classmethod
    def read(cls, query: QueryDict) -> "Wanted":
        """What is not understood is left out."""
        view = query.get("view", "")
        return cls(
            view if view in VIEWS else "upcoming", query.get("q", "").strip()[:100],
            _number(query.get("lead")), _number(query.get("chair")),
        )  # fmt: skip

    def of(self, officer: Officer, today: date) -> MeetingQuerySet:
        """The meetings of the list in its order."""
        rows = Meeting.objects.visible_to(officer).filter(_in_view(self.view, officer, today))
        if self.words:
            rows = rows.filter(Q(title__icontains=self.words) | Q(content__icontains=self.words))
        for name in ("lead", "chair"):
            if (chosen := getattr(self, name)) is not None:
                rows = rows.filter(**{name: chosen})
        order = "-" if self.view in BACKWARDS else ""
        return rows.order_by(f"{order}starts_at", f"{order}pk")


def _number(said: str | None) -> int | None:
    return int(said) if said and said.isdecimal() and len(said) < 10 else None


def _in_view(view: str, officer: Officer, today: date) -> Q | Any:
    to_come = Q(state=State.PLANNED, starts_at__gte=begin_of(today))
    if view == "unready":
        late = Preparation.objects.filter(meeting=OuterRef("pk"), done_at=None, due_on__lt=today)
        return to_come & Q(Exists(late))
    if view == "mine":
        asked = Participant.objects.standing().filter(meeting=OuterRef("pk"))
        me = Q(officer=officer) | Q(deputy=officer, consent=True) | Q(agency=officer.agency_id)
        return to_come & Q(Exists(asked.filter(me)))
    if view == "opinion":
        return to_come & Q(approval=Meeting.Approval.ASKED, leader=officer)
    if view == "held":
        return Q(state=State.HELD)
    if view == "past":
        return Q(state__in=(State.HELD, State.CONCLUDED)) | Q(starts_at__lt=begin_of(today))
    return Q() if view == "all" else to_come
