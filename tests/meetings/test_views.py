"""The pages of meetings, as the people of a ward open them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Charge, Field, Officer
from dondoc.meetings import actions
from dondoc.meetings.models import Invitation, Meeting, Participant
from dondoc.meetings.parts import Who
from tests.cast import Cast
from tests.meetings.conftest import WHEN

AsOfficer = Callable[[Officer], Client]


def there(name: str, *args: object) -> str:
    return reverse(f"meetings:{name}", args=args)


@pytest.fixture
def form(cast: Cast, at: datetime) -> dict[str, Any]:
    """The form of a plan, filled in by Thu; the field has a leader in charge."""
    culture = Field.objects.create(committee=cast.ward, name="Văn hóa")
    Charge.objects.create(officer=cast.son, field=culture, from_on=at.date())
    return {
        "title": "Họp chuẩn bị lễ hội đình làng", "content": "Phân công nhiệm vụ",
        "lead": cast.thu.agency_id, "field": culture.pk, "leader": "", "chair": cast.son.pk,
        "day": "2022-03-24", "starts": "08:00", "ends": "10:00", "place": "Hội trường UBND phường",
        "bodies": [cast.ward_economy.pk], "people": [cast.phuc.pk, cast.hanh.pk],
        "guests": "Ông Trần Văn Bảy, Trưởng ban Khánh tiết <bay@example.vn>",
        "agenda": "08:00 Báo cáo kế hoạch | Mai Thu | 20\n08:30 Thảo luận",
        "kinds": ["content", "papers", "approval", "invitation", "room"], "others": "Băng rôn",
    }  # fmt: skip


def test_a_plan_is_made_on_one_page_and_the_leader_follows_from_the_field(
    cast: Cast, as_officer: AsOfficer, form: dict[str, Any]
) -> None:
    client = as_officer(cast.thu)
    assert client.get(there("plan")).status_code == 200
    assert client.post(there("plan"), form).status_code == 302
    made = Meeting.objects.get()
    assert made.leader == cast.son
    assert [str(one) for one in made.preparations.order_by("pk")] == [
        "nội dung", "tài liệu", "ý kiến lãnh đạo phụ trách", "giấy mời", "phòng họp", "Băng rôn",
    ]  # fmt: skip
    assert {str(one).split(",")[0] for one in made.participants.all()} == {
        "Phòng Kinh tế", "Châu Phúc", "Trịnh Hạnh", "Ông Trần Văn Bảy",
    }  # fmt: skip
    assert made.participants.get(name__startswith="Ông").email == "bay@example.vn"
    first = made.agenda.get(place=1)
    assert (str(first), first.presenter, first.minutes) == ("Báo cáo kế hoạch", "Mai Thu", 20)


def test_a_refused_plan_keeps_all_that_was_typed(
    cast: Cast, as_officer: AsOfficer, form: dict[str, Any]
) -> None:
    page = as_officer(cast.thu).post(there("plan"), {**form, "ends": "07:00", "field": ""})
    text = page.content.decode()
    assert page.status_code == 200
    assert "Giờ kết thúc phải sau giờ bắt đầu" in text
    assert "chưa phân công lãnh đạo" in text
    assert "Họp chuẩn bị lễ hội đình làng" in text
    assert "Ông Trần Văn Bảy" in text
    wrong = as_officer(cast.thu).post(there("plan"), {**form, "guests": "Ông Bảy <bay@>"})
    assert "Địa chỉ thư không đúng" in wrong.content.decode()


def test_an_overlap_is_seen_while_typing(
    cast: Cast, as_officer: AsOfficer, form: dict[str, Any], meeting: Meeting
) -> None:
    text = as_officer(cast.thu).get(there("overlaps"), form).content.decode()
    assert "Trùng lịch" in text
    assert "đồng chí Đinh Sơn, đồng chí Châu Phúc" in text
    other = as_officer(cast.thu).get(there("overlaps"), {**form, "day": "2022-03-25"})
    assert "Trùng lịch" not in other.content.decode()


def test_every_list_opens_and_shows_the_light_in_words(
    cast: Cast, as_officer: AsOfficer, meeting: Meeting
) -> None:
    client = as_officer(cast.giang)
    for view in ("upcoming", "unready", "mine", "opinion", "held", "past", "all"):
        assert client.get(there("list"), {"view": view}).status_code == 200
    text = client.get(there("list"), {"q": "giao ban"}).content.decode()
    assert "Còn thiếu 8 mục" in text
    assert meeting.title in text
    assert meeting.title not in client.get(there("list"), {"lead": "999"}).content.decode()
    assert meeting.title not in as_officer(cast.xuan).get(there("list")).content.decode()


def test_the_leader_decides_on_the_dossier_and_words_of_a_refusal_stay(
    cast: Cast, as_officer: AsOfficer, meeting: Meeting
) -> None:
    as_officer(cast.thu).post(there("move", meeting.pk, "ask_opinion"), {"note": "Kính trình"})
    client = as_officer(cast.son)
    text = client.get(there("detail", meeting.pk)).content.decode()
    assert "Chờ ý kiến của bạn" in text
    assert meeting.title in client.get(reverse("tasks:desk")).content.decode()
    page = client.post(there("move", meeting.pk, "return_content"), {"reason": ""})
    assert "Hãy nhập nội dung cần chỉnh sửa" in page.content.decode()
    client.post(there("move", meeting.pk, "approve_content"), {"answer": "Đồng ý nội dung"})
    meeting.refresh_from_db()
    assert meeting.approval == "granted"
    assert "Đồng ý nội dung" in client.get(there("detail", meeting.pk)).content.decode()


def test_who_is_only_asked_sees_his_invitation_and_answers_it_in_two_taps(
    cast: Cast, as_officer: AsOfficer, invited: Meeting
) -> None:
    client = as_officer(cast.phuc)
    assert client.get(there("detail", invited.pk)).url == there("invited", invited.pk)  # type: ignore[attr-defined]
    phuc = invited.participants.get(officer=cast.phuc)
    assert "Dự họp" in client.get(there("invited", invited.pk)).content.decode()
    where = there("answer", invited.pk, phuc.pk)
    refused = client.post(where, {"answer": "declines", "reason": ""})
    assert "ghi lý do vắng mặt" in refused.content.decode()
    client.post(where, {"answer": "attends"})
    phuc.refresh_from_db()
    assert phuc.answer == "attends"
    deputy = Participant.objects.get(agency=cast.ward_division)
    assert (
        client.post(there("answer", invited.pk, deputy.pk), {"answer": "attends"}).status_code
        == 403
    )
    assert as_officer(cast.xuan).get(there("invited", invited.pk)).status_code == 404


def test_papers_are_added_read_and_seen_to_be_read(
    cast: Cast, as_officer: AsOfficer, invited: Meeting
) -> None:
    file = SimpleUploadedFile("de-cuong.txt", "Đề cương".encode())
    thu = as_officer(cast.thu)
    thu.post(there("move", invited.pk, "add_papers"), {"kind": "paper", "attached": [file]})
    paper = invited.papers.get()
    phuc = as_officer(cast.phuc)
    answer = phuc.get(there("open_paper", invited.pk, paper.pk))
    read = b"".join(phuc.get(answer.url).streaming_content)  # type: ignore[attr-defined]
    assert read.decode() == "Đề cương"
    assert invited.participants.get(officer=cast.phuc).read_at is not None
    assert (
        "1 đã mở tài liệu" in as_officer(cast.son).get(there("detail", invited.pk)).content.decode()
    )
    assert as_officer(cast.xuan).get(answer.url).status_code == 404  # type: ignore[attr-defined]


def test_every_form_of_a_move_opens(cast: Cast, as_officer: AsOfficer, meeting: Meeting) -> None:
    client = as_officer(cast.giang)
    one = meeting.preparations.first()
    assert one is not None
    for verb in (
        "edit_meeting", "reschedule", "cancel", "ask_opinion", "add_preparation", "add_papers",
        "add_participants", "set_agenda",
    ):  # fmt: skip
        assert client.get(there("move", meeting.pk, verb)).status_code == 200, verb
    assert (
        client.get(there("move", meeting.pk, "entrust_preparation") + f"?row={one.pk}").status_code
        == 200
    )
    assert client.get(there("move", meeting.pk, "answer")).status_code == 404
    client.post(there("press_row", meeting.pk, "tick", one.pk))
    one.refresh_from_db()
    assert one.done_at is not None


def test_a_meeting_goes_from_draft_invitation_to_tasks_through_the_pages(
    cast: Cast, as_officer: AsOfficer, meeting: Meeting, at: datetime, files: None,
    clock_at: Callable[[datetime], None],
) -> None:  # fmt: skip
    actions.ask_opinion(meeting, by=cast.thu, at=at)
    actions.approve_content(meeting, by=cast.son, at=at)
    thu, yen = as_officer(cast.thu), as_officer(cast.hanh)
    assert thu.post(there("press", meeting.pk, "draft_invitation")).url == there(
        "invitation", meeting.pk
    )  # type: ignore[attr-defined]
    assert thu.get(there("invitation", meeting.pk)).status_code == 200
    words = {"text": "Mang theo số liệu quý I."}
    thu.post(there("edit_paper", meeting.pk, "invitation", "requests"), words)
    page = yen.get(there("invitation", meeting.pk) + "?view=paper").content.decode()
    assert "Mang theo số liệu quý I." in page
    assert yen.get(there("file", meeting.pk, "invitation", "pdf")).status_code == 200
    yen.post(there("issue_paper", meeting.pk, "invitation"), {"signer": cast.hanh.pk})
    assert not Invitation.objects.get().is_draft
    assert yen.get(there("file", meeting.pk, "invitation", "docx")).status_code == 302
    clock_at(WHEN + timedelta(hours=1))
    people = [one.pk for one in meeting.participants.all()]
    giang = as_officer(cast.giang)
    clock_at(WHEN + timedelta(hours=1))
    assert giang.get(there("record", meeting.pk)).status_code == 200
    giang.post(there("call_roll", meeting.pk), {"present": people[:1]})
    order = "1. Giao Phòng Văn hóa - Xã hội lập kế hoạch lễ hội trước ngày 15/4/2022."
    said = {"minutes": "Ý kiến", "conclusions": order}
    giang.post(there("write_down", meeting.pk), said)
    assert giang.get(there("file", meeting.pk, "minutes", "docx")).status_code == 200
    giang.post(there("press", meeting.pk, "hold"))
    giang.post(there("press", meeting.pk, "draft_notice"))
    assert "lập kế hoạch lễ hội" in giang.get(there("notice", meeting.pk)).content.decode()
    yen = as_officer(cast.hanh)
    clock_at(WHEN + timedelta(hours=1))
    yen.post(there("issue_paper", meeting.pk, "notice"), {"signer": cast.hanh.pk})
    meeting.refresh_from_db()
    assert meeting.state == "concluded"
    text = yen.get(there("detail", meeting.pk)).content.decode()
    assert "Tách nhiệm vụ" in text
    document = meeting.notice.document_id
    assert yen.get(reverse("tasks:intake", args=[document])).status_code == 200
    yen.post(reverse("tasks:propose", args=[document]))
    yen.post(reverse("tasks:confirm_all", args=[document]))
    assert "lập kế hoạch lễ hội" in yen.get(there("detail", meeting.pk)).content.decode()
    assert "Nhiệm vụ từ kết luận" in yen.get(there("detail", meeting.pk)).content.decode()


def test_series_rooms_and_vehicles_have_their_pages(
    cast: Cast, as_officer: AsOfficer, at: datetime
) -> None:
    client = as_officer(cast.giang)
    client.post(there("series"), {"name": "Giao ban tuần", "rhythm": "thứ Hai"})
    client.post(there("resources"), {"kind": "room", "name": "Phòng họp số 1", "seats": "40"})
    assert "Giao ban tuần" in client.get(there("series")).content.decode()
    assert "40" in client.get(there("resources")).content.decode()
    assert as_officer(cast.thu).get(there("resources")).status_code == 404
    assert as_officer(cast.thu).get(there("series")).status_code == 200


def test_pages_ask_the_database_a_bounded_number_of_times(
    cast: Cast, as_officer: AsOfficer, plan: Callable[..., Meeting], at: datetime,
    django_assert_max_num_queries: Any, clock_at: Callable[[datetime], None],
) -> None:  # fmt: skip
    series = actions.begin_series(cast.ward, by=cast.giang, at=at, name="Giao ban")
    for hours in range(12):
        one = plan(starts_at=WHEN + timedelta(hours=hours), series=series)
        actions.add_participants(one, by=cast.giang, at=at, whom=[Who(officer=cast.giang)])
    client = as_officer(cast.giang)
    with django_assert_max_num_queries(20):
        client.get(there("list"))
    with django_assert_max_num_queries(36):
        client.get(there("detail", one.pk))
    with django_assert_max_num_queries(24):
        client.get(there("invited", one.pk))
    client = as_officer(cast.giang)
    clock_at(WHEN - timedelta(days=1))
    with django_assert_max_num_queries(52):
        text = client.get(reverse("tasks:desk")).content.decode()
    assert "Cuộc họp chưa chuẩn bị xong" in text
