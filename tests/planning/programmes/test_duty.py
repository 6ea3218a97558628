"""What the clock does for programmes, and who is told."""

from datetime import date, timedelta

from dondoc.notifications.models import Notice
from dondoc.notifications.telling import tell
from dondoc.planning.actions import programmes as actions
from dondoc.planning.models import Programme, ProgrammeItem
from dondoc.planning.programme_duty import keep_programmes
from tests.cast import Cast
from tests.planning.programmes.stage import MARCH_16, approved, day, finish, item, opened


def heard(verb: str) -> set[str]:
    return {notice.officer.name for notice in Notice.objects.filter(step=verb)}


def test_the_next_month_is_opened_ten_days_before_the_last_day(cast: Cast) -> None:
    opened(cast)
    keep_programmes(day(4, 14, 7))
    assert Programme.objects.count() == 1
    keep_programmes(day(4, 15, 7))
    keep_programmes(day(4, 16, 7))
    assert {one.label for one in Programme.objects.all()} == {"tháng 4/2022", "tháng 5/2022"}


def test_a_committee_without_programmes_is_left_alone(cast: Cast) -> None:
    assert cast.binh.pk
    assert keep_programmes(day(3, 20)) == 0


def test_silent_units_are_reminded_three_working_days_before_and_on_the_day(cast: Cast) -> None:
    programme = opened(cast)  # registration ends on Friday 25 March
    item(cast, programme)
    actions.complete_registration(programme, by=cast.phuc, at=MARCH_16, unit=cast.ward_economy)
    for number in (21, 22, 23, 24, 25, 26):
        keep_programmes(day(3, number, 7))
        keep_programmes(day(3, number, 8))
    tell(day(3, 26))
    reminded = Notice.objects.filter(step="programme.urge", officer=cast.thu)
    assert {one.created_at.date() for one in reminded} == {day(3, 26).date()}
    assert reminded.count() == 2
    assert "Mai Thu" in heard("programme.urge")
    assert "Châu Phúc" not in heard("programme.urge")


def test_leftovers_come_in_by_the_clock(cast: Cast) -> None:
    april = opened(cast)
    own = item(cast, april)
    approved(cast, april)
    may = opened(cast, at=day(4, 12), month=5)
    assert may.items.get().carried_from == own
    finish(cast, own, day(4, 14))
    keep_programmes(day(4, 15, 7))
    assert may.items.get().state == ProgrammeItem.State.WITHDRAWN


def test_each_deed_is_told_to_those_concerned(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    out = item(cast, programme, "Việc thường xuyên")
    actions.complete_registration(programme, by=cast.phuc, at=MARCH_16, unit=cast.ward_economy)
    actions.decline(out, by=cast.giang, at=MARCH_16, reason="Việc thường xuyên")
    actions.submit_programme(programme, by=cast.giang, at=MARCH_16)
    actions.return_programme(programme, by=cast.son, at=MARCH_16, reason="Gộp lại")
    approved(cast, programme)
    own.refresh_from_db()
    change = actions.ask_move(
        own, by=cast.phuc, at=day(4, 4), due_on=date(2022, 4, 29), reason="Chờ quận"
    )
    actions.grant_change(change, by=cast.son, at=day(4, 4))
    actions.explain(own, by=cast.phuc, at=day(4, 5), reason="Chờ vốn")
    tell(day(4, 5) + timedelta(minutes=1))
    assert {"Châu Phúc", "Mai Thu"} <= heard("programme.open_programme")
    assert "Kiều Việt" not in heard("programme.open_programme")
    assert "Đinh Sơn" in heard("programme.submit_programme")
    assert "Tạ Yến" not in heard("programme.submit_programme")
    assert heard("programmeitem.decline") == {"Châu Phúc"}
    assert heard("programme.return_programme") == {"Lưu Giang", "Trịnh Hạnh"}
    assert heard("registration.complete_registration") == {"Lưu Giang", "Trịnh Hạnh"}
    assert heard("changerequest.ask_move") == {"Đinh Sơn", "Lưu Giang", "Trịnh Hạnh"}
    assert "Châu Phúc" in heard("changerequest.grant_change")
    assert heard("explanation.explain") == {"Lưu Giang", "Trịnh Hạnh"}
    words = Notice.objects.filter(step="programme.return_programme").values_list("words", flat=True)
    assert words[0] == "Đinh Sơn trả lại chương trình công tác tháng 4/2022: Gộp lại"
