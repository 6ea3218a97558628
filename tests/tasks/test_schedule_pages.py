"""Schedules through their addresses: the Office lays out, leaders look, units see their part."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dondoc.agencies.models import Officer, Role
from dondoc.database.clock import day_of
from dondoc.documents.sheets import read_sheet
from dondoc.tasks import actions
from dondoc.tasks.models import Baseline, Dependency, Schedule, ScheduledTask, Task
from dondoc.tasks.schedules.outlook import Outlook
from tests.cast import Cast
from tests.tasks.plans import START, road, task_of

SignIn = Callable[[Officer], Client]
Road = tuple[Schedule, list[Task]]


@pytest.fixture
def plan(cast: Cast, at: datetime) -> Road:
    return road(cast, at)


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def there(schedule: Schedule, page: str = "") -> str:
    return f"/schedules/{schedule.pk}/{page}"


def test_the_office_sets_one_up_and_fills_it(cast: Cast, at: datetime, as_officer: SignIn) -> None:
    task = task_of(cast, at, "Đo đạc lại khu đất", "construction")
    task_of(cast, at, "Việc khác hẳn", "finance")
    binh = as_officer(cast.binh)
    made = binh.post("/schedules/set-up/", {"name": "Khu đất số 5", "start_on": "2022-03-16"})
    schedule = Schedule.objects.get()
    assert made["Location"] == there(schedule)
    found = words(binh.get(there(schedule, "add/?q=do dac")))
    assert "Đo đạc lại khu đất" in found
    assert "Việc khác hẳn" not in found
    binh.post(there(schedule, "add/"), {"tasks": [task.pk], "duration": "4"})
    assert ScheduledTask.objects.get().duration == 4
    wrong = binh.post(there(schedule, "add/"), {"tasks": [], "duration": "x"})
    assert "Hãy chọn ít nhất một nhiệm vụ" in words(wrong)
    assert 'value="x"' in words(wrong)


def test_what_is_missing_is_said_and_nothing_typed_is_lost(cast: Cast, as_officer: SignIn) -> None:
    answer = as_officer(cast.binh).post("/schedules/set-up/", {"name": "Có tên", "start_on": ""})
    assert "Hãy chọn ngày bắt đầu" in words(answer)
    assert 'value="Có tên"' in words(answer)


def test_the_page_shows_the_dates_of_the_rule(
    cast: Cast, at: datetime, plan: Road, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    schedule, tasks = plan
    actions.set_baseline(schedule, by=cast.binh, at=at)
    nam = as_officer(cast.nam)
    nam.get(there(schedule))
    with django_assert_max_num_queries(20):
        page = words(nam.get(there(schedule)))
    outlook = Outlook.of(schedule, day_of(at))
    for one in outlook.placed.values():
        assert f"{one.early_start:%d/%m/%Y}" in page
        assert f"{one.early_finish:%d/%m/%Y}" in page
    assert "3 việc nối nhau giữ ngày xong 25/03/2022" in page
    assert "Dự trữ 6 ngày" in page
    assert "đúng gốc so với gốc 25/03/2022" in page
    late = words(nam.get(there(schedule, f"?only=critical&unit={cast.finance.pk}")))
    assert tasks[1].content in late
    assert "1–1 trong 1 việc" in late


def test_a_slip_is_seen_before_anything_is_saved(
    cast: Cast, plan: Road, as_officer: SignIn
) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    page = words(binh.get(there(schedule, f"slip/?task={tasks[0].code}&days=7")))
    assert "25/03/2022 → 05/04/2022" in page
    assert "hạn 25/03/2022, sẽ xong 29/03/2022" in page
    assert "hạn 28/03/2022, sẽ xong 05/04/2022" in page
    assert "Việc bị đẩy theo" in page
    assert ScheduledTask.objects.filter(not_before=None).count() == 4
    by_words = words(binh.get(there(schedule, "slip/?task=thông báo cho&days=2")))
    assert "vẫn 25/03/2022" in by_words
    for query, said in (
        ("task=&days=7", "Hãy nhập mã việc"),
        (f"task={tasks[0].code}&days=0", "Số ngày chậm từ 1 trở lên"),
        ("task=không có&days=7", "Không có đúng một việc khớp"),
    ):
        assert said in words(binh.get(there(schedule, f"slip/?{query}")))


def test_a_slip_is_recorded_with_its_reason(cast: Cast, plan: Road, as_officer: SignIn) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    where = there(schedule, f"tasks/{tasks[0].code}/plan/")
    said = {"duration": "3", "not_before": "2022-03-25", "reason": ""}
    refused = binh.post(where, said)
    assert "Hãy nhập lý do" in words(refused)
    assert 'value="2022-03-25"' in words(refused)
    binh.post(where, said | {"reason": "Chờ bản vẽ"})
    assert ScheduledTask.objects.get(task=tasks[0]).not_before == date(2022, 3, 25)
    story = words(binh.get(f"/tasks/{tasks[1].code}/"))
    assert "Báo khó kịp hạn theo khung tiến độ" in story
    assert "Chờ bản vẽ" in story


def test_tasks_are_linked_by_code_or_by_words(cast: Cast, plan: Road, as_officer: SignIn) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    where = there(schedule, f"tasks/{tasks[3].code}/link/")
    binh.post(where, {"earlier": "khao sat tuyen", "kind": "SS", "lag": "2"})
    made = Dependency.objects.get(later__task=tasks[3])
    assert (made.earlier.task, made.type, made.lag) == (tasks[0], "SS", 2)
    for earlier, said in (
        ("", "Hãy nhập mã hoặc nội dung"),
        (tasks[3].code, "không thể chờ chính nó"),
        (tasks[2].code, "chờ nhau thành vòng"),
    ):
        answer = binh.post(where, {"earlier": earlier, "kind": "FS", "lag": ""})
        assert said in words(answer)
    offered = words(binh.get(there(schedule, "found/?earlier=tuyen duong")))
    assert f'<option value="{tasks[0].code}">' in offered
    binh.post(there(schedule, f"tasks/{tasks[3].code}/unlink/"), {"earlier": tasks[0].code})
    assert not Dependency.objects.filter(later__task=tasks[3]).exists()
    out = there(schedule, f"tasks/{tasks[3].code}/take-out/")
    assert "Hãy nhập lý do" in words(binh.post(out, {"reason": ""}))
    binh.post(out, {"reason": "Đã gộp"})
    assert not ScheduledTask.objects.filter(task=tasks[3]).exists()


def test_many_lines_are_laid_in_or_none(cast: Cast, plan: Road, as_officer: SignIn) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    where = there(schedule, "lay-in/")
    assert f"{tasks[1].code}; 5; {tasks[0].code}" in words(binh.get(where))
    text = f"{tasks[0].code}; 9\nXYZ-1; 2\n{tasks[1].code}; chín"
    refused = binh.post(where, {"text": text})
    assert "Dòng 2: không có nhiệm vụ mã “XYZ-1”" in words(refused)
    assert "Dòng 3: số ngày “chín”" in words(refused)
    assert text in words(refused)
    assert ScheduledTask.objects.get(task=tasks[0]).duration == 3
    ring = f"{tasks[0].code}; 3; {tasks[2].code}"
    assert "chờ nhau thành vòng" in words(binh.post(where, {"text": ring}))
    binh.post(where, {"text": f"{tasks[0].code}\t9\n{tasks[1].code}\t4\t{tasks[0].code} FF+1"})
    assert ScheduledTask.objects.get(task=tasks[0]).duration == 9
    assert Dependency.objects.get(later__task=tasks[1]).type == "FF"


def test_a_unit_sees_of_others_only_unit_and_days(
    cast: Cast, plan: Road, as_officer: SignIn
) -> None:
    schedule, tasks = plan
    xuan = as_officer(cast.xuan)
    pages = [
        "", "holders/", "chart/", f"slip/?task={tasks[1].code}&days=7", "take-away/json/",
        f"tasks/{tasks[1].code}/", "found/?q=khao sat", "slip/?task=khảo sát&days=7", "?rows=all",
    ]  # fmt: skip
    for page in pages:
        answer = words(xuan.get(there(schedule, page)))
        for hidden in (tasks[0], tasks[2], tasks[3]):
            assert hidden.code not in answer, page
            assert hidden.content not in answer, page
    assert tasks[1].content in words(xuan.get(there(schedule)))
    assert "Việc của đơn vị khác" in words(xuan.get(there(schedule)))
    sheet = read_sheet(xuan.get(there(schedule, "take-away/xlsx/")).content)
    assert [row[0] for row in sheet.rows if row[0]] == [tasks[1].code]
    assert tasks[0].content not in str(sheet.rows)
    assert xuan.get(there(schedule, f"tasks/{tasks[0].code}/")).status_code == 404
    stranger = as_officer(cast.minh)
    assert stranger.get(there(schedule)).status_code == 404


def test_units_look_and_do_not_touch(cast: Cast, plan: Road, as_officer: SignIn) -> None:
    schedule, tasks = plan
    hoa = as_officer(cast.hoa)
    for page in ("redraw/", "add/", "lay-in/", "set-baseline/", "close/"):
        assert hoa.get(there(schedule, page)).status_code == 404
        assert hoa.post(there(schedule, page)).status_code == 404
    for page in ("plan/", "take-out/"):
        said = {"duration": "9", "reason": "Muốn"}
        answer = hoa.post(there(schedule, f"tasks/{tasks[0].code}/{page}"), said)
        assert answer.status_code == 403
    assert ScheduledTask.objects.get(task=tasks[0]).duration == 3
    page = words(hoa.get(there(schedule)))
    assert "Đưa việc vào" not in page
    assert hoa.get("/schedules/set-up/").status_code == 404


def test_the_plan_is_frozen_redrawn_and_closed(cast: Cast, plan: Road, as_officer: SignIn) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    binh.post(there(schedule, "set-baseline/"), {"reason": "Kế hoạch 12/KH-UBND"})
    assert "Kế hoạch 12/KH-UBND" in words(binh.get(there(schedule, "baselines/")))
    binh.post(there(schedule, "redraw/"), {"name": "Tên mới", "start_on": "2022-03-21"})
    assert "Tên mới" in words(binh.get(there(schedule)))
    assert "chậm 3 ngày so với gốc 25/03/2022" in words(binh.get(there(schedule)))
    binh.post(there(schedule, "close/"), {"reason": "Xong kỳ họp"})
    closed = words(binh.get(there(schedule)))
    assert "Khung tiến độ đã khép" in closed
    assert tasks[0].content in closed
    assert Baseline.objects.count() == 2
    assert binh.get(there(schedule, "add/")).status_code == 404


def test_the_task_page_says_where_it_stands(
    cast: Cast, plan: Road, as_officer: SignIn, django_assert_max_num_queries: Any
) -> None:
    _, tasks = plan
    xuan = as_officer(cast.xuan)
    xuan.get(f"/tasks/{tasks[1].code}/")
    with django_assert_max_num_queries(34):
        page = words(xuan.get(f"/tasks/{tasks[1].code}/"))
    assert "Khung tiến độ" in page
    assert "Đường găng" in page
    assert "Sở Xây dựng" in page
    assert tasks[0].code not in page
    assert "Nếu chậm 7 ngày" in page


def test_the_chart_has_lanes_arrows_and_days_off(
    cast: Cast, at: datetime, plan: Road, as_officer: SignIn
) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    drawn = binh.get(there(schedule, "chart/")).json()
    lanes = [row["name"] for row in drawn["rows"] if row["kind"] == "lane"]
    assert lanes == ["Đường găng", "Sở Xây dựng", "Sở Tài chính"]
    bars = {row["code"]: row for row in drawn["rows"] if row["kind"] == "task"}
    assert bars[tasks[2].code]["milestone"]
    assert bars[tasks[1].code]["start"] == "2022-03-21"
    assert [tasks[0].pk, tasks[1].pk, "FS"] in drawn["links"]
    assert "2022-03-19" in drawn["off"]
    assert drawn["today"] == day_of(at).isoformat()
    shut = binh.get(there(schedule, "chart/?lanes=")).json()
    assert {row["kind"] for row in shut["rows"]} == {"lane"}


def test_what_is_taken_out_is_read_by_the_command(
    cast: Cast, at: datetime, plan: Road, as_officer: SignIn, tmp_path: Path
) -> None:
    schedule, tasks = plan
    binh = as_officer(cast.binh)
    file = tmp_path / "plan.json"
    file.write_bytes(binh.get(there(schedule, "take-away/json/")).content)
    command = [sys.executable, "-m", "dondoc", "critical-path", str(file), "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    by_code = {one["id"]: one for one in told["tasks"]}
    placed = Outlook.of(schedule, day_of(at)).placed
    assert by_code[tasks[1].code]["early_finish"] == placed[tasks[1].pk].early_finish.isoformat()
    sheet = read_sheet(binh.get(there(schedule, "take-away/xlsx/")).content)
    assert sheet.headers[:3] == ("Mã", "Việc", "Đơn vị")
    assert len(sheet.rows) == 4
    assert binh.get(there(schedule, "take-away/exe/")).status_code == 404


def test_everyone_finds_the_schedules_that_concern_them(
    cast: Cast, plan: Road, as_officer: SignIn
) -> None:
    schedule, _ = plan
    thi_dua = cast.seat(cast.office, Role.EMULATION_READER, "Thi đua", "Thi Đua")
    for officer in (cast.nam, cast.lan, cast.hoa, cast.xuan, thi_dua):
        page = words(as_officer(officer).get("/schedules/"))
        assert schedule.name in page
    assert schedule.name not in words(as_officer(cast.minh).get("/schedules/"))
    assert schedule.start_on == START
