"""Letters come when a person wants them: together at an hour, not at night, not on days off."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dondoc.agencies.models import Officer
from dondoc.notifications import actions as mine
from dondoc.notifications.delivering import deliver
from dondoc.notifications.digests import deliver_digests
from dondoc.notifications.models import Delivery, Digest, Kind, Preference
from dondoc.notifications.telling import tell
from dondoc.rules.timeliness import VIET_NAM
from dondoc.tasks import actions
from dondoc.tasks.models import Task
from tests.cast import Cast
from tests.notifications.conftest import Sink

SignIn = Callable[[Officer], Client]
pytestmark = pytest.mark.django_db
NINE = datetime(2022, 3, 16, 9, tzinfo=VIET_NAM)  # a Wednesday
SEVEN = datetime(2022, 3, 17, 7, tzinfo=VIET_NAM)
NOTHING: dict[str, Any] = {
    "kinds": Kind.values, "digest_at": None, "quiet_from": None, "quiet_until": None,
    "rests": False, "sums_up": False,
}  # fmt: skip


def wants(officer: Officer, **said: Any) -> None:
    mine.choose(officer, at=NINE, **{**NOTHING, **said})


def stars(cast: Cast, task: Task, n: int, at: datetime = NINE) -> None:
    for number in range(n):
        deed = actions.unstar if task.starred else actions.star
        deed(task, by=cast.binh, at=at, reason=f"Lần {number}")
    tell(at)


def to(sink: Sink, officer: Officer) -> list[Any]:
    return [mail for mail in sink.mails if officer.user.email in str(mail["To"])]


def all_day(moment: datetime) -> None:
    for minute in range(0, 180, 10):
        deliver(moment + timedelta(minutes=minute))
        deliver_digests(moment + timedelta(minutes=minute))


def test_who_wants_one_letter_a_day_gets_one_with_everything_in_it(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 3)
    deliver(NINE)
    deliver_digests(NINE)
    assert to(sink, cast.hoa) == []
    assert len(to(sink, cast.khoa)) >= 3, "others hear at once"
    all_day(SEVEN)
    (letter,) = to(sink, cast.hoa)
    body = letter.get_body(("plain",)).get_content()
    assert body.count("sao nhiệm vụ") == 3
    assert "Lần 0" in letter.get_body(("html",)).get_content()
    assert set(
        Delivery.objects.filter(notice__officer=cast.hoa).values_list("state", flat=True)
    ) == {Delivery.State.SENT}


def test_after_three_days_of_outage_there_is_one_letter(cast: Cast, task: Task, sink: Sink) -> None:
    wants(cast.hoa, digest_at=time(7))
    for day in range(3):
        stars(cast, task, 1, NINE + timedelta(days=day))
    for _ in range(50):
        deliver_digests(SEVEN + timedelta(days=4))
    assert len(to(sink, cast.hoa)) == 1
    assert to(sink, cast.hoa)[0].get_body(("plain",)).get_content().count("sao nhiệm vụ") == 3


def test_a_sender_that_falls_between_sending_and_writing_leaves_one_letter_by_its_id(
    cast: Cast, task: Task, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 2)

    def fall(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dondoc.notifications.digests.close", fall)
        with pytest.raises(KeyboardInterrupt):
            deliver_digests(SEVEN)
    deliver_digests(SEVEN + timedelta(minutes=6))
    assert len({mail["Message-ID"] for mail in to(sink, cast.hoa)}) == 1
    assert Digest.objects.get().state == Digest.State.SENT


def test_what_is_urgent_waits_for_no_hour(cast: Cast, task: Task, sink: Sink) -> None:
    from dondoc.notifications.audience import Deed
    from dondoc.notifications.noticing import Telling, notice_all
    from dondoc.notifications.seats import Seats

    wants(cast.hoa, digest_at=time(7), quiet_from=time(0), quiet_until=time(23, 59))
    deed = Deed(task, Seats(NINE.date()))
    notice_all([Telling([cast.hoa], "after_due", deed, NINE, NINE.date(), urgent=True)])
    deliver(NINE)
    assert "[Khẩn]" in to(sink, cast.hoa)[0]["Subject"]


def test_nobody_is_woken_nor_disturbed_on_sunday(cast: Cast, task: Task, sink: Sink) -> None:
    wants(cast.hoa, quiet_from=time(21), quiet_until=time(6), rests=True)
    friday_night = datetime(2022, 3, 18, 22, tzinfo=VIET_NAM)
    stars(cast, task, 1, friday_night)
    deliver(friday_night + timedelta(days=2))
    assert to(sink, cast.hoa) == []
    deliver(datetime(2022, 3, 21, 6, 1, tzinfo=VIET_NAM))
    assert len(to(sink, cast.hoa)) == 2, "the task, and its star"


def test_a_head_reads_how_each_of_his_people_stands(cast: Cast, task: Task, sink: Sink) -> None:
    actions.entrust(task, by=cast.khoa, at=NINE, executor=cast.tam)
    tell(NINE)
    wants(cast.khoa, digest_at=time(7), sums_up=True)
    deliver_digests(datetime(2022, 4, 20, 8, tzinfo=VIET_NAM))
    (letter,) = to(sink, cast.khoa)
    body = letter.get_body(("plain",)).get_content()
    assert f"{cast.construction.name}: 1 nhiệm vụ đang thực hiện, 1 quá hạn" in body
    assert f"{cast.tam.user.name}: quá hạn 1/1, sắp đến hạn 0, lâu chưa cập nhật 1" in body


def test_a_letter_the_server_refuses_today_is_tried_again(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 1)
    sink.refuse = 1
    deliver_digests(SEVEN)
    digest = Digest.objects.get()
    assert (digest.state, digest.tries) == (Digest.State.QUEUED, 1)
    assert "Máy chủ thư không nhận thư" in digest.error
    all_day(SEVEN + timedelta(hours=1))
    assert len(to(sink, cast.hoa)) == 1


def test_who_gives_it_up_has_the_gathered_ones_at_once(cast: Cast, task: Task, sink: Sink) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 2)
    wants(cast.hoa)
    deliver(NINE)
    assert len(to(sink, cast.hoa)) >= 2


def test_who_refuses_the_days_letter_in_his_mail_program_gets_no_more_letters(
    cast: Cast, task: Task, sink: Sink, clock_at: Callable[[datetime], None]
) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 1)
    all_day(SEVEN)
    (letter,) = to(sink, cast.hoa)
    address = str(letter["List-Unsubscribe"]).strip(" <>")
    stars(cast, task, 1, SEVEN)
    clock_at(SEVEN + timedelta(hours=4))
    Client().post(address.removeprefix("https://dondoc.example.vn"))
    all_day(SEVEN + timedelta(days=1))
    assert len(to(sink, cast.hoa)) == 1
    assert not waiting_for(cast.hoa).exists()


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(
    cast: Cast, task: Task, as_officer: SignIn, sink: Sink
) -> None:
    client = as_officer(cast.khoa)
    half = client.post("/inbox/settings/", {"quiet_from": "21:00", "sums_up": "on"})
    page = half.content.decode()
    assert "Hãy nhập cả giờ bắt đầu và giờ kết thúc." in page
    assert "hãy chọn giờ nhận" in page
    assert "21:00" in page
    whole = {"quiet_from": "21:00", "quiet_until": "06:00", "digest_at": "07:15", "sums_up": "on"}
    assert client.post("/inbox/settings/", whole).status_code == 302
    habit = Preference.objects.get(officer=cast.khoa)
    assert (habit.digest_at, habit.sums_up) == (time(7, 15), True)
    assert "07:15" in client.get("/inbox/settings/").content.decode()


def test_a_test_letter_arrives_or_says_why_not(
    cast: Cast, as_officer: SignIn, sink: Sink, settings: Any
) -> None:
    client = as_officer(cast.hoa)
    client.post("/inbox/settings/test/")
    assert "Thư thử" in to(sink, cast.hoa)[0]["Subject"]
    settings.EMAIL_HOST = ""
    answer = client.post("/inbox/settings/test/", follow=True).content.decode()
    assert "chưa được cài đặt máy chủ thư" in answer


def test_a_switched_off_account_hears_no_more_of_its_unit(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.khoa, digest_at=time(7), sums_up=True)
    type(cast.khoa.user).objects.filter(pk=cast.khoa.user_id).update(is_active=False)
    deliver_digests(datetime(2022, 4, 20, 8, tzinfo=VIET_NAM))
    assert to(sink, cast.khoa) == []


def test_a_letter_refused_once_or_late_by_an_outage_wakes_nobody(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.hoa, quiet_from=time(21), quiet_until=time(6), rests=True)
    evening = datetime(2022, 3, 18, 20, 59, tzinfo=VIET_NAM)
    stars(cast, task, 1, evening)
    sink.refuse = 10
    deliver(evening)
    tries = set(waiting_for(cast.hoa).values_list("tries", flat=True))
    sink.refuse = 0
    deliver(evening + timedelta(hours=3))
    deliver(evening + timedelta(days=1))
    assert to(sink, cast.hoa) == []
    assert set(waiting_for(cast.hoa).values_list("tries", flat=True)) == tries, "rest is no try"
    deliver(datetime(2022, 3, 21, 7, tzinfo=VIET_NAM))
    assert len(to(sink, cast.hoa)) == 2


def test_the_days_letter_late_by_an_outage_waits_for_the_morning(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.hoa, digest_at=time(16), quiet_from=time(21), quiet_until=time(6))
    stars(cast, task, 1)
    deliver_digests(NINE.replace(hour=23))
    assert to(sink, cast.hoa) == []
    deliver_digests(SEVEN)
    deliver_digests(SEVEN.replace(hour=16))
    assert len(to(sink, cast.hoa)) == 1


def test_who_changes_the_hour_has_what_waits_at_the_new_one(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 1)
    wants(cast.hoa, digest_at=time(16))
    deliver_digests(NINE.replace(hour=16))
    assert len(to(sink, cast.hoa)) == 1


def test_what_was_gathered_for_who_left_is_in_the_list_with_the_reason(
    cast: Cast, task: Task, sink: Sink, as_officer: SignIn
) -> None:
    wants(cast.hoa, digest_at=time(7))
    stars(cast, task, 1)
    Officer.objects.filter(pk=cast.hoa.pk).update(until_on=NINE.date())
    all_day(SEVEN)
    assert to(sink, cast.hoa) == []
    assert not waiting_for(cast.hoa).exists()
    page = as_officer(cast.binh).get("/inbox/deliveries/").content.decode()
    assert "Người nhận đã thôi giữ vị trí này từ ngày 16/03/2022." in page


def test_a_letter_on_its_way_stops_when_its_reader_leaves(
    cast: Cast, task: Task, sink: Sink
) -> None:
    wants(cast.khoa, digest_at=time(7), sums_up=True)
    sink.refuse = 10
    deliver_digests(SEVEN)
    type(cast.khoa.user).objects.filter(pk=cast.khoa.user_id).update(is_active=False)
    stars(cast, task, 1)
    sink.refuse = 0
    all_day(SEVEN + timedelta(hours=1))
    assert to(sink, cast.khoa) == []
    assert Digest.objects.get().state == Digest.State.SKIPPED
    assert "ngừng sử dụng" in Digest.objects.get().error


def test_people_with_nothing_to_hear_cost_no_question(cast: Cast, task: Task, sink: Sink) -> None:
    asked = []
    for people in ([cast.hoa], [cast.hoa, cast.tam, cast.binh]):
        for person in people:
            wants(person, digest_at=time(7), rests=True)
        Delivery.objects.all().delete()
        with CaptureQueriesContext(connection) as context:
            deliver_digests(SEVEN)
        asked.append(len(context))
    assert asked[0] == asked[1]


def test_the_hour_of_the_letter_may_not_lie_in_the_quiet_ones(
    cast: Cast, as_officer: SignIn
) -> None:
    said = {"digest_at": "05:00", "quiet_from": "21:00", "quiet_until": "06:00"}
    page = as_officer(cast.hoa).post("/inbox/settings/", said).content.decode()
    assert "Giờ này nằm trong khoảng không gửi" in page


def waiting_for(officer: Officer) -> Any:
    return Delivery.objects.filter(notice__officer=officer, state=Delivery.State.QUEUED)
