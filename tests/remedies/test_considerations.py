"""Proposals to consider who answers: found by rule, drafted, submitted, decided by a person."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import docx
import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from dondoc.agencies.models import Officer
from dondoc.remedies import actions, considering
from dondoc.remedies.models import Consideration
from dondoc.workflow import NotNow, NotPermitted, Refused
from tests.cast import Cast
from tests.remedies.ward import finish, hour, new_head, two_months

SignIn = Callable[[Officer], Client]
MONTH = date(2022, 5, 1)


@pytest.fixture
def at() -> datetime:
    return hour(5, 14)


def words(answer: Any) -> str:
    return str(answer.content.decode())


def drafted(cast: Cast, at: datetime, person: Officer | None = None) -> Consideration:
    return actions.draft_consideration(
        cast.ward, by=cast.giang, at=at, month=MONTH, unit=cast.ward_economy, person=person
    )


def submitted(cast: Cast, at: datetime, person: Officer | None = None) -> Consideration:
    one = drafted(cast, at, person)
    actions.submit_consideration(one, by=cast.hanh, at=at)
    return one


def test_the_rule_finds_who_was_late_in_two_months(cast: Cast, at: datetime) -> None:
    two_months(cast)
    found = considering.candidates(cast.ward, MONTH, at)
    assert [one.of_whom for one in found] == [
        "Tập thể Phòng Kinh tế, Hạ tầng và Đô thị",
        "Châu Phúc, Trưởng phòng, Phòng Kinh tế, Hạ tầng và Đô thị",
    ]
    assert found[0].reasons == ("chậm trong hai kỳ liền: kỳ trước 1 việc, kỳ này 1 việc",)
    assert not Consideration.objects.exists(), "nothing is decided, nothing even drafted by itself"
    drafted(cast, at)
    assert len(considering.candidates(cast.ward, MONTH, at)) == 1


def test_facts_are_frozen_when_submitted_and_the_decision_for_ever(
    cast: Cast, at: datetime
) -> None:
    made = two_months(cast)
    one = submitted(cast, at, cast.phuc)
    assert {item["code"]: item["days"] for item in one.facts["items"]} == {
        made["may"].code: 10, made["excused"].code: 9,
    }  # fmt: skip
    told = one.facts["items"][0]
    assert (told["cause"], told["solution"]) == ("triển khai chậm", "Họp giao ban hằng ngày")
    facts = one.facts
    finish(cast, made["may"], cast.phuc, hour(5, 16))
    one.refresh_from_db()
    assert one.facts == facts
    actions.decide_consideration(
        one, by=cast.son, at=hour(5, 17), outcome="criticise", answer="Phê bình trước cơ quan."
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        Consideration.objects.filter(pk=one.pk).update(outcome="none")
    with pytest.raises(DatabaseError), transaction.atomic():
        Consideration.objects.filter(pk=one.pk).delete()
    one.refresh_from_db()
    assert (one.outcome, one.answer) == ("criticise", "Phê bình trước cơ quan.")


def test_only_the_chairman_decides(cast: Cast, at: datetime) -> None:
    two_months(cast)
    assert cast.son.pk
    one = submitted(cast, at)
    for other in (cast.yen, cast.hanh, cast.giang, cast.phuc, cast.nam):
        with pytest.raises(NotPermitted):
            actions.decide_consideration(one, by=other, at=at, outcome="none", answer="Không")
    with pytest.raises(Refused, match="kết luận"):
        actions.decide_consideration(one, by=cast.son, at=at, outcome="x", answer="Không")
    with pytest.raises(Refused, match="ý kiến"):
        actions.decide_consideration(one, by=cast.son, at=at, outcome="none", answer=" ")


def test_who_drafts_and_when(cast: Cast, at: datetime) -> None:
    two_months(cast)
    with pytest.raises(NotPermitted):
        actions.draft_consideration(
            cast.ward, by=cast.phuc, at=at, month=MONTH, unit=cast.ward_economy
        )
    one = drafted(cast, at)
    with pytest.raises(Refused, match="đã có đề xuất"):
        drafted(cast, at)
    with pytest.raises(NotPermitted):
        actions.submit_consideration(one, by=cast.giang, at=at)
    with pytest.raises(NotNow):
        actions.decide_consideration(one, by=cast.son, at=at, outcome="none", answer="Không")
    actions.edit_consideration(one, by=cast.giang, at=at, words="Đề nghị nhắc nhở.")
    actions.submit_consideration(one, by=cast.hanh, at=at)
    with pytest.raises(NotNow):
        actions.edit_consideration(one, by=cast.giang, at=at, words="Khác")
    actions.return_consideration(one, by=cast.son, at=at, answer="Nói rõ nguyên nhân.")
    with pytest.raises(Refused, match="lý do"):
        actions.drop_consideration(one, by=cast.giang, at=at, reason=" ")
    actions.drop_consideration(one, by=cast.giang, at=at, reason="Đã khắc phục xong")
    assert drafted(cast, at).pk != one.pk, "a dropped draft may be drawn up anew"
    with pytest.raises(Refused, match="không giữ chức vụ"):
        actions.draft_consideration(
            cast.ward, by=cast.giang, at=at, month=MONTH, unit=cast.ward_economy, person=cast.thu
        )
    with pytest.raises(Refused, match="không thuộc"):
        actions.draft_consideration(
            cast.ward, by=cast.giang, at=at, month=MONTH, unit=cast.construction
        )


def test_the_walk_from_the_rule_to_the_decision(cast: Cast, as_officer: SignIn) -> None:
    two_months(cast)
    hanh = as_officer(cast.hanh)
    page = words(hanh.get("/considerations/?period=2022-05"))
    assert "Chậm trong hai kỳ liền" in page
    key = f"p{cast.phuc.pk}"
    there = hanh.post("/considerations/draft/?period=2022-05", {"about": key})["Location"]
    assert "Đã lập dự thảo" in words(hanh.get(there))
    hanh.post(f"{there}edit_consideration/", {"words": "Đề nghị phê bình ông Phúc."})
    assert as_officer(cast.son).get(there).status_code == 404, "a draft is the Office's"
    hanh.post(f"{there}submit_consideration/")
    son = as_officer(cast.son)
    assert there in words(son.get("/leader/"))
    page = words(son.get(there))
    assert "Ghi quyết định" in page
    assert "Đề nghị phê bình ông Phúc." in page
    refused = son.post(f"{there}decide_consideration/", {"answer": "Lời đã gõ"})
    assert "Lời đã gõ" in words(refused)
    assert "Hãy chọn một kết luận." in words(refused)
    for stranger in (cast.phuc, cast.thu, cast.viet):
        assert as_officer(stranger).get(there).status_code == 404
    said = {"outcome": "remind", "answer": "Nhắc nhở, rút kinh nghiệm."}
    son.post(f"{there}decide_consideration/", said)
    page = words(as_officer(cast.phuc).get(there))
    assert "Nhắc nhở, rút kinh nghiệm." in page
    own = words(as_officer(cast.phuc).get(f"/accountability/people/{cast.phuc.user_id}/"))
    assert there in own
    assert as_officer(cast.thu).get(there).status_code == 404
    assert as_officer(cast.viet).get(there).status_code == 404


def test_a_head_who_has_left_is_still_asked_for_his_days(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    made = two_months(cast)
    new_head(cast, date(2022, 5, 9))
    hanh = as_officer(cast.hanh)
    said = {"about": f"p{cast.phuc.pk}"}
    assert hanh.post("/considerations/draft/?period=2022-05", said).status_code == 302
    one = Consideration.objects.get()
    days = {item["code"]: (item["days"], item["whole_days"]) for item in one.facts["items"]}
    assert days[made["may"].code] == (4, 10)
    assert (one.facts["now"]["late"], one.facts["now"]["days"]) == (1, 4), "excused days are not in"
    for wrong in ("", "u999999", f"u{cast.construction.pk}", "x1", "p" + "9" * 30):
        answer = hanh.post("/considerations/draft/?period=2022-05", {"about": wrong})
        assert "Hãy chọn tập thể hoặc cá nhân" in words(answer)


def test_a_collective_sees_what_was_decided_of_it(
    cast: Cast, at: datetime, as_officer: SignIn
) -> None:
    two_months(cast)
    one = submitted(cast, at)
    actions.decide_consideration(one, by=cast.son, at=at, outcome="none", answer="Đã khắc phục.")
    there = f"/considerations/{one.pk}/"
    assert as_officer(cast.phuc).get(there).status_code == 200
    assert as_officer(cast.viet).get(there).status_code == 404
    assert as_officer(cast.thu).get(there).status_code == 404


def test_it_is_printed_with_its_facts(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    made = two_months(cast)
    one = submitted(cast, at, cast.phuc)
    hanh = as_officer(cast.hanh)
    paper = docx.Document(io.BytesIO(hanh.get(f"/considerations/{one.pk}/paper/docx/").content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert any(made["may"].code in cell for cell in cells)
    assert "10/10" in cells
    pdf = hanh.get(f"/considerations/{one.pk}/paper/pdf/").content
    assert pdf.startswith(b"%PDF")
    assert hanh.get(f"/considerations/{one.pk}/paper/exe/").status_code == 404
