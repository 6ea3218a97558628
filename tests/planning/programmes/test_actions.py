"""The life of a programme: each move by the right officer, the wrong one, in the wrong state."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from dondoc.journal.models import House
from dondoc.planning.actions import programmes as actions
from dondoc.planning.models import ChangeRequest, Programme, ProgrammeItem, Registration
from dondoc.tasks.models import State as TaskState
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.planning.programmes.stage import MARCH_16, approved, day, finish, item, opened

State = ProgrammeItem.State


def test_the_office_opens_a_coming_month_with_the_days_of_the_regulation(cast: Cast) -> None:
    programme = opened(cast)
    assert (programme.from_on, programme.to_on) == (date(2022, 4, 1), date(2022, 4, 30))
    assert (programme.register_by, programme.approve_by) == (date(2022, 3, 25), date(2022, 3, 28))
    with pytest.raises(NotNow, match="đã được mở"):
        opened(cast)
    for stranger in (cast.phuc, cast.son, cast.binh):
        with pytest.raises(NotPermitted):
            actions.open_programme(
                cast.ward, by=stranger, at=MARCH_16, period="month", from_on=date(2022, 5, 1)
            )
    with pytest.raises(Refused, match="đã qua"):
        opened(cast, month=2)


def test_units_register_for_themselves_and_late_is_marked(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme, by=cast.viet, person=cast.viet, coordinating=[cast.ward_division])
    assert list(own.coordinating.all()) == [cast.ward_division]
    with pytest.raises(NotPermitted):
        item(cast, programme, "Việc của phòng khác", by=cast.thu)
    with pytest.raises(NotPermitted):
        item(cast, programme, "Việc của tỉnh", by=cast.hoa)
    with pytest.raises(Refused, match="nằm ngoài"):
        item(cast, programme, "Việc tháng sau", due_on=date(2022, 5, 2))
    with pytest.raises(Refused, match="đã đăng ký nội dung này"):
        item(cast, programme, "Rà soát HỘ NGHÈO")
    with pytest.raises(Refused, match="không thuộc"):
        item(cast, programme, "Việc khác", person=cast.thu)
    with pytest.raises(Refused, match="Chưa có nội dung"):
        item(cast, programme, "  ")


def test_many_lines_go_in_together_or_not_at_all(cast: Cast) -> None:
    programme = opened(cast)
    due = date(2022, 4, 20)
    rows = [{"content": f"Việc {n}", "due_on": due} for n in range(3)]
    said = {"by": cast.phuc, "at": MARCH_16, "unit": cast.ward_economy}
    assert len(actions.register_rows(programme, **said, rows=rows)) == 3
    wrong = [
        {"content": "Việc 7", "due_on": due},
        {"content": "Việc 8", "due_on": date(2022, 9, 1)},
    ]
    with pytest.raises(Refused, match="Dòng 2"):
        actions.register_rows(programme, **said, rows=wrong)
    assert programme.items.count() == 3


def test_the_field_names_the_leader_in_charge(cast: Cast) -> None:
    from dondoc.agencies.models import Charge, Field

    programme = opened(cast)
    field = Field.objects.create(committee=cast.ward, name="Đô thị")
    cast.ward_economy.fields.add(field)
    Charge.objects.create(officer=cast.yen, field=field, from_on=date(2021, 1, 1))
    own = item(cast, programme)
    assert (own.field, own.leader) == (field, cast.yen)
    actions.hand_over(own, by=cast.giang, at=MARCH_16, leader=cast.son)
    assert own.leader == cast.son
    with pytest.raises(NotPermitted):
        actions.hand_over(own, by=cast.phuc, at=MARCH_16, leader=cast.yen)


def test_a_registration_is_edited_withdrawn_and_sent_by_the_head(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    actions.edit_item(own, by=cast.viet, at=MARCH_16, content="Rà soát lại", due_on=own.due_on)
    assert own.content == "Rà soát lại"
    with pytest.raises(NotPermitted):
        actions.withdraw(own, by=cast.thu, at=MARCH_16)
    send = {"at": MARCH_16, "unit": cast.ward_economy}
    with pytest.raises(NotPermitted, match="Lãnh đạo đơn vị"):
        actions.complete_registration(programme, by=cast.viet, **send)
    with pytest.raises(Refused, match="đang có nội dung"):
        actions.complete_registration(programme, by=cast.phuc, nothing=True, **send)
    actions.complete_registration(programme, by=cast.phuc, **send)
    actions.withdraw(own, by=cast.phuc, at=MARCH_16)
    assert own.state == State.WITHDRAWN
    actions.complete_registration(programme, by=cast.phuc, nothing=True, **send)
    assert Registration.objects.get().nothing


def test_silent_units_are_urged_once_a_day(cast: Cast) -> None:
    programme = opened(cast)
    with pytest.raises(NotPermitted):
        actions.urge(programme, by=cast.phuc, at=MARCH_16)
    told = actions.urge(programme, by=cast.giang, at=MARCH_16, units=[cast.ward_economy])
    assert told == [cast.ward_economy]
    rest = actions.urge(programme, by=cast.giang, at=MARCH_16)
    assert set(rest) == {cast.ward_division, cast.ward_office}
    with pytest.raises(Refused, match="Hôm nay đã đôn đốc"):
        actions.urge(programme, by=House(), at=MARCH_16 + timedelta(hours=2))
    assert len(actions.urge(programme, by=House(), at=day(3, 17))) == 3


def test_the_office_merges_declines_and_orders(cast: Cast) -> None:
    programme = opened(cast)
    first, second = item(cast, programme, "A"), item(cast, programme, "B")
    same = item(cast, programme, "A của phòng kia", unit=cast.ward_division)
    actions.move_up(second, by=cast.giang, at=MARCH_16)
    order = programme.items.filter(unit=cast.ward_economy).order_by("place")
    assert [one.content for one in order] == ["B", "A"]
    actions.move_down(second, by=cast.giang, at=MARCH_16)
    first.refresh_from_db()
    actions.merge_items([same, first], by=cast.giang, at=MARCH_16, into=first)
    same.refresh_from_db()
    assert (same.state, same.merged_into) == (State.MERGED, first)
    assert cast.ward_division in first.coordinating.all()
    with pytest.raises(NotPermitted):
        actions.merge(second, by=cast.phuc, at=MARCH_16, into=first)
    with pytest.raises(Refused, match="nêu lý do"):
        actions.decline(second, by=cast.giang, at=MARCH_16, reason=" ")
    actions.decline(second, by=cast.giang, at=MARCH_16, reason="Việc thường xuyên")
    assert second.state == State.DECLINED
    actions.put_back(second, by=cast.giang, at=MARCH_16)
    assert (second.state, second.reason) == (State.REGISTERED, "")


def test_the_chairman_approves_and_each_item_is_a_task(cast: Cast) -> None:
    programme = opened(cast)
    own = item(
        cast, programme, person=cast.viet, coordinating=[cast.ward_division], product="Báo cáo"
    )
    with pytest.raises(NotNow):
        actions.approve(programme, by=cast.son, at=MARCH_16)
    actions.submit_programme(programme, by=cast.giang, at=MARCH_16)
    with pytest.raises(NotNow, match="đang trình"):
        actions.withdraw(own, by=cast.phuc, at=MARCH_16)
    for stranger in (cast.yen, cast.hanh, cast.phuc):
        with pytest.raises(NotPermitted):
            actions.approve(programme, by=stranger, at=MARCH_16)
    with pytest.raises(Refused, match="điều cần sửa"):
        actions.return_programme(programme, by=cast.son, at=MARCH_16, reason="")
    actions.return_programme(programme, by=cast.son, at=MARCH_16, reason="Gộp hai việc")
    assert programme.state == Programme.State.OPEN
    actions.submit_programme(programme, by=cast.giang, at=MARCH_16)
    actions.take_back(programme, by=cast.giang, at=MARCH_16)
    approved(cast, programme)
    own.refresh_from_db()
    assert own.state == State.APPROVED
    assert own.task is not None
    assert (own.task.lead, own.task.due_on, own.task.executor) == (
        cast.ward_economy, own.due_on, cast.viet,
    )  # fmt: skip
    assert list(own.task.supporting.all()) == [cast.ward_division]
    assert (own.task.product, own.task.issuer) == ("Báo cáo", cast.ward)
    assert [v.name for v in programme.versions.order_by("number")] == [
        "Văn phòng trình", "Văn phòng trình", "Văn phòng trình", "Khi duyệt",
    ]  # fmt: skip


def test_a_lent_seat_of_the_chairman_approves(cast: Cast) -> None:
    from dondoc.agencies.actions import delegate

    programme = opened(cast)
    item(cast, programme)
    lent = delegate(
        cast.son, by=cast.son, at=MARCH_16, user=cast.yen.user, from_on=date(2022, 3, 16),
        until_on=date(2022, 3, 31),
    )  # fmt: skip
    actions.submit_programme(programme, by=cast.giang, at=MARCH_16)
    actions.approve(programme, by=lent, at=MARCH_16)
    assert programme.letterhead["authority"] == "TUQ. CHỦ TỊCH"
    assert programme.letterhead["signer"] == "Tạ Yến"


@pytest.mark.usefixtures("files")
def test_it_goes_out_under_its_number(cast: Cast) -> None:
    programme = opened(cast)
    item(cast, programme)
    approved(cast, programme)
    with pytest.raises(NotPermitted):
        actions.publish(programme, by=cast.phuc, at=MARCH_16)
    actions.publish(programme, by=cast.giang, at=MARCH_16)
    assert programme.state == Programme.State.PUBLISHED
    assert programme.letterhead["number"] == "01/CTr-UBND-HM"
    assert programme.letterhead["signer"] == "Đinh Sơn"
    assert programme.docx
    assert programme.pdf


def test_a_locked_programme_never_changes_without_a_decision(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    approved(cast, programme)
    own.refresh_from_db()
    items = ProgrammeItem.objects.filter(pk=own.pk)
    rows = ProgrammeItem(
        programme=programme, unit=cast.ward_economy, content="Chen vào", due_on=own.due_on,
        registered_at=MARCH_16,
    )  # fmt: skip
    for deed in (
        lambda: items.update(content="Sửa lén"),
        lambda: items.update(due_on=date(2022, 4, 29)),
        lambda: ProgrammeItem.coordinating.through.objects.create(
            programmeitem=own, agency=cast.ward_division
        ),
        items.delete,
        rows.save,
        lambda: Programme.objects.filter(pk=programme.pk).update(state="open"),
        lambda: programme.versions.update(items=[]),
    ):
        with pytest.raises(DatabaseError, match=r"Chương trình đã khóa|không được sửa"), (
            transaction.atomic()
        ):  # fmt: skip
            deed()
    for late in (
        lambda: actions.edit_item(own, by=cast.giang, at=MARCH_16, content="x", due_on=own.due_on),
        lambda: actions.withdraw(own, by=cast.phuc, at=MARCH_16),
        lambda: actions.decline(own, by=cast.giang, at=MARCH_16, reason="Thôi"),
        lambda: item(cast, programme, "Thêm"),
    ):
        with pytest.raises(NotNow):
            late()


def test_a_move_is_decided_and_the_task_follows(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    approved(cast, programme)
    at = day(4, 5)
    with pytest.raises(NotPermitted):
        actions.ask_move(own, by=cast.viet, at=at, due_on=date(2022, 4, 28), reason="Chờ đo đạc")
    change = actions.ask_move(
        own, by=cast.phuc, at=at, due_on=date(2022, 5, 20), reason="Chờ đo đạc"
    )
    with pytest.raises(NotNow, match="đang chờ"):
        actions.ask_drop(own, by=cast.phuc, at=at, reason="Thôi")
    with pytest.raises(NotPermitted):
        actions.grant_change(change, by=cast.yen, at=at)
    actions.grant_change(change, by=cast.son, at=at, answer="Đồng ý")
    own.refresh_from_db()
    assert (own.state, own.due_on) == (State.MOVED, date(2022, 5, 20))
    assert own.task is not None
    assert own.task.due_on == date(2022, 5, 20)
    assert programme.versions.count() == 3
    may = opened(cast, at=day(4, 16), month=5)
    assert [one.carried_from for one in may.items.all()] == [own]
    assert may.items.get().task == own.task


def test_dropped_and_added_by_decision(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    approved(cast, programme)
    at = day(4, 5)
    drop = actions.ask_drop(own, by=cast.phuc, at=at, reason="Không còn kinh phí")
    actions.grant_change(drop, by=cast.son, at=at)
    own.refresh_from_db()
    assert own.state == State.DROPPED
    assert own.task is not None
    assert own.task.state == TaskState.RECALLED
    add = actions.ask_addition(
        programme, by=cast.thu, at=at, unit=cast.ward_division, content="Đón đoàn kiểm tra",
        due_on=date(2022, 4, 25), reason="Theo công văn của quận",
    )  # fmt: skip
    with pytest.raises(Refused, match="lý do không đồng ý"):
        actions.refuse_change(add, by=cast.son, at=at, answer="")
    actions.grant_change(add, by=cast.son, at=at)
    added = programme.items.get(content="Đón đoàn kiểm tra")
    assert added.added_at == at
    assert added.state == State.APPROVED
    assert added.task is not None
    assert added.task.lead == cast.ward_division
    with pytest.raises(DatabaseError), transaction.atomic():
        ChangeRequest.objects.filter(pk=add.pk).update(state="asked")
    with pytest.raises(DatabaseError), transaction.atomic():
        ProgrammeItem.objects.filter(pk=added.pk).update(content="Sửa lén")


def test_leftovers_come_in_by_themselves_once_and_go_when_finished(cast: Cast) -> None:
    april = opened(cast)
    done, left = item(cast, april, "Xong"), item(cast, april, "Còn lại")
    approved(cast, april)
    finish(cast, done, day(4, 12))
    may = opened(cast, at=day(4, 16), month=5)
    carried = may.items.get()
    assert (carried.content, carried.carried_from) == ("Còn lại", left)
    assert carried.due_on == date(2022, 5, 31)
    actions.carry_over(may, by=House(), at=day(4, 17))
    assert may.items.count() == 1
    with pytest.raises(Refused, match="không rút được"):
        actions.withdraw(carried, by=cast.phuc, at=day(4, 17))
    finish(cast, left, day(4, 20))
    actions.carry_over(may, by=House(), at=day(4, 21))
    carried.refresh_from_db()
    assert carried.state == State.WITHDRAWN


def test_a_unit_says_why_something_was_not_done(cast: Cast) -> None:
    programme = opened(cast)
    own = item(cast, programme)
    with pytest.raises(NotNow):
        actions.explain(own, by=cast.phuc, at=MARCH_16, reason="Chờ vốn")
    approved(cast, programme)
    own.refresh_from_db()
    with pytest.raises(NotPermitted):
        actions.explain(own, by=cast.thu, at=day(5, 3), reason="Chờ vốn")
    assert actions.explain(own, by=cast.viet, at=day(5, 3), reason="Chờ vốn").reason == "Chờ vốn"


def test_a_month_s_item_is_part_of_the_quarter_s(cast: Cast) -> None:
    quarter = actions.open_programme(
        cast.ward, by=cast.giang, at=MARCH_16, period="quarter", from_on=date(2022, 4, 1)
    ) if cast.giang and cast.phuc and cast.thu else None  # fmt: skip
    assert quarter is not None
    assert quarter.register_by == date(2022, 3, 25)
    whole = item(cast, quarter, "Đề án chợ", due_on=date(2022, 6, 20))
    assert cast.son.pk
    approved(cast, quarter)
    month = opened(cast)
    part = item(cast, month, "Đề án chợ: khảo sát", part_of=whole)
    assert part.part_of == whole
    with pytest.raises(Refused, match="kỳ dài hơn"):
        item(cast, month, "Việc khác", part_of=part)
