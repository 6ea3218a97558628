"""The ladder of a committee: read by all, set by the head of its Office, walked by its days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.agencies.models import Agency, CommitteeRules, Officer
from dondoc.journal.models import Entry
from dondoc.rules.ladder import DEFAULT, Hearer
from dondoc.tasks import actions as task_actions
from dondoc.tasks.actions.assigning import Due
from dondoc.tasks.models import Task
from dondoc.urging.actions import set_ladder
from dondoc.urging.forms import SetLadderForm
from dondoc.urging.models import Ladder
from dondoc.urging.queries import counts_by_step, standing_of
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast
from tests.notifications.test_reminding import seven

SignIn = Callable[[Officer], Client]


def typed(committee: Agency) -> dict[str, Any]:
    """The edit page as it is given, ready to be sent back."""
    form = SetLadderForm(steps=Ladder.of(committee))
    values = {name: field.initial for name, field in form.fields.items()}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


def given(
    cast: Cast, due: date | None, *, star: bool = False, on: date = date(2022, 3, 20)
) -> Task:
    task = task_actions.assign(
        cast.city, by=cast.binh, at=seven(on), lead=cast.construction, content="Rà soát quy hoạch",
        due=Due(due),
    )  # fmt: skip
    if star:
        task_actions.star(task, by=cast.binh, at=seven(on), reason="Trọng tâm")
    return task


def test_everyone_reads_what_happens_when_and_to_whom(cast: Cast, as_officer: SignIn) -> None:
    for officer in (cast.hoa, cast.tam, cast.nam, cast.dung, cast.quyen):
        page = as_officer(officer).get(reverse("urging:ladder")).content.decode()
        assert "3 ngày làm việc trước hạn" in page
        assert "5 ngày làm việc trước hạn" in page  # starred
        assert "Khẩn" in page
        assert "còn 5 ngày làm việc trở xuống hoặc đã qua 80 % thời gian" in page


def test_the_page_of_the_ladder_asks_few_questions(
    cast: Cast, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    client = as_officer(cast.hoa)
    with django_assert_max_num_queries(12):
        client.get(reverse("urging:ladder"))


def test_only_the_head_of_the_office_and_the_administrator_set_it(
    cast: Cast, as_officer: SignIn
) -> None:
    for officer in (cast.binh, cast.hoa, cast.khoa, cast.nam):
        assert as_officer(officer).get(reverse("urging:set_ladder")).status_code == 404
        with pytest.raises(NotPermitted):
            set_ladder(cast.city, by=officer, at=seven(date(2022, 3, 1)), steps=DEFAULT)
    for officer in (cast.lan, cast.quyen):
        assert as_officer(officer).get(reverse("urging:set_ladder")).status_code == 200


def test_the_head_of_the_office_moves_a_step_and_adds_one_and_it_is_on_record(
    cast: Cast, as_officer: SignIn
) -> None:
    client = as_officer(cast.lan)
    said = typed(cast.city) | {
        "before_due-remind-n": "4", "on_due-head-hearers": ["head", "executor"],
        "new-when": "after_due", "new-n": "3", "new-hearers": ["leader"],
    }  # fmt: skip
    del said["share-half-active"]
    answer = client.post(reverse("urging:set_ladder"), said)
    assert answer.status_code == 302
    steps = {one.key: one for one in Ladder.of(cast.city)}
    assert steps["before_due.remind"].n == 4
    assert not steps["share.half"].active
    assert steps["after_due.own1"].hearers == (Hearer.LEADER,)
    assert set(steps["on_due.head"].hearers) == {Hearer.HEAD, Hearer.EXECUTOR}
    entry = Entry.objects.get(verb="agency.set_ladder")
    assert entry.actor_name == "Trần Lan"
    assert len(entry.said["steps"]) == len(DEFAULT) + 1
    page = client.get(reverse("urging:ladder")).content.decode()
    assert "3 ngày làm việc sau hạn" in page.lower()
    assert "một nửa thời gian" not in page
    again = typed(cast.city) | {"after_due-own1-drop": "1"}
    client.post(reverse("urging:set_ladder"), again)
    assert "after_due.own1" not in {one.key for one in Ladder.of(cast.city)}


@pytest.mark.parametrize(
    ("typed_in", "words"),
    [
        ({"before_due-remind-n": "0"}, "từ 1 đến 60"),
        ({"before_due-remind-n": "ba"}, "Nhập một số"),
        ({"before_due-remind-n": "-3"}, "lớn hơn hoặc bằng với 0"),
        ({"before_due-remind-n": "1"}, "cùng một ngày"),
        ({"after_due-slip-starred_earlier": "7"}, "tối đa 6 ngày"),
        ({"before_due-remind-hearers": []}, "ít nhất một người"),
        ({"before_due-remind-hearers": ["chairman"]}, "chairman"),
        ({"new-when": "before_due", "new-hearers": ["head"]}, "từ 1 đến 60"),
    ],
)
def test_what_makes_no_ladder_is_refused_in_words_and_nothing_typed_is_lost(
    cast: Cast, as_officer: SignIn, typed_in: dict[str, Any], words: str
) -> None:
    client = as_officer(cast.lan)
    kept = {"share-half-n": "41"}
    answer = client.post(reverse("urging:set_ladder"), typed(cast.city) | kept | typed_in)
    page = answer.content.decode()
    assert words in page
    assert 'value="41"' in page
    assert not Ladder.objects.exists()


def test_a_step_of_the_house_cannot_be_left_out_nor_named_twice(cast: Cast) -> None:
    said = {"by": cast.lan, "at": seven(date(2022, 3, 1))}
    with pytest.raises(Refused, match="mặc định"):
        set_ladder(cast.city, steps=DEFAULT[1:], **said)
    with pytest.raises(Refused, match="trùng mã"):
        set_ladder(cast.city, steps=[*DEFAULT, DEFAULT[0]], **said)
    with pytest.raises(Refused, match="Chỉ UBND"):
        set_ladder(cast.construction, by=cast.quyen, at=said["at"], steps=DEFAULT)


def steps_of(cast: Cast, today: date) -> dict[int, str]:
    return dict(standing_of(cast.city, seven(today)).values_list("pk", "step"))


def test_each_task_stands_on_the_highest_step_it_has_reached(cast: Cast) -> None:
    calm = given(cast, date(2022, 5, 30))
    near, starred = given(cast, date(2022, 4, 20)), given(cast, date(2022, 4, 22), star=True)
    today, late = given(cast, date(2022, 4, 15)), given(cast, date(2022, 4, 14))
    seven_late = given(cast, date(2022, 4, 5))
    starred_late = given(cast, date(2022, 4, 7), star=True)
    silent = given(cast, None, on=date(2022, 2, 1))
    assert steps_of(cast, date(2022, 4, 15)) == {
        near.pk: "before_due.remind", starred.pk: "before_due.remind", today.pk: "on_due.head",
        late.pk: "after_due.office", seven_late.pk: "after_due.slip",
        starred_late.pk: "after_due.slip", silent.pk: "silence.stale",
    }  # fmt: skip
    assert calm.pk not in steps_of(cast, date(2022, 4, 15))


def test_every_count_of_a_step_is_the_length_of_its_list(cast: Cast) -> None:
    for day in (1, 5, 6, 14, 15, 20):
        given(cast, date(2022, 4, day))
    at = seven(date(2022, 4, 15))
    counts = counts_by_step(cast.city, at)
    assert sum(counts.values()) == standing_of(cast.city, at).count()
    for step, count in counts.items():
        assert standing_of(cast.city, at).filter(step=step).count() == count


def test_what_was_submitted_recalled_or_accepted_stands_on_no_step(cast: Cast) -> None:
    submitted, recalled = given(cast, date(2022, 4, 5)), given(cast, date(2022, 4, 5))
    task_actions.submit(
        submitted, by=cast.hoa, at=seven(date(2022, 4, 1)), narrative="Đã trình Tờ trình số 15."
    )
    task_actions.recall(recalled, by=cast.lan, at=seven(date(2022, 4, 1)), reason="Hết cần")
    assert steps_of(cast, date(2022, 4, 15)) == {}


def test_a_step_that_is_off_is_not_stood_on(cast: Cast, at: datetime) -> None:
    late = given(cast, date(2022, 4, 5))
    off = [replace(one, active=one.key != "after_due.slip") for one in DEFAULT]
    set_ladder(cast.city, by=cast.lan, at=at, steps=off)
    assert steps_of(cast, date(2022, 4, 15)) == {late.pk: "after_due.office"}


def test_the_days_of_silence_are_those_of_the_regulation(cast: Cast) -> None:
    CommitteeRules.objects.create(committee=cast.city, stale_days=10)
    quiet = given(cast, None, on=date(2022, 3, 1))
    assert steps_of(cast, date(2022, 3, 11)) == {}
    assert steps_of(cast, date(2022, 3, 12)) == {quiet.pk: "silence.stale"}
