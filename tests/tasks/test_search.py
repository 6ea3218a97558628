"""Searching tasks and documents, with accents and without."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.documents.models import Document
from dondoc.rules.folding import fold
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due, Source
from dondoc.tasks.models import Task
from tests.cast import Cast

Give = Callable[..., Task]


@pytest.fixture
def give(cast: Cast, at: datetime) -> Give:
    def give(content: str, hours: int = 0, **facts: object) -> Task:
        facts = {"lead": cast.construction, "due": Due()} | facts
        moment = at + timedelta(hours=hours)
        return actions.assign(cast.city, by=cast.binh, at=moment, content=content, **facts)

    return give


def found(typed: str) -> list[str]:
    rows = Task.objects.search(typed).order_by("-as_written", "-assigned_at", "-pk")
    return [task.content for task in rows]


def test_marks_may_be_left_out_and_rank_first_when_typed(give: Give) -> None:
    give("Sửa chữa đường Điện Biên Phủ")
    give("Khảo sát năng lượng âm dương", hours=1)
    give("Nạo vét kênh", hours=2)
    folded = ["Khảo sát năng lượng âm dương", "Sửa chữa đường Điện Biên Phủ"]
    assert found("duong") == folded
    assert found("đường") == folded[::-1]
    assert found("ĐƯỜNG") == folded[::-1]
    assert found("dương") == folded


def test_all_words_must_be_there_and_the_last_may_be_only_begun(give: Give) -> None:
    give("Giải phóng mặt bằng tuyến vành đai")
    assert found("mat bang giai pho") == ["Giải phóng mặt bằng tuyến vành đai"]
    assert found("giai pho mat") == []
    assert found("vành đ") == ["Giải phóng mặt bằng tuyến vành đai"]


def test_words_typed_decomposed_are_the_same_words(give: Give) -> None:
    import unicodedata

    give(unicodedata.normalize("NFD", "Sửa chữa đường"))
    assert found(unicodedata.normalize("NFD", "đường")) == ["Sửa chữa đường"]
    assert Task.objects.search("đường").get().as_written


def test_code_lead_and_document_number_find_the_task(cast: Cast, give: Give, at: datetime) -> None:
    document = Document.objects.create(committee=cast.city, number="2606/UBND-KSTT", arrived_at=at)
    task = give("Rà soát", source=Source(document))
    for typed in (task.code, "so xay dung", "2606/UBND-KSTT", "2606"):
        assert found(typed) == ["Rà soát"], typed


def test_what_is_corrected_is_found_by_its_new_words_only(cast: Cast, give: Give) -> None:
    task = give("Sửa cầu")
    actions.revise(
        task, by=cast.binh, at=task.assigned_at, content="Sửa kè", supporting=[], reason="Nhầm"
    )
    assert (found("cau"), found("ke")) == ([], ["Sửa kè"])
    Task.objects.filter(pk=task.pk).update(content="Sửa cống", search=fold("Sửa cống"))
    assert (found("ke"), found("cong")) == ([], ["Sửa cống"])


def test_a_task_given_to_another_unit_is_found_by_the_new_name(cast: Cast, give: Give) -> None:
    task = give("Sửa cầu")
    actions.return_to_assigner(task, by=cast.khoa, at=task.assigned_at, reason="Không thuộc Sở")
    actions.reassign(task, by=cast.binh, at=task.assigned_at, lead=cast.finance)
    assert (found("xay dung"), found("tai chinh")) == ([], ["Sửa cầu"])


HOSTILE = [
    '"', "'", "*", "a*b", 'a" OR "b', "NEAR(a b)", "NOT a", "a AND", "(", "content:a", "^a",
    "a\x00b", "\\", "%", "_", "-a", "x" * 10_000, "đ " * 5_000, "' OR 1=1 --", "²", "🙂",
    "a.b+c[", "\ud7ff",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_no_query_is_too_hostile(give: Give, typed: str) -> None:
    give("Rà soát")
    list(Task.objects.search(typed).order_by("-as_written"))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_no_query_at_all_raises(db: None, typed: str) -> None:
    list(Task.objects.search(typed).order_by("-as_written"))


def test_signs_alone_find_nothing(give: Give) -> None:
    give("Rà soát")
    assert found('"*" -') == []


def test_the_words_table_agrees_with_the_tasks(give: Give) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps its index itself")
    give("Rà soát")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO tasks_task_words(tasks_task_words) VALUES ('integrity-check')")
