"""The intake page as it is worked: asked first, one press each, answers without leaving it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.actions import set_rules
from dondoc.agencies.models import Alias, Officer
from dondoc.documents.actions import register
from dondoc.documents.models import Document
from dondoc.rules.directive import read
from dondoc.tasks.actions import assign, revise
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.actions.drafts import Draft
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.reading import drafts_of
from dondoc.tasks.secrecy import words_by_number
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast
from tests.tasks.dispatches import DISPATCH, NAMED_TWICE, TWO_DAYS, TWO_UNKNOWN

As = Callable[[Officer], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def binh(cast: Cast, as_officer: As) -> Client:
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.nam):
        pass
    return as_officer(cast.binh)


def taken_in(cast: Cast, at: datetime, text: str) -> Document:
    head = {"number": "815/UBND-KSTT", "signer_name": "Lê Nam", "issued_on": date(2022, 3, 14)}
    document = register(cast.city, by=cast.binh, at=at, text=text, letterhead=head)
    actions.propose(document, by=cast.binh, at=at, drafts=drafts_of(read(text), cast.city, at))
    return document


@pytest.fixture
def document(cast: Cast, binh: Client, at: datetime) -> Document:
    return taken_in(cast, at, DISPATCH)


def rows(document: Document) -> list[Proposal]:
    return list(document.proposals.order_by("position"))


def words(answer: Any) -> str:
    return str(answer.content.decode())


def here(document: Document, number: int, deed: str = "") -> str:
    return f"/documents/{document.pk}/intake/{rows(document)[number - 1].pk}/{deed}"


def test_a_deed_answers_with_the_card_it_changed_and_where_to_go_on(
    binh: Client, document: Document
) -> None:
    answer = binh.post(here(document, 1, "confirm/"), {}, headers=HTMX)
    page, first, third = words(answer), *(rows(document)[n] for n in (0, 2))
    assert page.count("<article") == 1
    assert f'id="p{first.pk}"' in page
    assert 'data-tone="green"' in page
    assert f'data-go="p{third.pk}"' in page, "mục cần xem trước"
    assert "1/4 đã giao" in page
    assert f"Đã giao {Task.objects.get().code} cho Sở Xây dựng." in page
    assert "<html" not in page


def test_a_refusal_leaves_the_card_as_it_is(binh: Client, document: Document) -> None:
    answer = binh.post(here(document, 3, "confirm/"), {}, headers=HTMX)
    assert "chưa chọn đơn vị chủ trì" in words(answer)
    assert "<article" not in words(answer)
    said = binh.post(here(document, 3, "leads/"), {"name_0": "Sở Vũ trụ"}, headers=HTMX)
    assert "Không nhận ra “Sở Vũ trụ”" in words(said)
    late = binh.post(here(document, 3, "due/"), {"due_on": "32/13"}, headers=HTMX)
    assert "Không có ngày 32/13" in words(late)


def test_who_comes_second_sees_the_card_as_it_now_stands(
    cast: Cast, document: Document, as_officer: As
) -> None:
    as_officer(cast.lan).post(here(document, 1, "confirm/"), {})
    page = words(as_officer(cast.binh).post(here(document, 1, "confirm/"), {}, headers=HTMX))
    assert "hiện đang ở trạng thái “đã giao”" in page
    assert 'data-tone="green"' in page


def test_a_chosen_unit_is_remembered_where_the_name_was_not_known(
    cast: Cast, binh: Client, at: datetime
) -> None:
    document = taken_in(cast, at, NAMED_TWICE)
    page = words(binh.get(f"/documents/{document.pk}/intake/"))
    assert "Ghi nhớ “Ban Quản lý vịnh Mân Quang” cho lần sau" in page
    said = {"unit_0": cast.district.pk, "learn_0": "1"}
    answer = words(binh.post(here(document, 1, "leads/"), said, headers=HTMX))
    assert "Đã ghi nhớ “Ban Quản lý vịnh Mân Quang” là UBND quận Liên Chiểu" in answer
    assert "1 mục khác cùng tên gọi" in answer
    assert answer.count("<article") == 2
    assert [row.leads.get() for row in rows(document)] == [cast.district, cast.district]
    undone = {"unit": cast.district.pk, "name": "Ban Quản lý vịnh Mân Quang"}
    assert "do Phạm Bình ghi nhớ 09:00 16/03/2022" in answer
    gone = words(binh.post(here(document, 1, "forget/"), undone, headers=HTMX))
    assert "Đã bỏ ghi nhớ" in gone
    assert gone.count("<article") == 2
    assert not Alias.objects.exists()
    assert rows(document)[0].leads.get() == cast.district


def test_of_two_names_that_nobody_knows_none_is_given_without_the_other(
    cast: Cast, binh: Client, at: datetime
) -> None:
    document = taken_in(cast, at, TWO_UNKNOWN)
    page = words(binh.get(f"/documents/{document.pk}/intake/"))
    assert page.count('type="radio"') >= 2
    first = {"unit_0": cast.district.pk}
    told = words(binh.post(here(document, 1, "leads/"), first, headers=HTMX))
    assert "Hãy chọn đơn vị cho mọi tên gọi" in told
    binh.post(here(document, 1, "leads/"), {**first, "name_1": "so tai chinh"})
    assert set(rows(document)[0].leads.all()) == {cast.district, cast.finance}


def test_a_name_that_is_known_is_never_taught_another_meaning(
    cast: Cast, binh: Client, document: Document
) -> None:
    binh.post(here(document, 1, "leads/"), {"name_0": "STC", "learn_0": "1"})
    assert rows(document)[0].leads.get() == cast.finance
    assert not Alias.objects.exists()


def test_a_typed_unit_may_be_a_group_or_written_without_marks(
    cast: Cast, binh: Client, document: Document
) -> None:
    binh.post(here(document, 3, "leads/"), {"name_0": "quan lien chieu"})
    assert rows(document)[2].leads.get() == cast.district
    binh.post(here(document, 3, "leads/"), {"name_0": "các sở, ban, ngành"})
    assert set(rows(document)[2].leads.all()) == {cast.construction, cast.finance}


@pytest.mark.parametrize(
    ("typed", "on"),
    [("15/12", date(2022, 12, 15)), ("+10", date(2022, 3, 28)), ("cuối tháng", date(2022, 3, 31)),
     ("2022-05-01", date(2022, 5, 1)), ("k", None)],
)  # fmt: skip
def test_a_deadline_is_typed_as_people_write_it(
    binh: Client, document: Document, typed: str, on: date | None
) -> None:
    binh.post(here(document, 4, "due/"), {"due_on": typed})
    fourth = rows(document)[3]
    assert (fourth.due_on, fourth.no_deadline, fourth.edited) == (on, on is None, True)


def test_of_two_printed_days_the_earliest_binds_until_another_is_chosen(
    cast: Cast, binh: Client, at: datetime
) -> None:
    document = taken_in(cast, at, TWO_DAYS)
    (order,) = rows(document)
    assert order.due_on == date(2022, 6, 30)
    page = words(binh.get(f"/documents/{document.pk}/intake/"))
    for said in ("Văn bản ghi 2 mốc", "thứ Năm 30/06/2022", "thứ Năm 15/12/2022", "2 thời hạn"):
        assert said in page, said
    assert page.count('class="dd-named-due"') >= 2
    binh.post(here(document, 1, "due/"), {"term": "1"})
    order.refresh_from_db()
    assert (order.due_on, order.due_strict) == (date(2022, 12, 15), True)
    assert "Cần xem (" not in words(binh.get(f"/documents/{document.pk}/intake/"))
    binh.post(here(document, 1, "confirm/"), {})
    task = Task.objects.get()
    assert task.due_on == date(2022, 12, 15)
    assert "Mốc khác: trước ngày 30/6/2022" in task.due_rule
    assert "không có ngày" in words(
        binh.post(here(document, 1, "due/"), {"term": "9"}, follow=True)
    )


def test_a_committee_may_count_before_a_day_as_the_day_before(
    cast: Cast, binh: Client, at: datetime
) -> None:
    set_rules(cast.city, by=cast.quyen, at=at, numbers={"strict_before": True})
    first = rows(taken_in(cast, at, DISPATCH))[0]
    assert (first.due_on, first.due_strict) == (date(2022, 4, 14), True)
    assert "ngày liền trước" in first.due_rule
    with pytest.raises(NotPermitted):
        set_rules(cast.city, by=cast.binh, at=at, numbers={"strict_before": False})


def test_a_deadline_on_a_day_off_is_said_but_not_moved(
    cast: Cast, binh: Client, document: Document, at: datetime
) -> None:
    actions.set_due(rows(document)[3], by=cast.binh, at=at, due=Due(date(2022, 4, 30)))
    assert "thứ Bảy 30/04/2022 là ngày nghỉ" in words(binh.get(f"/documents/{document.pk}/intake/"))


def test_only_the_sure_ones_that_were_seen_are_given_at_once(
    cast: Cast, binh: Client, document: Document
) -> None:
    first, second, third, _ = rows(document)
    only = {"only": [str(first.pk), str(second.pk)]}
    page = words(binh.post(f"/documents/{document.pk}/intake/confirm/", only, follow=True))
    assert "Đã giao 2 nhiệm vụ." in page
    assert [row.state for row in rows(document)] == ["confirmed"] * 2 + ["proposed"] * 2
    stale = {"only": [str(third.pk), "x"]}
    told = binh.post(f"/documents/{document.pk}/intake/confirm/", stale, follow=True)
    assert "chưa chọn đơn vị" in words(told)


def test_a_doubtful_unit_is_looked_at_before_it_is_given_with_the_rest(
    cast: Cast, binh: Client, document: Document, at: datetime
) -> None:
    draft = Draft("Việc", [cast.finance], lead_text="Sở Tái chính", lead_confidence=70,
                  due=Due(date(2022, 5, 4)))  # fmt: skip
    added = actions.add(document, by=cast.binh, at=at, draft=draft)
    page = words(binh.get(f"/documents/{document.pk}/intake/"))
    assert "Đơn vị chủ trì chưa chắc, tin cậy 70%" in page
    assert f'name="only" form="give" value="{added.pk}"' not in page
    binh.post(here(document, 5, "leads/"), {"unit_0": cast.finance.pk})
    page = words(binh.get(f"/documents/{document.pk}/intake/"))
    assert f'name="only" form="give" value="{added.pk}"' in page


def test_an_edit_inside_a_card_comes_back_as_the_card(
    cast: Cast, binh: Client, document: Document
) -> None:
    form = words(binh.get(here(document, 1, "edit/"), headers=HTMX))
    assert f'id="edit-{rows(document)[0].pk}"' in form
    assert "data-cancel" in form
    said = {"content": "Rà soát", "leads": [cast.finance.pk], "due_on": "2022-05-04"}
    answer = words(binh.post(here(document, 1, "edit/"), said, headers=HTMX))
    assert answer.count("<article") == 1
    assert "đã sửa tay" in answer
    wrong = binh.post(here(document, 1, "edit/"), {**said, "content": ""}, headers=HTMX)
    assert wrong.status_code == 200
    assert "Hãy nhập nội dung nhiệm vụ" in words(wrong)
    assert words(binh.get(here(document, 1), headers=HTMX)).count("<article") == 1
    assert binh.get(here(document, 1)).status_code == 302


def test_a_dropped_order_offers_the_way_back(binh: Client, document: Document) -> None:
    answer = words(binh.post(here(document, 1, "drop/"), {}, headers=HTMX))
    assert here(document, 1, "restore/") in answer
    assert 'data-press-page="z"' in answer


def test_of_a_state_secret_a_task_is_given_by_number_only(
    cast: Cast, binh: Client, at: datetime
) -> None:
    head = {"number": "12/UBND-MẬT", "issuer": "UBND tỉnh", "issued_on": date(2022, 3, 14)}
    secret = register(cast.city, by=cast.binh, at=at, number_only=True, letterhead=head)
    assert "Giao nhiệm vụ theo số" in words(binh.get(f"/documents/{secret.pk}/"))
    page = words(binh.get(f"/documents/{secret.pk}/intake/"))
    assert "Văn bản mật số 12/UBND-MẬT: chỉ giao việc theo số" in page
    add = f"/documents/{secret.pk}/intake/add/"
    assert "<textarea" not in words(binh.get(add))
    said = {"lead_names": "SXD", "due_on": "2022-05-04", "content": "Nội dung mật"}
    assert "không ghi nội dung vào hệ thống" in words(binh.post(add, said))
    neutral = words_by_number(secret)
    binh.post(add, {**said, "content": neutral})
    with pytest.raises(Refused, match="Văn bản mật"):
        actions.edit(rows(secret)[0], by=cast.binh, at=at, content="Lộ", leads=[cast.construction])
    binh.post(here(secret, 1, "confirm/"), {})
    task = Task.objects.get()
    assert task.content == (
        "Thực hiện văn bản mật số 12/UBND-MẬT ngày 14/03/2022 của UBND tỉnh; "
        "nội dung xem tại bản giấy."
    )
    assert (task.lead, task.document) == (cast.construction, secret)
    with pytest.raises(Refused, match="Văn bản mật"):
        revise(task, by=cast.binh, at=at, content="Lộ", supporting=[], reason="thử")
    said = {"lead": cast.finance, "content": "Lộ", "due": Due(), "source": Source(secret)}
    with pytest.raises(Refused, match="Văn bản mật"):
        assign(cast.city, by=cast.binh, at=at, **said)


def test_each_answer_asks_a_number_of_questions_that_does_not_grow(
    cast: Cast, binh: Client, document: Document, at: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(25):
        draft = Draft(f"Việc {number}", [cast.finance], [cast.construction])
        actions.add(document, by=cast.binh, at=at, draft=draft)
    with django_assert_max_num_queries(44):
        binh.post(here(document, 9, "due/"), {"due_on": "+5"}, headers=HTMX)


def test_a_day_that_is_printed_twice_is_one(cast: Cast, binh: Client, document: Document) -> None:
    first = rows(document)[0]
    Proposal.objects.filter(pk=first.pk).update(deadlines=first.deadlines * 2)
    assert "Văn bản ghi" not in words(binh.get(here(document, 1), headers=HTMX))
