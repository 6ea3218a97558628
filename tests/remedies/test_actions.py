"""A remedy from its call to its confirmed result, and who may do what to it."""

from datetime import date

import pytest

from dondoc.remedies import actions
from dondoc.remedies.forms import proposed_result
from dondoc.remedies.models import ObjectiveCause, Remedy
from dondoc.tasks import actions as tasks
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.remedies.stage import DONE, HOW, WHY, close, late, noon, promise, submit


@pytest.fixture
def remedy(cast: Cast) -> Remedy:
    return late(cast, noon(3, 11))


def test_a_remedy_goes_from_its_call_to_a_confirmed_result(cast: Cast, remedy: Remedy) -> None:
    promise(cast, remedy, noon(3, 12))
    assert (remedy.state, remedy.cause, remedy.person) == ("promised", "staff", cast.tam)
    assert remedy.task
    submit(cast, remedy.task, noon(3, 14))
    actions.report_result(remedy, by=cast.tam, at=noon(3, 14), result=DONE)  # the person named
    assert remedy.state == "reported"
    actions.confirm_result(remedy, by=cast.binh, at=noon(3, 15))
    assert (remedy.state, remedy.closed_by, remedy.despite) == ("closed", cast.binh, "")


def test_a_promise_is_not_an_extension(cast: Cast, remedy: Remedy) -> None:
    promise(cast, remedy, noon(3, 12))
    assert remedy.task
    remedy.task.refresh_from_db()
    assert remedy.task.due_on == date(2022, 3, 10)
    assert remedy.task.extensions_granted == 0


@pytest.mark.parametrize(
    ("thin", "words"),
    [
        ({"cause": ""}, "chọn nguyên nhân"),
        ({"cause_told": "Bận"}, "nói rõ nguyên nhân"),
        ({"solution": "Sẽ làm"}, "Giải pháp còn sơ sài"),
        ({"commit_on": date(2022, 3, 12)}, "sau hôm nay"),
    ],
)
def test_a_thin_promise_is_refused_in_words(
    cast: Cast, remedy: Remedy, thin: dict[str, object], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        promise(cast, remedy, noon(3, 12), **thin)
    remedy.refresh_from_db()
    assert remedy.state == "called"


def test_the_person_is_somebody_of_the_unit(cast: Cast, remedy: Remedy) -> None:
    with pytest.raises(Refused, match="đương chức của đơn vị"):
        promise(cast, remedy, noon(3, 12), person=cast.xuan)


def test_another_unit_and_a_single_officer_may_not_promise(cast: Cast, remedy: Remedy) -> None:
    for stranger in (cast.xuan, cast.tam, cast.binh):
        with pytest.raises(NotPermitted):
            actions.promise(
                remedy, by=stranger, at=noon(3, 12), cause="staff", cause_told=WHY, solution=HOW,
                commit_on=date(2022, 3, 20), person=cast.tam,
            )  # fmt: skip


def test_a_unit_may_promise_anew_while_it_is_at_it(cast: Cast, remedy: Remedy) -> None:
    promise(cast, remedy, noon(3, 12))
    promise(cast, remedy, noon(3, 13), commit_on=date(2022, 3, 30))
    assert remedy.commit_on == date(2022, 3, 30)


def test_the_office_returns_what_is_thin_with_words(cast: Cast, remedy: Remedy) -> None:
    promise(cast, remedy, noon(3, 12))
    with pytest.raises(Refused, match="nêu rõ"):
        actions.return_promise(remedy, by=cast.binh, at=noon(3, 12), reason=" ")
    actions.return_promise(remedy, by=cast.binh, at=noon(3, 12), reason="Chưa rõ ai làm")
    assert (remedy.state, remedy.times_returned) == ("called", 1)
    promise(cast, remedy, noon(3, 13))
    actions.report_result(remedy, by=cast.khoa, at=noon(3, 14), result=DONE)
    actions.return_result(remedy, by=cast.lan, at=noon(3, 14), reason="Thiếu số văn bản")
    assert (remedy.state, remedy.times_returned) == ("promised", 2)
    assert remedy.returned_with == "Thiếu số văn bản"
    assert remedy.reported_at is None


def test_the_unit_does_not_confirm_itself(cast: Cast, remedy: Remedy) -> None:
    promise(cast, remedy, noon(3, 12))
    actions.report_result(remedy, by=cast.khoa, at=noon(3, 14), result=DONE)
    for one in (cast.khoa, cast.hoa, cast.xuan, cast.dung):
        with pytest.raises(NotPermitted):
            actions.confirm_result(remedy, by=one, at=noon(3, 15), despite="Vẫn xác nhận")


def test_the_office_does_not_confirm_what_it_must_put_right_itself(cast: Cast) -> None:
    own = late(cast, noon(3, 11), lead=cast.office)
    person = cast.seat(cast.office, "unit_head", "Phó Chánh Văn phòng", "Phan Long")
    actions.report_result(
        own, by=person, at=noon(3, 14), result=DONE, cause="staff", cause_told=WHY
    )
    for one in (cast.lan, cast.binh):
        with pytest.raises(NotPermitted):
            actions.confirm_result(own, by=one, at=noon(3, 15), despite="Vẫn xác nhận")
    actions.confirm_result(own, by=cast.nam, at=noon(3, 15), despite="Việc đã xong ngoài hệ thống")
    assert own.closed_by == cast.nam


def test_it_closes_only_when_the_task_is_handed_in_or_the_office_says_why(
    cast: Cast, remedy: Remedy
) -> None:
    promise(cast, remedy, noon(3, 12))
    actions.report_result(remedy, by=cast.khoa, at=noon(3, 14), result=DONE)
    with pytest.raises(Refused, match="chưa được đơn vị trình kết quả"):
        actions.confirm_result(remedy, by=cast.binh, at=noon(3, 15))
    actions.confirm_result(remedy, by=cast.binh, at=noon(3, 15), despite="Đã xử lý ngoài hệ thống")
    assert (remedy.state, remedy.despite) == ("closed", "Đã xử lý ngoài hệ thống")


def test_nothing_is_confirmed_that_was_not_reported(cast: Cast, remedy: Remedy) -> None:
    with pytest.raises(NotNow):
        actions.confirm_result(remedy, by=cast.binh, at=noon(3, 15), despite="Vẫn xác nhận")


def test_work_finished_by_itself_proposes_its_own_result(cast: Cast, remedy: Remedy) -> None:
    assert remedy.task
    assert proposed_result(remedy) == ""
    submit(cast, remedy.task, noon(3, 12))
    assert proposed_result(remedy) == DONE
    with pytest.raises(Refused, match="chọn nguyên nhân"):  # the cause is told even then
        actions.report_result(remedy, by=cast.khoa, at=noon(3, 12), result=DONE)
    actions.report_result(
        remedy, by=cast.khoa, at=noon(3, 12), result=DONE, cause="staff", cause_told=WHY
    )
    assert (remedy.state, remedy.cause) == ("reported", "staff")


def test_an_objective_cause_is_granted_by_the_side_that_gave_the_work(
    cast: Cast, remedy: Remedy
) -> None:
    with pytest.raises(NotPermitted):
        actions.ask_objective(remedy, by=cast.xuan, at=noon(3, 12), reason="Chờ Bộ")
    objective = actions.ask_objective(remedy, by=cast.khoa, at=noon(3, 12), reason="Chờ Bộ trả lời")
    for one in (cast.khoa, cast.binh, cast.xuan):
        with pytest.raises(NotPermitted):
            actions.grant_objective(objective, by=one, at=noon(3, 13), answer="Đúng")
    with pytest.raises(Refused, match="nêu lý do"):
        actions.grant_objective(objective, by=cast.lan, at=noon(3, 13), answer=" ")
    actions.grant_objective(objective, by=cast.nam, at=noon(3, 13), answer="Đã có công văn nhắc")
    assert (objective.state, objective.decided_by) == ("granted", cast.nam)
    with pytest.raises(NotNow):
        actions.refuse_objective(objective, by=cast.lan, at=noon(3, 14), answer="Không đúng")
    with pytest.raises(Refused, match="Đã có đề nghị"):
        actions.ask_objective(remedy, by=cast.khoa, at=noon(3, 14), reason="Chờ Bộ")


def test_an_objective_cause_may_be_refused_with_words(cast: Cast, remedy: Remedy) -> None:
    objective = actions.ask_objective(remedy, by=cast.hoa, at=noon(3, 12), reason="Mưa bão")
    actions.refuse_objective(objective, by=cast.lan, at=noon(3, 13), answer="Không có bão")
    assert ObjectiveCause.objects.get().state == "refused"


def test_what_is_closed_is_asked_about_no_more(cast: Cast, remedy: Remedy) -> None:
    close(cast, remedy, noon(3, 14))
    with pytest.raises(Refused, match="đã đóng"):
        actions.ask_objective(remedy, by=cast.khoa, at=noon(3, 15), reason="Chờ Bộ")
    assert remedy.task
    tasks.confirm(remedy.task, by=cast.binh, at=noon(3, 16))
