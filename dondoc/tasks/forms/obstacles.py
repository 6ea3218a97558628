"""What is asked when an obstacle is answered, handed on or closed."""

from datetime import date
from typing import Any, cast

from django import forms

from dondoc.agencies.models import Officer, Role
from dondoc.tasks.forms.base import words
from dondoc.tasks.forms.giving import OfficerChoice
from dondoc.tasks.models import Obstacle
from dondoc.ui.forms import HouseForm


class ObstacleForm(HouseForm):
    """The form of one move on one obstacle."""

    def __init__(self, *args: Any, obstacle: Obstacle, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(obstacle, today)

    def offer(self, obstacle: Obstacle, today: date) -> None:
        """Fills in the choices that depend on the obstacle."""


class AnswerObstacleForm(ObstacleForm):
    """Cho ý kiến chỉ đạo."""

    direction = words("Ý kiến chỉ đạo", help_text="Ai làm gì, trước ngày nào. Được giữ nguyên văn.")


class HandOnObstacleForm(ObstacleForm):
    """Chuyển lãnh đạo khác."""

    leader = OfficerChoice(
        "Lãnh đạo", error_messages={"required": "Hãy chọn lãnh đạo sẽ cho ý kiến."}
    )

    def offer(self, obstacle: Obstacle, today: date) -> None:
        seats = Officer.objects.seated_on(today).filter(agency=obstacle.committee, role=Role.LEADER)
        field = cast("forms.ModelChoiceField[Officer]", self.fields["leader"])
        field.queryset = seats.exclude(pk=obstacle.leader_id or 0).select_related("user")


class CloseObstacleForm(ObstacleForm):
    """Khép lại."""

    remark = words("Lý do khép lại", rows=2)
