"""A meeting of the ward next week, led by Thu's division, with who and what it needs."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from dondoc.meetings import actions
from dondoc.meetings.models import Meeting
from dondoc.meetings.parts import Who
from tests.cast import Cast

WHEN = datetime(2022, 3, 24, 1, 0, tzinfo=UTC)  # 08:00, a Thursday in Việt Nam


@pytest.fixture
def files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


@pytest.fixture
def plan(cast: Cast, at: datetime) -> Callable[..., Meeting]:
    """Thu plans a meeting; whatever is said otherwise is otherwise."""
    people = (cast.son, cast.yen, cast.giang, cast.phuc, cast.thu)
    assert all(people)

    def made(**said: Any) -> Meeting:
        usual = {
            "title": "Họp giao ban công tác văn hóa - xã hội tháng 3",
            "content": "Đánh giá công tác văn hóa - xã hội tháng 3, triển khai tháng 4.",
            "lead": cast.ward_division, "leader": cast.son, "chair": cast.son,
            "starts_at": WHEN, "place": "Trụ sở UBND phường",
            "participants": [Who(officer=cast.phuc), Who(agency=cast.ward_division),
                             Who(name="Bí thư chi bộ khu phố 3", email="khupho3@example.vn")],
        }  # fmt: skip
        by = said.pop("by", cast.thu)
        return actions.plan_meeting(cast.ward, by=by, at=at, **{**usual, **said})

    return made


@pytest.fixture
def meeting(plan: Callable[..., Meeting]) -> Meeting:
    return plan()


@pytest.fixture
def invited(cast: Cast, meeting: Meeting, at: datetime, files: None) -> Meeting:
    """Its content approved and its invitation issued."""
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    actions.approve_content(meeting, by=cast.son, at=at)
    actions.draft_invitation(meeting, by=cast.giang, at=at)
    actions.issue_invitation(meeting, by=cast.yen, at=at, signer=cast.yen)
    return meeting
