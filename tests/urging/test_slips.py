"""Slips: drafted, sent once and not again too soon, answered, closed or taken a step up."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Notice
from dondoc.notifications.reminding import remind
from dondoc.notifications.telling import tell
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.urging import actions, effect, throttle
from dondoc.urging.models import LeaderWord, Slip
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast

AsOfficer = Callable[[Officer], Client]
MARCH_16 = datetime(2022, 3, 16, 2, 0, tzinfo=UTC)  # a Wednesday, 09:00
HOW = "Giám đốc Sở trực tiếp làm việc với tư vấn, họp rà soát hằng ngày."


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.FILES = tmp_path


def late(cast: Cast, content: str = "Rà soát quy hoạch phân khu") -> Task:
    """A task of Sở Xây dựng, three weeks late on 16 March."""
    assert cast.hoa.pk
    assert cast.khoa.pk
    return tasks.assign(
        cast.city, by=cast.binh, at=datetime(2022, 1, 10, 2, tzinfo=UTC), lead=cast.construction,
        content=content, due=Due(date(2022, 2, 23)), leader=cast.nam,
    )  # fmt: skip


def letter(cast: Cast, *some: Task, kind: str = "letter", by: Officer | None = None) -> Slip:
    return actions.draw_up_slip(
        cast.city, by=by or cast.binh, at=MARCH_16, kind=kind, unit=cast.construction,
        tasks=list(some),
    )  # fmt: skip


def sent(cast: Cast, *some: Task) -> Slip:
    slip = letter(cast, *some)
    actions.send_slip(slip, by=cast.lan, at=MARCH_16)
    return slip


def answered(cast: Cast, slip: Slip, at: datetime = MARCH_16) -> Slip:
    day = date(2022, 3, 30)
    answers = {one.pk: ("Tư vấn chậm", HOW, day) for one in slip.matters.all()}
    actions.answer_slip(slip, by=cast.hoa, at=at, answers=answers)
    return slip


def told(answer: Any) -> str:
    words: str = answer.content.decode()
    return words


def test_a_letter_lists_what_is_late_and_asks_for_an_answer_in_three_working_days(
    cast: Cast,
) -> None:
    slip = letter(cast, late(cast), late(cast, "Cấp phép xây dựng khu A"))
    assert slip.answer_on == date(2022, 3, 21), "Wednesday and three working days"
    assert "còn 2 nhiệm vụ" in slip.words
    assert "2 nhiệm vụ đã quá hạn" in slip.words
    assert [one.stood["days_late"] for one in slip.matters.order_by("pk")] == [21, 21]


def test_binh_drafts_a_letter_but_lan_signs_it(cast: Cast) -> None:
    slip = letter(cast, late(cast))
    with pytest.raises(NotPermitted, match="ký gửi"):
        actions.send_slip(slip, by=cast.binh, at=MARCH_16)
    with pytest.raises(NotPermitted):
        actions.send_slip(slip, by=cast.hoa, at=MARCH_16)
    actions.send_slip(slip, by=cast.lan, at=MARCH_16)
    assert slip.state == Slip.State.SENT
    assert slip.letterhead["number"].startswith("01/")
    assert slip.docx is not None
    assert slip.pdf is not None
    with pytest.raises(NotNow):
        actions.send_slip(slip, by=cast.lan, at=MARCH_16)


def test_a_reminder_is_about_one_matter_and_any_tracker_sends_it(cast: Cast) -> None:
    first, second = late(cast), late(cast, "Cấp phép")
    with pytest.raises(Refused, match="một nhiệm vụ"):
        letter(cast, first, second, kind="reminder")
    slip = letter(cast, first, kind="reminder")
    actions.send_slip(slip, by=cast.binh, at=MARCH_16)
    assert slip.letterhead["symbol"].startswith("PNV-")


def test_head_and_focal_point_are_told_at_once_and_nobody_else(cast: Cast) -> None:
    slip = sent(cast, late(cast))
    Notice.objects.all().delete()
    tell(MARCH_16)
    hearers = Notice.objects.filter(step="slip.send_slip").values_list("officer", flat=True)
    assert set(hearers) == {cast.hoa.pk, cast.khoa.pk}
    words = Notice.objects.filter(step="slip.send_slip").first()
    assert words is not None
    assert "trả lời trước hết ngày 21/03/2022" in words.words
    assert words.url == reverse("urging:slip", args=[slip.pk])


def test_nobody_is_pestered_within_four_hours_nor_on_a_day_off(cast: Cast) -> None:
    task = late(cast)
    sent(cast, task)
    again = letter(cast, task)
    with pytest.raises(Refused, match="chưa quá 4 giờ"):
        actions.send_slip(again, by=cast.lan, at=MARCH_16 + timedelta(hours=3, minutes=59))
    saturday = datetime(2022, 3, 19, 2, tzinfo=UTC)
    with pytest.raises(Refused, match="ngày nghỉ"):
        actions.send_slip(again, by=cast.lan, at=saturday)
    assert throttle.why_not_yet(cast.city, [task.pk], saturday) == {task.pk: "hôm nay là ngày nghỉ"}
    actions.send_slip(again, by=cast.lan, at=MARCH_16 + timedelta(hours=4))
    assert Slip.objects.sent().count() == 2


def test_what_is_finished_meanwhile_is_not_urged(cast: Cast) -> None:
    task = late(cast)
    slip = letter(cast, task)
    tasks.recall(task, by=cast.lan, at=MARCH_16, reason="Trùng nhiệm vụ khác")
    with pytest.raises(Refused, match="đã kết thúc"):
        actions.send_slip(slip, by=cast.lan, at=MARCH_16)
    actions.drop_slip(slip, by=cast.binh, at=MARCH_16, reason="Nhiệm vụ đã thu hồi")
    assert slip.state == Slip.State.DROPPED


def test_a_thin_answer_is_refused_and_a_whole_one_reaches_the_office(cast: Cast) -> None:
    slip = sent(cast, late(cast))
    matter = slip.matters.get()
    for cause, solution, day, lacks in (
        ("", HOW, date(2022, 3, 30), "nguyên nhân"),
        ("Chậm", "đang làm", date(2022, 3, 30), "quá ngắn"),
        ("Chậm", HOW, None, "ngày cam kết"),
        ("Chậm", HOW, date(2022, 3, 1), "đã qua"),
    ):
        with pytest.raises(Refused, match=lacks):
            actions.answer_slip(
                slip, by=cast.hoa, at=MARCH_16, answers={matter.pk: (cause, solution, day)}
            )
    with pytest.raises(NotPermitted):
        actions.answer_slip(slip, by=cast.tam, at=MARCH_16, answers={})
    answered(cast, slip)
    assert slip.state == Slip.State.ANSWERED
    tell(MARCH_16)
    heard = Notice.objects.filter(step="slip.answer_slip").values_list("officer", flat=True)
    assert {cast.lan.pk, cast.binh.pk} <= set(heard)


def test_an_answer_after_its_day_is_late_for_ever(cast: Cast) -> None:
    slip = sent(cast, late(cast))
    assert not slip.is_late(date(2022, 3, 21))
    assert slip.is_late(date(2022, 3, 22))
    answered(cast, slip, at=datetime(2022, 3, 22, 2, tzinfo=UTC))
    assert slip.is_late(date(2022, 3, 22))


def test_the_office_returns_closes_or_takes_it_a_step_up(cast: Cast) -> None:
    slip = answered(cast, sent(cast, late(cast)))
    later = MARCH_16 + timedelta(days=1)
    actions.return_slip(slip, by=cast.binh, at=later, remark="Chưa nói ai làm.")
    assert (slip.state, slip.times_returned) == (Slip.State.SENT, 1)
    assert slip.answer_on == date(2022, 3, 22)
    with pytest.raises(Refused, match="chưa trả lời"):
        actions.close_slip(slip, by=cast.binh, at=later)
    actions.raise_slip(slip, by=cast.binh, at=later, remark="Vẫn chưa trả lời.")
    above = Slip.objects.get(raised_from=slip)
    assert (above.kind, above.state) == (Slip.Kind.EXPLANATION, Slip.State.DRAFT)
    done = answered(cast, sent(cast, late(cast, "Việc khác")))
    actions.close_slip(done, by=cast.lan, at=later)
    assert done.state == Slip.State.CLOSED


def test_what_went_out_stands_as_it_went_out(cast: Cast) -> None:
    slip = sent(cast, late(cast))
    with pytest.raises(DatabaseError), transaction.atomic():
        Slip.objects.filter(pk=slip.pk).update(words="Khác")
    with pytest.raises(DatabaseError), transaction.atomic():
        Slip.objects.filter(pk=slip.pk).delete()


def test_another_unit_sees_neither_the_slip_nor_its_file(cast: Cast, as_officer: AsOfficer) -> None:
    slip = sent(cast, late(cast))
    page = reverse("urging:slip", args=[slip.pk])
    assert as_officer(cast.hoa).get(page).status_code == 200
    assert as_officer(cast.xuan).get(page).status_code == 404
    stored = reverse("documents:file", args=[slip.pdf_id])
    file = as_officer(cast.hoa).get(stored)
    assert file.status_code == 200
    assert b"".join(file.streaming_content)  # type: ignore[attr-defined]  # a stored file streams
    assert as_officer(cast.xuan).get(stored).status_code == 404
    draft = letter(cast, late(cast, "Khác"))
    where = reverse("urging:slip", args=[draft.pk])
    assert as_officer(cast.hoa).get(where).status_code == 404, "a draft is the Office's alone"
    assert as_officer(cast.xuan).get(reverse("urging:desk")).status_code in (403, 404)


def test_the_desk_shows_the_step_previews_and_sends_a_letter_to_each_unit(
    cast: Cast, as_officer: AsOfficer, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    first = late(cast)
    second = tasks.assign(
        cast.city, by=cast.binh, at=datetime(2022, 1, 10, 2, tzinfo=UTC), lead=cast.finance,
        content="Phân bổ vốn", due=Due(date(2022, 2, 22)),
    )  # fmt: skip
    assert cast.xuan.pk
    lan = as_officer(cast.lan)
    with django_assert_max_num_queries(45):
        desk = told(lan.get(reverse("urging:desk")))
    assert "Rà soát quy hoạch phân khu" in desk
    assert "Phân bổ vốn" in desk
    chosen = {"task": [first.pk, second.pk], "kind": "letter", "step": "after_due.slip"}
    preview = told(lan.post(reverse("urging:preview"), chosen))
    assert "2 văn bản, 2 nhiệm vụ" in preview
    assert "Vũ Khoa" in preview
    assert "Bùi Xuân" in preview
    assert not Slip.objects.exists(), "a preview sends nothing"
    lan.post(reverse("urging:send"), {**chosen, "do": "send"})
    assert Slip.objects.filter(state=Slip.State.SENT).count() == 2
    again = told(lan.post(reverse("urging:preview"), chosen))
    assert "2 nhiệm vụ được bỏ qua" in again
    assert "chưa quá 4 giờ" in again
    nothing = lan.post(reverse("urging:preview"), {"kind": "letter"}, follow=True)
    assert "Hãy đánh dấu ít nhất một nhiệm vụ" in told(nothing)


def test_the_unit_answers_on_its_page_and_loses_nothing_it_typed(
    cast: Cast, as_officer: AsOfficer
) -> None:
    slip = sent(cast, late(cast))
    matter = slip.matters.get()
    hoa = as_officer(cast.hoa)
    assert "Công văn đôn đốc số 01/" in told(hoa.get(reverse("tasks:desk")))
    assert "Đã đôn đốc 1 lần" in told(hoa.get(reverse("tasks:detail", args=[matter.task.code])))
    where = reverse("urging:move_slip", args=[slip.pk, "answer_slip"])
    said = {f"cause_{matter.pk}": "Chờ số liệu", f"solution_{matter.pk}": "đang làm"}
    refused = hoa.post(where, said)
    assert refused.status_code == 422
    assert "quá ngắn" in told(refused)
    assert "Chờ số liệu" in told(refused)
    said |= {f"solution_{matter.pk}": HOW, f"commit_on_{matter.pk}": "2022-03-30"}
    assert hoa.post(where, said).status_code == 302
    slip.refresh_from_db()
    assert slip.state == Slip.State.ANSWERED


def test_the_effect_of_each_step_of_the_ladder_opens_onto_its_tasks(
    cast: Cast, as_officer: AsOfficer, clock_at: Callable[[datetime], None]
) -> None:
    assert all((cast.hoa, cast.khoa, cast.lan))
    week_before = MARCH_16 - timedelta(days=7)
    first, second = late(cast), late(cast, "Cấp phép")
    assert remind(week_before) > 0
    assert remind(week_before + timedelta(minutes=5)) == 0
    tasks.post_update(
        first, by=cast.hoa, at=week_before + timedelta(days=2), narrative="Đã trình dự thảo."
    )
    tasks.post_update(
        second, by=cast.hoa, at=week_before + timedelta(days=6), narrative="Đã họp bàn."
    )
    client = as_officer(cast.lan)
    clock_at(week_before + timedelta(days=10))
    lines = effect.by_step(cast.city, date(2022, 3, 1), week_before + timedelta(days=10))
    assert [(line.n, line.moved) for line in lines] == [(2, 1)], "a task counts once a word"
    page = told(client.get(reverse("urging:effects"), {"month": "2022-03"}))
    assert lines[0].name[1:] in page
    there = {"month": "2022-03", "step": lines[0].key}
    every = told(client.get(reverse("urging:effects"), there))
    assert first.code in every
    assert second.code in every
    moved = told(client.get(reverse("urging:effects"), {**there, "only": "moved"}))
    assert first.code in moved
    assert second.code not in moved
    assert lines[0].name[1:] not in told(
        client.get(reverse("urging:effects"), {"month": "2022-02"})
    )


def test_the_effect_of_a_month_opens_onto_its_lists(
    cast: Cast, as_officer: AsOfficer, clock_at: Callable[[datetime], None]
) -> None:
    first, second = late(cast), late(cast, "Cấp phép")
    sent(cast, first, second)
    tasks.post_update(
        first, by=cast.hoa, at=MARCH_16 + timedelta(days=2), narrative="Đã trình dự thảo."
    )
    tasks.post_update(second, by=cast.hoa, at=MARCH_16 + timedelta(days=6), narrative="Đã họp bàn.")
    client = as_officer(cast.lan)
    clock_at(MARCH_16 + timedelta(days=10))
    page = told(client.get(reverse("urging:effects"), {"month": "2022-03"}))
    assert "1</a>/2 (50,00%)" in page
    moved = told(
        client.get(reverse("urging:effects"), {"month": "2022-03", "of": "", "only": "moved"})
    )
    assert first.code in moved
    assert second.code not in moved


def test_a_leader_asks_with_one_press_and_his_words_are_kept(
    cast: Cast, as_officer: AsOfficer
) -> None:
    task = late(cast)
    nam = as_officer(cast.nam)
    page = reverse("urging:say_word", args=[task.code])
    assert "Giải trình rõ nguyên nhân chậm" in told(nam.get(page, {"kind": "explain"}))
    empty = nam.post(f"{page}?kind=explain", {})
    assert empty.status_code == 422
    assert "Hãy ghi nội dung" in told(empty)
    nam.post(f"{page}?kind=explain", {"words": "Vì sao chậm ba tuần?"})
    word = LeaderWord.objects.get()
    assert (word.kind, word.answer_on) == ("explain", date(2022, 3, 18))
    with pytest.raises(DatabaseError), transaction.atomic():
        LeaderWord.objects.update(words="Khác")
    assert as_officer(cast.hoa).get(page).status_code in (403, 404)
    assert (
        as_officer(cast.xuan).get(reverse("urging:leader_word", args=[word.pk])).status_code == 404
    )


def test_the_answer_to_a_leader_is_read_returned_or_closed(cast: Cast) -> None:
    word = actions.say_word(
        late(cast), by=cast.nam, at=MARCH_16, kind="instruct", words="Xong trong tuần."
    )
    assert word.answer_on == date(2022, 3, 23)
    with pytest.raises(NotPermitted):
        actions.answer_word(word, by=cast.xuan, at=MARCH_16, answer="Không phải việc của tôi đâu")
    with pytest.raises(Refused, match="ít nhất"):
        actions.answer_word(word, by=cast.hoa, at=MARCH_16, answer="Vâng")
    actions.answer_word(word, by=cast.hoa, at=MARCH_16, answer=HOW)
    actions.return_word(word, by=cast.nam, at=MARCH_16, remark="Nói rõ ngày xong.")
    assert (word.state, word.times_returned) == (LeaderWord.State.STANDING, 1)
    actions.answer_word(word, by=cast.khoa, at=MARCH_16, answer=f"{HOW} Xong ngày 25/3.")
    tell(MARCH_16)
    assert Notice.objects.filter(officer=cast.nam, step="leaderword.answer_word").exists()
    actions.close_word(word, by=cast.nam, at=MARCH_16)
    assert word.state == LeaderWord.State.CLOSED


def test_an_opinion_needs_no_answer(cast: Cast) -> None:
    word = actions.say_word(late(cast), by=cast.nam, at=MARCH_16, kind="opine", words="Đồng ý.")
    assert (word.state, word.answer_on) == (LeaderWord.State.CLOSED, None)
    with pytest.raises(NotPermitted):
        actions.say_word(word.task, by=cast.lan, at=MARCH_16, kind="opine", words="Đồng ý.")


def test_a_draft_is_put_into_other_words_but_its_day_is_not_in_the_past(cast: Cast) -> None:
    slip = letter(cast, late(cast))
    with pytest.raises(Refused, match="đã qua"):
        actions.edit_slip(slip, by=cast.binh, at=MARCH_16, words="A", answer_on=date(2022, 3, 1))
    actions.edit_slip(slip, by=cast.binh, at=MARCH_16, words="Gấp.", answer_on=date(2022, 3, 18))
    assert slip.words == "Gấp."


def test_the_office_reads_a_slip_in_each_of_its_states_and_keeps_what_it_typed(
    cast: Cast, as_officer: AsOfficer
) -> None:
    slip = letter(cast, late(cast))
    lan, page = as_officer(cast.lan), reverse("urging:slip", args=[slip.pk])
    shown = told(lan.get(page))
    assert "Sẽ báo cho" in shown
    assert "Vũ Khoa" in shown
    actions.send_slip(slip, by=cast.lan, at=MARCH_16)
    assert "Chuyển bước cao hơn" in told(lan.get(page))
    refused = lan.post(reverse("urging:move_slip", args=[slip.pk, "close_slip"]), {"remark": ""})
    assert refused.status_code == 422
    assert "chưa trả lời" in told(refused)
    answered(cast, slip)
    assert HOW in told(lan.get(page))
    lan.post(reverse("urging:move_slip", args=[slip.pk, "close_slip"]), {"remark": "Được."})
    assert "Đã khép lại" in told(lan.get(page))
    assert "Công văn đôn đốc số" in told(lan.get(reverse("urging:slips"), {"show": "closed"}))
    assert lan.get(reverse("urging:effects"), {"month": "sai"}).status_code == 200
    nam = as_officer(cast.nam)
    word = actions.say_word(
        late(cast, "Khác"), by=cast.nam, at=MARCH_16, kind="explain", words="Vì sao?"
    )
    where = reverse("urging:leader_word", args=[word.pk])
    assert "Vì sao?" in told(nam.get(where))
    actions.answer_word(word, by=cast.hoa, at=MARCH_16, answer=HOW)
    assert "Đã xem xong" in told(nam.get(where))
    assert HOW[:30] in told(nam.get(reverse("scorecards:leader")))
    assert as_officer(cast.hoa).get(where).status_code == 200
