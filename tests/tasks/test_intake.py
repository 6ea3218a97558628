"""From a document to tasks: each move by the right and the wrong officer, and through the page."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Alias, Officer, Role
from dondoc.documents.actions import register
from dondoc.documents.models import Document
from dondoc.journal.models import Entry
from dondoc.rules.directive import read
from dondoc.tasks.actions import intake as actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.actions.drafts import Draft
from dondoc.tasks.models import Proposal, Task
from dondoc.tasks.reading import drafts_of
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.tasks.dispatches import DISPATCH

As = Callable[[Officer], Client]
ON = date(2022, 4, 15)


@pytest.fixture
def document(cast: Cast, at: datetime) -> Document:
    """Registered and read: four proposals, the third without a lead, two without a deadline."""
    for _ in (cast.office, cast.construction, cast.finance, cast.district, cast.nam):
        pass
    head = {"number": "815/UBND-KSTT", "signer_name": "Lê Nam", "issued_on": date(2022, 3, 14)}
    document = register(cast.city, by=cast.binh, at=at, text=DISPATCH, letterhead=head)
    drafts = drafts_of(read(DISPATCH), cast.city, at)
    actions.propose(document, by=cast.binh, at=at, drafts=drafts)
    return document


@pytest.fixture
def proposals(document: Document) -> list[Proposal]:
    return list(document.proposals.order_by("position"))


@pytest.fixture
def binh(cast: Cast, as_officer: As) -> Client:
    return as_officer(cast.binh)


def words(answer: Any) -> str:
    return str(answer.content.decode())


def page_of(document: Document) -> str:
    return f"/documents/{document.pk}/intake/"


def test_reading_again_keeps_what_was_given(
    cast: Cast, document: Document, proposals: list[Proposal], at: datetime
) -> None:
    actions.confirm_proposal(proposals[0], by=cast.binh, at=at)
    actions.propose(document, by=cast.binh, at=at, drafts=[Draft("Việc khác")])
    states = document.proposals.order_by("position").values_list("state", flat=True)
    assert list(states) == ["confirmed", "proposed"]
    with pytest.raises(NotPermitted):
        actions.propose(document, by=cast.hoa, at=at, drafts=[])


def test_a_confirmed_proposal_is_a_task_with_its_source(
    cast: Cast, document: Document, proposals: list[Proposal], at: datetime
) -> None:
    (task,) = actions.confirm_proposal(proposals[0], by=cast.binh, at=at, leader=cast.nam)
    assert (task.lead, task.due_on, task.due_strict) == (cast.construction, ON, True)
    assert (task.document, task.clause, task.tracker) == (document, "1", cast.binh)
    assert DISPATCH[task.source_start : task.source_end].startswith("1. Giao Sở Xây dựng")
    with pytest.raises(NotNow):
        actions.confirm_proposal(proposals[0], by=cast.binh, at=at)
    with pytest.raises(NotPermitted):
        actions.confirm_proposal(proposals[1], by=cast.hoa, at=at)


def test_a_group_becomes_one_task_for_each_unit(
    cast: Cast, proposals: list[Proposal], at: datetime
) -> None:
    fourth = proposals[3]
    actions.edit(
        fourth, by=cast.binh, at=at, content=fourth.content, leads=list(fourth.leads.all()),
        no_deadline=True,
    )  # fmt: skip
    tasks = actions.confirm_proposal(fourth, by=cast.binh, at=at)
    assert {task.lead for task in tasks} == {cast.construction, cast.finance}
    assert {task.due_at for task in tasks} == {None}


def test_nothing_is_given_without_a_lead_or_a_deadline(
    cast: Cast, proposals: list[Proposal], at: datetime
) -> None:
    with pytest.raises(Refused, match="chủ trì"):
        actions.confirm_proposal(proposals[2], by=cast.binh, at=at)
    with pytest.raises(Refused, match="thời hạn"):
        actions.confirm_proposal(proposals[3], by=cast.binh, at=at)
    assert not Task.objects.exists()


def test_all_are_given_or_none(
    cast: Cast, document: Document, proposals: list[Proposal], at: datetime
) -> None:
    with pytest.raises(Refused):
        actions.confirm_all(document, by=cast.binh, at=at)
    assert not Task.objects.exists()
    for proposal in proposals[2:]:
        actions.drop(proposal, by=cast.binh, at=at)
    assert len(actions.confirm_all(document, by=cast.binh, at=at)) == 2
    with pytest.raises(Refused, match="Không còn"):
        actions.confirm_all(document, by=cast.binh, at=at)


def test_a_named_lead_is_sure_and_its_name_may_be_remembered(
    cast: Cast, proposals: list[Proposal], at: datetime
) -> None:
    third = proposals[2]
    learned = {third.lead_text: cast.district}
    actions.name_leads(third, by=cast.binh, at=at, leads=[cast.district], learned=learned)
    assert (third.leads.get(), third.lead_confidence) == (cast.district, 100)
    assert Alias.objects.get().name == "Ban Quản lý vịnh Mân Quang"
    with pytest.raises(Refused):
        actions.name_leads(third, by=cast.binh, at=at, leads=[])
    with pytest.raises(NotPermitted):
        actions.name_leads(third, by=cast.hoa, at=at, leads=[cast.finance])


def test_two_orders_become_one_with_the_earlier_deadline(
    cast: Cast, proposals: list[Proposal], at: datetime
) -> None:
    first, second = proposals[:2]
    actions.merge(first, by=cast.binh, at=at, other=second)
    second.refresh_from_db()
    assert (first.due_on, second.state) == (date(2022, 3, 28), "dropped")
    assert set(first.leads.all()) == {cast.construction, cast.district}
    with pytest.raises(Refused):
        actions.merge(first, by=cast.binh, at=at, other=second)


def test_one_order_becomes_two(cast: Cast, proposals: list[Proposal], at: datetime) -> None:
    twin = actions.split(proposals[0], by=cast.binh, at=at, first="Rà soát", second="Báo cáo")
    assert (twin.content, twin.due_on, twin.leads.get()) == ("Báo cáo", ON, cast.construction)
    order = Proposal.objects.order_by("position").values_list("content", flat=True)
    assert list(order)[:2] == ["Rà soát", "Báo cáo"]
    with pytest.raises(Refused):
        actions.split(twin, by=cast.binh, at=at, first="Báo cáo", second=" ")


def test_what_is_dropped_may_be_restored(
    cast: Cast, document: Document, proposals: list[Proposal], at: datetime
) -> None:
    actions.drop(proposals[0], by=cast.binh, at=at)
    actions.restore(proposals[0], by=cast.binh, at=at)
    assert proposals[0].state == "proposed"
    with pytest.raises(Refused, match="Còn đề xuất"):
        actions.close(document, by=cast.binh, at=at)


def test_a_person_adds_what_was_not_found_and_the_work_is_closed(
    cast: Cast, document: Document, proposals: list[Proposal], at: datetime
) -> None:
    draft = Draft("Báo cáo tháng", [cast.finance], due=Due(ON))
    added = actions.add(document, by=cast.binh, at=at, draft=draft)
    assert added.position == 5
    for proposal in [*proposals, added]:
        actions.drop(proposal, by=cast.binh, at=at)
    actions.close(document, by=cast.binh, at=at)
    assert document.state == Document.State.CLOSED


def test_the_page_shows_text_proposals_and_what_is_missing(
    binh: Client, document: Document, proposals: list[Proposal]
) -> None:
    page = words(binh.get(page_of(document)))
    assert "0/4 đã giao" in page
    assert page.count('<mark id="src-') == 4
    assert f'href="#p{proposals[0].pk}"' in page
    for said in (
        "Chưa nhận ra “Ban Quản lý vịnh Mân Quang”", "Văn bản không ghi thời hạn",
        "10 ngày kể từ ngày nhận 16/03/2022; thứ Bảy 26/03/2022 là ngày nghỉ",
        "thứ Hai 28/03/2022", "“trước ngày 15/4/2022”", "Cần xem (2)", "Giao 2 mục đã rõ",
        "Thiếu đơn vị chủ trì, thời hạn", "Lê Nam, Phó Chủ tịch UBND",
        '<span class="dd-named-lead">Sở Xây dựng</span>',
        '<span class="dd-named-due">trước ngày 15/4/2022</span>',
        f'data-first="p{proposals[2].pk}"',
    ):  # fmt: skip
        assert said in page, said


def test_the_whole_document_is_given_from_the_page(
    cast: Cast, binh: Client, document: Document, proposals: list[Proposal]
) -> None:
    first, second, third, fourth = (f"{page_of(document)}{p.pk}/" for p in proposals)
    answer = binh.post(f"{first}confirm/", {"leader": cast.nam.pk})
    assert answer.headers["Location"] == f"{page_of(document)}#p{proposals[2].pk}", "cần xem trước"
    assert Task.objects.get().leader == cast.nam
    binh.post(f"{second}confirm/", {})
    binh.post(f"{third}leads/", {"unit_0": cast.district.pk, "learn_0": "1"})
    assert Alias.objects.get().agency == cast.district
    binh.post(f"{third}due/", {"no_deadline": "1"})
    binh.post(f"{fourth}due/", {"due_on": "2022-05-01"})
    page = words(binh.get(page_of(document)))
    assert "2/4 đã giao" in page
    binh.post(f"{page_of(document)}confirm/", {})
    assert Task.objects.count() == 5
    done = words(binh.get(page_of(document)))
    assert "Đã giao hết 4/4 đề xuất" in done
    assert f"/tasks/?document={document.pk}" in done
    for task in Task.objects.all():
        assert f">{task.code}</a>" in done
    closed = binh.post(f"{page_of(document)}close/")
    assert closed.headers["Location"] == f"/documents/{document.pk}/"
    document.refresh_from_db()
    assert document.state == Document.State.CLOSED
    listed = words(binh.get("/documents/"))
    assert "5 nhiệm vụ" in listed
    assert "0 phút" in listed


def test_refusals_are_said_on_the_page_and_lose_nothing(
    binh: Client, document: Document, proposals: list[Proposal]
) -> None:
    here = f"{page_of(document)}{proposals[2].pk}/"
    for deed, said in (("confirm/", "chưa chọn đơn vị chủ trì"), ("leads/", "Hãy chọn đơn vị")):
        assert said in words(binh.post(f"{here}{deed}", {}, follow=True))
    assert "Hãy gõ ngày" in words(binh.post(f"{here}due/", {}, follow=True))
    assert "chưa chọn đơn vị" in words(binh.post(f"{page_of(document)}confirm/", follow=True))
    assert not Task.objects.exists()


def test_a_deadline_that_has_passed_is_asked_about_before_it_is_refused(
    cast: Cast, document: Document, proposals: list[Proposal], as_officer: As, at: datetime,
    clock_at: Callable[[datetime], None],
) -> None:  # fmt: skip
    late = as_officer(cast.binh)
    clock_at(datetime(2022, 4, 16, 2, tzinfo=at.tzinfo))
    page = words(late.get(page_of(document)))
    assert "Thời hạn 15/04/2022 đã qua. Chọn thời hạn khác" in page
    here = f"{page_of(document)}{proposals[0].pk}/"
    assert "đã qua vào ngày giao" in words(late.post(f"{here}confirm/", {}, follow=True))
    late.post(f"{here}due/", {"due_on": "2022-04-30"})
    late.post(f"{here}confirm/", {})
    assert Task.objects.get().due_on == date(2022, 4, 30)


def test_two_officers_press_at_once_and_the_second_is_told(
    cast: Cast, document: Document, proposals: list[Proposal], as_officer: As
) -> None:
    here = f"{page_of(document)}{proposals[0].pk}/confirm/"
    as_officer(cast.binh).post(here, {})
    told = words(as_officer(cast.lan).post(here, {}, follow=True))
    assert "hiện đang ở trạng thái “đã giao”. Phạm Bình vừa" in told
    assert Task.objects.count() == 1


def test_a_proposal_is_edited_by_typed_names(
    cast: Cast, binh: Client, document: Document, proposals: list[Proposal]
) -> None:
    here = f"{page_of(document)}{proposals[2].pk}/edit/"
    said = {"content": "Lập phương án", "lead_names": "SXD; các sở, ban, ngành", "due_on": ON}
    page = words(binh.post(here, {**said, "supporting_names": "Sở Vũ trụ"}))
    assert "Không nhận ra “Sở Vũ trụ”" in page
    assert "Lập phương án" in page
    binh.post(here, {**said, "supporting_names": "quan lien chieu"})
    third = proposals[2]
    third.refresh_from_db()
    assert set(third.leads.all()) == {cast.construction, cast.finance}
    assert list(third.supporting.all()) == [cast.district]
    assert (third.due_on, third.due_rule) == (ON, "người vào nhiệm vụ ấn định")
    both = words(binh.post(here, {**said, "no_deadline": "on"}))
    assert "Hoặc chọn thời hạn" in both


def test_a_selected_passage_becomes_a_proposal(
    cast: Cast, binh: Client, document: Document
) -> None:
    start = DISPATCH.index("báo cáo UBND thành phố")
    here = f"{page_of(document)}add/"
    form = words(binh.get(f"{here}?start={start}&end={start + 22}"))
    assert ">\nbáo cáo UBND thành phố</textarea>" in form
    assert binh.get(f"{here}?start=abc&end=999999999999").status_code == 200
    binh.post(
        here,
        {"content": "Báo cáo", "leads": [cast.finance.pk], "no_deadline": "on", "start": start,
         "end": start + 22},
    )  # fmt: skip
    added = document.proposals.get(position=5)
    assert (added.start, added.no_deadline, added.leads.get()) == (start, True, cast.finance)


def test_a_place_to_split_at_is_offered(
    binh: Client, document: Document, proposals: list[Proposal]
) -> None:
    here = f"{page_of(document)}{proposals[0].pk}/split/"
    assert binh.get(here).status_code == 200
    binh.post(here, {"first": "Rà soát", "second": "Báo cáo"})
    assert document.proposals.count() == 5
    assert "Hãy nhập phần thứ hai" in words(binh.post(here, {"first": "Rà soát"}))


def test_neighbours_are_merged_dropped_and_restored_from_the_page(
    binh: Client, document: Document, proposals: list[Proposal]
) -> None:
    first, _, third, fourth = (f"{page_of(document)}{p.pk}/" for p in proposals)
    binh.post(f"{first}merge/")
    binh.post(f"{third}drop/")
    binh.post(f"{third}restore/")
    states = list(document.proposals.order_by("position").values_list("state", flat=True))
    assert states == ["proposed", "dropped", "proposed", "proposed"]
    assert "Không còn đề xuất nào phía sau" in words(binh.post(f"{fourth}merge/", follow=True))


def test_text_without_orders_is_told_and_closed_by_hand(
    cast: Cast, binh: Client, at: datetime
) -> None:
    letter = register(cast.city, by=cast.binh, at=at, text="Kính mời dự họp.", letterhead={})
    page = words(binh.post(f"{page_of(letter)}read/", follow=True))
    assert "Không tìm thấy nội dung giao việc; hãy thêm bằng tay." in page
    binh.post(f"{page_of(letter)}close/")
    letter.refresh_from_db()
    assert letter.state == Document.State.CLOSED


def test_the_clerk_prepares_but_does_not_give(
    cast: Cast, document: Document, proposals: list[Proposal], as_officer: As
) -> None:
    clerk = as_officer(cast.seat(cast.office, Role.CLERK, "Văn thư", "Lý Sen"))
    page = words(clerk.get(page_of(document)))
    assert "Bạn chuẩn bị đề xuất" in page
    assert "Giao tất cả" not in page
    refused = clerk.post(f"{page_of(document)}{proposals[0].pk}/confirm/", follow=True)
    assert "không có quyền" in words(refused)
    assert not Task.objects.exists()
    clerk.post(f"{page_of(document)}{proposals[2].pk}/leads/", {"unit_0": cast.finance.pk})
    assert proposals[2].leads.get() == cast.finance


def test_strangers_find_no_proposals(
    cast: Cast, document: Document, proposals: list[Proposal], as_officer: As
) -> None:
    for officer in (cast.hoa, cast.minh, cast.dung, cast.quyen):
        client = as_officer(officer)
        assert client.get(page_of(document)).status_code == 404
        for deed in ("confirm/", "drop/", "leads/", "due/", "edit/", "split/", "merge/"):
            answer = client.post(f"{page_of(document)}{proposals[0].pk}/{deed}")
            assert answer.status_code == 404, (officer, deed)
    assert not Entry.objects.filter(verb="proposal.drop").exists()


def test_a_proposal_of_another_document_is_not_reached_through_this_one(
    cast: Cast, binh: Client, document: Document, at: datetime
) -> None:
    other = register(cast.city, by=cast.binh, at=at, text="khác", letterhead={})
    added = actions.add(other, by=cast.binh, at=at, draft=Draft("Việc"))
    assert binh.post(f"{page_of(document)}{added.pk}/drop/").status_code == 404


def test_the_page_asks_a_number_of_questions_that_does_not_grow(
    cast: Cast, binh: Client, document: Document, at: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        draft = Draft(f"Việc {number}", [cast.finance], [cast.construction], due=Due(ON))
        actions.add(document, by=cast.binh, at=at, draft=draft)
    with django_assert_max_num_queries(25):
        assert binh.get(page_of(document)).status_code == 200
