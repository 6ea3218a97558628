"""A review campaign: each open task of a unit confirmed again, with a solution and a day."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.urging import actions
from dondoc.urging.models import Review, ReviewLine
from dondoc.urging.reviewing import progress
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast

AsOfficer = Callable[[Officer], Client]
pytestmark = pytest.mark.django_db
MONDAY = datetime(2022, 3, 14, 2, tzinfo=UTC)
UNTIL = date(2022, 3, 18)
HOW = "Giám đốc Sở trực tiếp họp với tư vấn hằng tuần."


def given(cast: Cast, lead: Any, n: int = 1) -> list[Task]:
    assert cast.hoa
    assert cast.khoa
    assert cast.xuan
    return [
        tasks.assign(
            cast.city, by=cast.binh, at=MONDAY - timedelta(days=40), lead=lead,
            content=f"Việc số {number}", due=Due(date(2022, 4, 15)),
        )
        for number in range(n)
    ]  # fmt: skip


def opened(cast: Cast, *units: Any) -> Review:
    return actions.open_review(
        cast.city, by=cast.binh, at=MONDAY, name="Rà soát tháng 3", words="Theo công văn 12",
        until=UNTIL, units=units or [cast.construction],
    )  # fmt: skip


def confirm(line: ReviewLine, by: Officer, at: datetime = MONDAY, **said: Any) -> None:
    words = {"standing": "on_track", "commit_on": date(2022, 4, 15)} | said
    actions.confirm_line(line, by=by, at=at, **words)


def test_every_open_task_of_the_unit_is_in_it_and_nothing_else(cast: Cast) -> None:
    mine, others = given(cast, cast.construction, 3), given(cast, cast.finance)
    tasks.recall(mine[0], by=cast.binh, at=MONDAY, reason="Trùng")
    review = opened(cast)
    assert {line.task_id for line in review.lines.all()} == {one.pk for one in mine[1:]}
    assert others[0].pk not in {line.task_id for line in review.lines.all()}


def test_the_unit_is_told_and_urged_while_it_owes_but_not_twice_at_once(cast: Cast) -> None:
    given(cast, cast.construction, 2)
    review = opened(cast, cast.construction)
    tell(MONDAY)
    told = Notice.objects.filter(step="review.open_review")
    assert set(told.values_list("officer", flat=True)) == {cast.hoa.pk, cast.khoa.pk}
    with pytest.raises(Refused, match="chưa quá 4 giờ"):
        actions.urge_review(review, by=cast.binh, at=MONDAY + timedelta(hours=1))
    with pytest.raises(Refused, match="ngày nghỉ"):
        actions.urge_review(review, by=cast.binh, at=MONDAY + timedelta(days=5))
    assert actions.urge_review(review, by=cast.binh, at=MONDAY + timedelta(days=1)) == 1
    tell(MONDAY + timedelta(days=1))
    assert Notice.objects.filter(step="review.urge_review").count() == 2


def test_a_unit_that_is_through_is_not_urged(cast: Cast) -> None:
    given(cast, cast.construction)
    review = opened(cast)
    confirm(review.lines.get(), cast.hoa)
    with pytest.raises(Refused, match="rà soát xong"):
        actions.urge_review(review, by=cast.binh, at=MONDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"standing": "behind", "solution": "đang làm"}, "ít nhất 15 ký tự"),
        ({"standing": "unfit", "solution": ""}, "ít nhất 15 ký tự"),
        ({"commit_on": None}, "ngày sẽ hoàn thành"),
        ({"commit_on": date(2022, 3, 1)}, "đã qua"),
        ({"standing": "great"}, "Hãy chọn tình hình"),
    ],
)
def test_a_thin_line_is_refused_in_words(cast: Cast, said: dict[str, Any], words: str) -> None:
    given(cast, cast.construction)
    line = opened(cast).lines.get()
    with pytest.raises(Refused, match=words):
        confirm(line, cast.hoa, **said)


def test_only_the_unit_confirms_and_only_the_committee_keeps_it(cast: Cast) -> None:
    given(cast, cast.construction)
    given(cast, cast.finance)
    review = opened(cast, cast.construction, cast.finance)
    line = review.lines.get(unit=cast.construction)
    for stranger in (cast.binh, cast.nam, cast.xuan, cast.tam):
        with pytest.raises(NotPermitted):
            confirm(line, stranger)
    with pytest.raises(NotPermitted):
        actions.close_review(review, by=cast.hoa, at=MONDAY)
    assert list(ReviewLine.objects.visible_to(cast.hoa)) == [line]
    assert not Review.objects.visible_to(cast.minh).exists()


def test_each_figure_is_the_length_of_its_list(cast: Cast, as_officer: AsOfficer) -> None:
    given(cast, cast.construction, 4)
    review = opened(cast)
    first, second, third, _ = review.lines.order_by("pk")
    confirm(first, cast.hoa, MONDAY + timedelta(days=6))
    confirm(second, cast.khoa, standing="behind", solution=HOW)
    tasks.recall(third.task, by=cast.binh, at=MONDAY, reason="Hết cần")
    (row,) = progress(ReviewLine.objects.filter(review=review))
    assert (row.total, row.counts) == (
        4, {"waiting": 1, "confirmed": 2, "late": 1, "behind": 1, "unfit": 0, "moot": 1},
    )  # fmt: skip
    client = as_officer(cast.binh)
    for key, n in row.counts.items():
        page = client.get(f"/urging/reviews/{review.pk}/?show={key}").content.decode()
        assert page.count("/urging/review-lines/") == n


def test_it_ends_with_a_remark_while_lines_are_owed_and_then_nothing_changes(cast: Cast) -> None:
    given(cast, cast.construction)
    review = opened(cast)
    with pytest.raises(Refused, match="ghi nhận xét"):
        actions.close_review(review, by=cast.lan, at=MONDAY)
    actions.close_review(review, by=cast.lan, at=MONDAY, remark="Sở chưa rà soát.")
    with pytest.raises(Refused, match="đã kết thúc"):
        confirm(review.lines.get(), cast.hoa)
    with pytest.raises(NotNow):
        actions.urge_review(review, by=cast.lan, at=MONDAY + timedelta(days=1))


def test_a_unit_is_in_one_review_at_a_time(cast: Cast) -> None:
    given(cast, cast.construction)
    opened(cast)
    with pytest.raises(Refused, match="đang rà soát trong đợt"):
        opened(cast)


def test_the_office_opens_one_and_the_unit_goes_from_task_to_task(
    cast: Cast, as_officer: AsOfficer
) -> None:
    given(cast, cast.construction, 2)
    office = as_officer(cast.binh)
    sent = {"name": "Rà soát tháng 3", "until": "2022-03-18", "units": cast.construction.pk}
    wrong = office.post("/urging/reviews/open/", sent | {"units": ""}).content.decode()
    assert "Hãy chọn ít nhất một đơn vị" in wrong
    assert "Rà soát tháng 3" in wrong
    assert office.post("/urging/reviews/open/", sent).status_code == 302
    first, second = Review.objects.get().lines.order_by("pk")
    unit = as_officer(cast.khoa)
    assert "chưa rà soát" in unit.get("/desk/").content.decode()
    page = unit.post(f"/urging/review-lines/{first.pk}/", {"standing": "behind", "solution": "x"})
    assert "ít nhất 15 ký tự" in page.content.decode()
    said = {"standing": "on_track", "commit_on": "2022-04-15"}
    onward = unit.post(f"/urging/review-lines/{first.pk}/", said)
    assert onward.headers["Location"] == f"/urging/review-lines/{second.pk}/"
    ended = unit.post(f"/urging/review-lines/{second.pk}/", said)
    assert ended.headers["Location"] == f"/urging/reviews/{first.review_id}/"
    assert unit.post(f"/urging/reviews/{first.review_id}/close_review/").status_code == 404
    assert as_officer(cast.xuan).get(f"/urging/reviews/{first.review_id}/").status_code == 404


def test_a_review_asks_the_database_a_bounded_number_of_times(
    cast: Cast, as_officer: AsOfficer, django_assert_max_num_queries: Any
) -> None:
    given(cast, cast.construction, 20)
    review = opened(cast)
    client = as_officer(cast.binh)
    client.get("/urging/reviews/")
    for page, most in (("/urging/reviews/", 12), (f"/urging/reviews/{review.pk}/", 16)):
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200
