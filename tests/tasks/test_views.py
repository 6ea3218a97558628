"""The task's page and its moves, through their addresses, as the people of the cast."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.agencies.models import Agency, Officer
from dondoc.documents.models import Document, StoredFile
from dondoc.journal.models import Entry
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.forms import FORMS
from dondoc.tasks.models import Extension, ProgressUpdate, State, Task, Watch
from tests.cast import Cast
from tests.documents.made_files import png

SignIn = Callable[[Officer], Client]
RESULT = "Đã trình UBND thành phố tại Tờ trình số 15/TTr-SXD."
KEY = "11111111-2222-4333-8444-555555555555"


@pytest.fixture(autouse=True)
def files_apart(settings: Any, tmp_path: Path) -> None:
    settings.FILES = tmp_path / "files"


@pytest.fixture
def task(cast: Cast, at: datetime) -> Task:
    return actions.assign(
        cast.city, by=cast.binh, at=at - timedelta(days=1), lead=cast.construction,
        content="Rà soát quy hoạch khu vực Hòa Khánh",
        due=Due(date(2022, 4, 15), phrase="trước ngày 15/4/2022", rule="ngày cụ thể"),
    )  # fmt: skip


def there(task: Task, verb: str = "") -> str:
    return f"/tasks/{quote(task.code)}/{verb + '/' if verb else ''}"


def test_the_page_tells_the_deadline_as_printed_and_as_read(
    cast: Cast, task: Task, as_officer: SignIn
) -> None:
    page = as_officer(cast.hoa).get(there(task)).content.decode()
    for words in ("15/04/2022", "trước ngày 15/4/2022", "ngày cụ thể", "Chuyên viên, Văn phòng"):
        assert words in page


def test_a_stranger_finds_nothing(cast: Cast, task: Task, as_officer: SignIn) -> None:
    xuan = as_officer(cast.xuan)
    assert xuan.get(there(task)).status_code == 404
    assert all(xuan.get(there(task, verb)).status_code == 404 for verb in FORMS)
    assert xuan.post(there(task, "accept")).status_code == 404
    assert as_officer(cast.hoa).get(there(task, "nonsense")).status_code == 404


def test_the_rail_offers_exactly_what_is_open(cast: Cast, task: Task, as_officer: SignIn) -> None:
    hoa = as_officer(cast.hoa).get(there(task)).content.decode()
    binh = as_officer(cast.binh).get(there(task)).content.decode()
    dung = as_officer(cast.dung).get(there(task)).content.decode()
    assert there(task, "accept") in hoa
    assert there(task, "star") not in hoa
    assert there(task, "star") in binh
    assert there(task, "unstar") not in binh
    assert there(task, "submit") not in binh
    assert there(task, "recall") not in dung


def test_a_press_is_enough_to_sign_for_receipt(cast: Cast, task: Task, as_officer: SignIn) -> None:
    hoa = as_officer(cast.hoa)
    assert hoa.get(there(task, "accept")).status_code == 405
    answer = hoa.post(there(task, "accept"), {"idempotency_key": KEY})
    assert answer["Location"] == there(task)
    task.refresh_from_db()
    assert task.state == State.ACCEPTED


def test_pressed_too_late_it_says_who_did_what(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    actions.accept(task, by=cast.khoa, at=at)
    answer = as_officer(cast.hoa).post(there(task, "accept"))
    assert answer.status_code == 409
    assert "Vũ Khoa vừa thực hiện “Tiếp nhận”" in answer.content.decode()


def test_one_sentence_is_an_update_and_counts_once(
    cast: Cast, task: Task, as_officer: SignIn
) -> None:
    hoa = as_officer(cast.hoa)
    sent = {"narrative": "Đang lấy ý kiến các phường.", "idempotency_key": KEY, "next": "/update/"}
    assert hoa.post(there(task, "post_update"), sent)["Location"] == "/update/"
    assert hoa.post(there(task, "post_update"), sent)["Location"] == "/update/"
    assert ProgressUpdate.objects.get().narrative == "Đang lấy ý kiến các phường."
    page = hoa.get(there(task)).content.decode()
    assert page.count(f'data-draft-done="{KEY}"') == 2
    assert "Đang lấy ý kiến các phường." in page


def test_nobody_is_led_out_of_the_house(cast: Cast, task: Task, as_officer: SignIn) -> None:
    sent = {"narrative": "Đang làm.", "next": "//evil.example/"}
    answer = as_officer(cast.hoa).post(there(task, "post_update"), sent)
    assert answer["Location"] == there(task)


def test_an_obstacle_needs_a_proposal_and_no_word_is_lost(
    cast: Cast, task: Task, as_officer: SignIn
) -> None:
    sent = {"narrative": "Đang làm.", "obstacle": "Vướng giải phóng mặt bằng"}
    answer = as_officer(cast.hoa).post(there(task, "post_update"), sent)
    page = answer.content.decode()
    assert "hãy nêu cả đề xuất" in page
    assert "Vướng giải phóng mặt bằng" in page
    assert not ProgressUpdate.objects.exists()


def test_evidence_goes_with_the_result_and_comes_back_byte_for_byte(
    cast: Cast, task: Task, as_officer: SignIn
) -> None:
    photo = png()
    hoa = as_officer(cast.hoa)
    upload = SimpleUploadedFile("Ảnh hiện trường.png", photo, "image/png")
    hoa.post(there(task, "submit"), {"narrative": RESULT, "attached": [upload]})
    stored = StoredFile.objects.get()
    assert f"/files/{stored.pk}/" in hoa.get(there(task)).content.decode()
    answer = hoa.get(f"/files/{stored.pk}/")
    assert b"".join(answer.streaming_content) == photo  # type: ignore[attr-defined]
    assert as_officer(cast.xuan).get(f"/files/{stored.pk}/").status_code == 404


def test_a_refused_file_keeps_the_words_and_leaves_nothing(
    cast: Cast, task: Task, as_officer: SignIn, settings: Any
) -> None:
    upload = SimpleUploadedFile("bao-cao.pdf", b"MZ not a pdf", "application/pdf")
    sent = {"narrative": "Đang lấy ý kiến các phường.", "attached": [upload]}
    answer = as_officer(cast.hoa).post(there(task, "post_update"), sent)
    page = answer.content.decode()
    assert "bao-cao.pdf: Nội dung tệp không đúng với đuôi .pdf" in page
    assert "Đang lấy ý kiến các phường." in page
    assert not ProgressUpdate.objects.exists()
    assert not settings.FILES.exists()


def test_a_refused_deed_registers_no_file(cast: Cast, task: Task, as_officer: SignIn) -> None:
    actions.pass_down(
        task, by=cast.khoa, at=task.assigned_at, lead=_division(cast), content="Phần quy hoạch",
        due=Due(date(2022, 4, 1)),
    )  # fmt: skip
    upload = SimpleUploadedFile("anh.png", png(), "image/png")
    answer = as_officer(cast.hoa).post(
        there(task, "submit"), {"narrative": RESULT, "attached": [upload]}
    )
    assert answer.status_code == 422
    assert "chưa xong" in answer.content.decode()
    assert RESULT in answer.content.decode()
    assert not StoredFile.objects.exists()


def _division(cast: Cast) -> Agency:
    return cast.body(cast.construction, "Phòng Quy hoạch", "division")


def test_sub_task_officer_loses_context(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    """Complaint 13: he sees the order above his own, its paper's words, and the last deadline."""
    sentence = "Giao UBND quận Liên Chiểu rà soát, báo cáo trước ngày 15/4/2022."
    document = Document.objects.create(
        committee=cast.city, number="2606/UBND-KSTT", text=f"Mở đầu. {sentence} Hết.", arrived_at=at
    )
    source = Source(document, "điểm 1", 8, 8 + len(sentence))
    due = Due(date(2022, 4, 15), phrase="trước ngày 15/4/2022")
    above = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.district, content="Rà soát", due=due,
        source=source, supporting=[cast.finance],
    )  # fmt: skip
    below = actions.pass_down(
        above, by=_chairman(cast, cast.district, "Hà Vinh"), at=at, lead=cast.ward,
        content="Rà soát trên địa bàn phường", due=Due(date(2022, 4, 1)),
    )  # fmt: skip
    last = actions.pass_down(
        below, by=_chairman(cast, cast.ward, "Trịnh Sơn"), at=at, lead=cast.ward_division,
        content="Đi thực địa", due=Due(date(2022, 3, 25)),
    )  # fmt: skip
    page = as_officer(cast.thu).get(there(last)).content.decode()
    for words in (sentence, "2606/UBND-KSTT", "15/04/2022", "Rà soát trên địa bàn phường"):
        assert words in page
    assert there(above) not in page
    assert f"/documents/{document.pk}/" not in page
    assert there(below) in as_officer(cast.minh).get(there(above)).content.decode()
    together = as_officer(cast.xuan).get(there(above)).content.decode()
    for words in (sentence, "2606/UBND-KSTT", "15/04/2022"):
        assert words in together, "the unit that supports sees as much"


def _chairman(cast: Cast, committee: Agency, name: str) -> Officer:
    return cast.seat(committee, "leader", "Chủ tịch UBND", name)


def test_revised_words_stay_in_the_story_with_the_title_of_then(
    cast: Cast, task: Task, as_officer: SignIn
) -> None:
    binh = as_officer(cast.binh)
    sent = {"content": "Rà soát toàn bộ quy hoạch", "reason": "Ghi thiếu", "seen": "1"}
    assert binh.post(there(task, "revise"), sent).status_code == 302
    page = binh.get(there(task)).content.decode()
    for words in ("Rà soát quy hoạch khu vực Hòa Khánh", "Rà soát toàn bộ quy hoạch", "Ghi thiếu"):
        assert words in page


def test_words_changed_meanwhile_are_not_overwritten(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    actions.star(task, by=cast.lan, at=at, reason="Trọng tâm năm")
    sent = {"content": "Rà soát toàn bộ quy hoạch", "reason": "Ghi thiếu", "seen": "1"}
    answer = as_officer(cast.binh).post(there(task, "revise"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Trần Lan vừa thực hiện “Gắn sao”" in page
    assert "Rà soát toàn bộ quy hoạch" in page
    task.refresh_from_db()
    assert task.content == "Rà soát quy hoạch khu vực Hòa Khánh"


def test_the_page_asks_the_database_a_bounded_number_of_times(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    for day in range(12):
        actions.post_update(task, by=cast.hoa, at=at + timedelta(hours=day), narrative=f"Lần {day}")
    hoa = as_officer(cast.hoa)
    with django_assert_max_num_queries(32):
        assert hoa.get(there(task)).status_code == 200


def test_an_update_asks_the_database_at_most_twenty_times(
    cast: Cast, task: Task, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    hoa = as_officer(cast.hoa)
    hoa.get("/update/")
    with django_assert_max_num_queries(22):
        answer = hoa.post(there(task, "post_update"), {"narrative": "Đang làm.", "percent": "50"})
    assert answer.status_code == 302


Step = tuple[str, str, dict[str, Any]]


@pytest.mark.parametrize(
    ("before", "person", "verb", "sent", "check"),
    [
        ([], "khoa", "return_to_assigner", {"reason": "Thuộc Sở Tài chính"}, "returned"),
        ([], "khoa", "ask_extension", {"reason": "Chờ Bộ", "due_on": "2022-05-15"}, "assigned"),
        ([], "khoa", "entrust", {"executor": "tam"}, "accepted"),
        ([], "binh", "star", {"reason": "Trọng tâm năm"}, "assigned"),
        (["star"], "binh", "unstar", {"reason": "Hết trọng tâm"}, "assigned"),
        ([], "binh", "recall", {"reason": "Giao nhầm"}, "recalled"),
        ([], "nam", "suspend", {"reason": "Chờ Bộ", "review_on": "2022-08-01"}, "suspended"),
        (["suspend"], "nam", "suspend_longer",
         {"reason": "Chờ tiếp", "review_on": "2022-09-05"}, "suspended"),
        (["suspend"], "nam", "resume", {"due_on": "2022-04-20"}, "assigned"),
        ([], "hoa", "submit", {"narrative": RESULT}, "submitted"),
        (["submit"], "binh", "confirm", {}, "done"),
        (["submit"], "binh", "send_back", {"reason": "Thiếu bản đồ"}, "rework"),
        (["submit", "confirm"], "binh", "reopen", {"reason": "Phát sinh"}, "under_way"),
        (["return"], "binh", "reassign", {"lead": "finance"}, "assigned"),
        (["ask"], "lan", "grant_extension",
         {"extension": "ask", "due_on": "2022-05-01"}, "assigned"),
        (["ask"], "nam", "refuse_extension",
         {"extension": "ask", "answer": "Cấp bách"}, "assigned"),
        ([], "lan", "change_deadline", {"due_on": "2022-06-01", "reason": "CV 12"}, "assigned"),
        ([], "khoa", "pass_down",
         {"lead": "division", "content": "Phần quy hoạch", "due_on": "2022-04-01"}, "accepted"),
    ],
)  # fmt: skip
def test_every_form_opens_and_does_its_deed(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn,
    before: list[str], person: str, verb: str, sent: dict[str, Any], check: str,
) -> None:  # fmt: skip
    _live_through(cast, task, at, before)
    known = {
        "tam": cast.tam.pk, "finance": cast.finance.pk, "division": _division(cast).pk,
        "ask": Extension.objects.values_list("pk", flat=True).first(),
    }  # fmt: skip
    client = as_officer(getattr(cast, person))
    assert client.get(there(task, verb)).status_code == 200
    answer = client.post(there(task, verb), {n: known.get(v, v) for n, v in sent.items()})
    assert answer.status_code == 302, answer.content.decode()
    assert Entry.objects.about(task).latest("seq").verb == f"task.{verb}"
    task.refresh_from_db()
    assert task.state == check


def _live_through(cast: Cast, task: Task, at: datetime, before: list[str]) -> None:
    deeds: dict[str, Callable[[], Any]] = {
        "suspend": lambda: actions.suspend(
            task, by=cast.nam, at=at, reason="Chờ Bộ", review_on=date(2022, 8, 1)
        ),
        "star": lambda: actions.star(task, by=cast.binh, at=at, reason="Trọng tâm"),
        "submit": lambda: actions.submit(task, by=cast.hoa, at=at, narrative=RESULT),
        "confirm": lambda: actions.confirm(task, by=cast.binh, at=at),
        "return": lambda: actions.return_to_assigner(task, by=cast.khoa, at=at, reason="Nhầm"),
        "ask": lambda: actions.ask_extension(
            task, by=cast.khoa, at=at, reason="Chờ Bộ", due_on=date(2022, 5, 15)
        ),
    }
    for name in before:
        deeds[name]()


def test_a_form_that_is_not_open_leads_back_to_the_page(
    cast: Cast, task: Task, as_officer: SignIn
) -> None:
    answer = as_officer(cast.binh).get(there(task, "confirm"), follow=True)
    assert "Hiện không thể “Xác nhận hoàn thành”" in answer.content.decode()


def test_an_extension_decided_by_another_is_not_decided_again(
    cast: Cast, task: Task, at: datetime, as_officer: SignIn
) -> None:
    asked = actions.ask_extension(
        task, by=cast.khoa, at=at, reason="Chờ Bộ", due_on=date(2022, 5, 15)
    )
    actions.refuse_extension(task, by=cast.nam, at=at, extension=asked, answer="Cấp bách")
    sent = {"extension": asked.pk, "due_on": "2022-05-01"}
    answer = as_officer(cast.lan).post(there(task, "grant_extension"), sent)
    assert answer.status_code == 409
    assert "Lê Nam đã quyết định đề nghị này trước: không đồng ý" in unescape(
        answer.content.decode()
    )


def test_a_person_follows_a_task_and_stops(cast: Cast, task: Task, as_officer: SignIn) -> None:
    dung = as_officer(cast.dung)
    dung.post(there(task, "watch"))
    assert Watch.objects.filter(officer=cast.dung).exists()
    dung.post(there(task, "unwatch"))
    assert not Watch.objects.exists()


def test_the_office_gives_a_task_without_a_document(cast: Cast, as_officer: SignIn) -> None:
    lead, binh = cast.construction, as_officer(cast.binh)
    sent = {"lead": lead.pk, "content": "Báo cáo nhà ở xã hội", "urgency": "normal"}
    refused = binh.post("/tasks/assign/", sent).content.decode()
    assert "Không thời hạn" in refused
    assert "Báo cáo nhà ở xã hội" in refused
    answer = binh.post("/tasks/assign/", {**sent, "no_deadline": "on"})
    task = Task.objects.get()
    assert answer["Location"] == there(task)
    assert (task.issuer, task.due_on) == (cast.city, None)


def test_a_head_gives_tasks_to_divisions_only(cast: Cast, as_officer: SignIn) -> None:
    division, finance = _division(cast), cast.finance
    khoa = as_officer(cast.khoa)
    sent = {"content": "Đo đạc", "due_on": "2022-04-01", "urgency": "normal"}
    refused = khoa.post("/tasks/assign/", {**sent, "lead": finance.pk})
    assert "không nằm trong các đơn vị" in refused.content.decode()
    khoa.post("/tasks/assign/", {**sent, "lead": division.pk})
    assert Task.objects.get().issuer == cast.construction
    assert as_officer(cast.tam).get("/tasks/assign/").status_code == 404
