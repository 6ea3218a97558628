"""Bringing tasks in: told first, all or nothing, and never twice."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dondoc.agencies.models import Alias, Officer
from dondoc.config.commands.import_ import command
from dondoc.documents.sheets import Sheet
from dondoc.journal.models import Entry
from dondoc.tasks import actions
from dondoc.tasks.filters import TaskFilter
from dondoc.tasks.importing import Outcome, Plan, bring_in, plan_import
from dondoc.tasks.importing.reading import read_lines
from dondoc.tasks.importing.template import COLUMNS, write_template
from dondoc.tasks.models import Task
from dondoc.tasks.queries import TaskList
from dondoc.tasks.sheets import write_tasks
from dondoc.workflow import NotPermitted, Refused
from tests.cast import Cast

SignIn = Callable[[Officer], Client]
E_OFFICE = (
    "Lãnh đạo chỉ đạo", "Ngày tạo", "Số nhiệm vụ", "Nhiệm vụ cha", "Nhiệm vụ", "Chủ trì",
    "Phối hợp", "Hạn xử lý",
)  # fmt: skip
GIVEN, DUE = date(2022, 2, 1), date(2022, 4, 15)
ROWS: list[tuple[Any, ...]] = [
    ("PCT Lê Nam", GIVEN, 101, None, "Rà soát quy hoạch", "Sở Xây dựng", "Sở Tài chính", DUE),
    ("PCT Lê Nam", GIVEN, 102, 101, "Lập phương án", "SXD", None, date(1970, 1, 1)),
    (None, GIVEN, 103, None, "Bản cũ", "Sở Xây dựng", None, DUE),
    (None, date(2022, 2, 9), 103, None, "Bản mới", "Sở Xây dựng", None, "20/04/2022"),
    (None, GIVEN, 104, None, "Chỉnh trang đô thị trên địa b…", "UBND quận Liên Ch…", None, DUE),
    (None, GIVEN, 105, None, "Đã quá hạn ở hệ thống cũ", "Sở Xây dựng", None, date(2022, 3, 1)),
    (None, GIVEN, 106, None, "Đơn vị lạ", "Sở Xây dưng và Kiến trúc", None, DUE),
    (None, GIVEN, 107, None, "Hạn không đọc được", "Sở Xây dựng", None, "cuối quý"),
    (None, GIVEN, 108, None, None, "Sở Xây dựng", None, DUE),
    (None, None, 109, None, "Hạn đã qua mà không biết ngày giao", "Sở Xây dựng", None, GIVEN),
]  # fmt: skip


def sheet(rows: list[tuple[Any, ...]], headings: tuple[str, ...] = E_OFFICE) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        table = book.add_worksheet("Văn bản")
        table.write_row(0, 0, headings)
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    table.write_datetime(at, column, cell, day)
                elif cell is not None:
                    table.write(at, column, cell)
    return file.getvalue()


@pytest.fixture
def city(cast: Cast) -> Cast:
    """The city with the units and people the sheets speak of."""
    assert all((cast.construction, cast.finance, cast.district, cast.nam, cast.binh))
    return cast


def planned(cast: Cast, content: bytes, today: date = date(2022, 3, 16)) -> Plan:
    return plan_import(content, issuer=cast.city, officer=cast.binh, today=today)


def told(plan: Plan) -> dict[str, tuple[str, str]]:
    return {row.line.number: (row.outcome, "; ".join(row.words)) for row in plan.rows}


def test_every_row_is_judged_before_anything_is_done(city: Cast) -> None:
    plan = planned(city, sheet(ROWS))
    outcomes = [str(row.outcome) for row in plan.rows]
    assert outcomes == [
        "new", "new", "skipped", "new", "new", "new", "unmatched", "skipped", "skipped", "skipped",
    ]  # fmt: skip
    words = ["; ".join(row.words) for row in plan.rows]
    for at, said in {
        1: "01/01/1970 hiểu là không có", 2: "trùng với dòng 5", 4: "bị cắt, hiểu là UBND quận",
        5: "nhập vào là quá hạn", 6: "không khớp đơn vị nào", 7: "không đọc được thời hạn",
        8: "không có nội dung", 9: "trước ngày giao",
    }.items():  # fmt: skip
        assert said in words[at], (at, words[at])
    assert "nội dung bị cắt" in words[4]
    assert list(plan.unmatched) == ["Sở Xây dưng và Kiến trúc"]
    assert plan.unmatched["Sở Xây dưng và Kiến trúc"][0] == city.construction  # the nearest first
    assert not Task.objects.exists()


def test_new_rows_become_tasks_by_the_move_assign(city: Cast, at: datetime) -> None:
    made = bring_in(planned(city, sheet(ROWS)), by=city.binh, at=at)
    first, second = Task.objects.get(external_number="101"), Task.objects.get(external_number="102")
    assert len(made) == 5
    assert (first.lead, first.leader, first.due_on) == (city.construction, city.nam, DUE)
    assert [s.agency for s in first.supports.all()] == [city.finance]
    assert (second.due_on, second.parent) == (None, first)
    assert Task.objects.get(external_number="103").content == "Bản mới"
    late = Task.objects.get(external_number="105")
    assert list(Task.objects.overdue(at)) == [late]
    entry = Entry.objects.about(first).get()
    assert (entry.verb, entry.recorded_at, entry.claimed_on) == ("task.assign", at, GIVEN)
    assert first.assigned_at == at
    log = Entry.objects.about(city.binh).order_by("-seq")[0]
    assert (log.verb, log.said["made"]) == ("filing.import_tasks", 5)


def test_the_same_sheet_again_brings_nothing(city: Cast, at: datetime) -> None:
    content = sheet(ROWS)
    bring_in(planned(city, content), by=city.binh, at=at)
    again = planned(city, content)
    assert again.counts[Outcome.NEW] == 0
    assert again.counts[Outcome.KNOWN] == 5
    assert bring_in(again, by=city.binh, at=at) == []
    assert Task.objects.count() == 5


def test_rows_without_a_number_are_known_by_what_they_say(city: Cast, at: datetime) -> None:
    headings = ("Nhiệm vụ (*)", "Chủ trì (*)", "Hạn xử lý")
    content = sheet([("Sửa cầu", "Sở Xây dựng", DUE)] * 2, headings)
    assert [row.outcome for row in planned(city, content).rows] == ["new", "skipped"]
    bring_in(planned(city, content), by=city.binh, at=at)
    assert planned(city, content).counts[Outcome.KNOWN] == 1


def test_children_before_their_parents_and_circles_come_in_too(city: Cast, at: datetime) -> None:
    rows = [
        (None, None, 2, 1, "Con", "Sở Xây dựng", None, None),
        (None, None, 1, None, "Cha", "Sở Xây dựng", None, None),
        (None, None, 8, 9, "Vòng 8", "Sở Xây dựng", None, None),
        (None, None, 9, 8, "Vòng 9", "Sở Xây dựng", None, None),
    ]
    bring_in(planned(city, sheet(rows)), by=city.binh, at=at)
    assert Task.objects.get(content="Con").parent == Task.objects.get(content="Cha")
    assert Task.objects.filter(content__startswith="Vòng", parent=None).count() == 1


def test_nothing_is_half_imported(
    city: Cast, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planned(city, sheet(ROWS))
    assign, seen = actions.assign, []

    def refuse_the_third(*args: Any, **kwargs: Any) -> Task:
        seen.append(1)
        if len(seen) == 3:
            raise Refused("Không được.")
        return assign(*args, **kwargs)

    monkeypatch.setattr(actions, "assign", refuse_the_third)
    with pytest.raises(Refused, match=r"Dòng \d+: Không được. Chưa nhập dòng nào."):
        bring_in(plan, by=city.binh, at=at)
    assert not Task.objects.exists()


def test_only_who_may_give_tasks_brings_them_in(city: Cast, at: datetime) -> None:
    with pytest.raises(NotPermitted):
        bring_in(planned(city, sheet(ROWS)), by=city.hoa, at=at)
    assert not Task.objects.exists()


def exported(officer: Officer, at: datetime) -> bytes:
    file = BytesIO()
    write_tasks(TaskList(TaskFilter(), officer, at), [], file)
    return file.getvalue()


def test_an_exported_list_comes_back_without_touching_its_headings(
    city: Cast, at: datetime
) -> None:
    bring_in(planned(city, sheet(ROWS)), by=city.binh, at=at)
    plan = planned(city, exported(city.binh, at))
    assert plan.counts == {
        Outcome.NEW: 0, Outcome.KNOWN: 5, Outcome.CHANGED: 0, Outcome.UNMATCHED: 0,
        Outcome.SKIPPED: 0,
    }  # fmt: skip


def test_an_edited_export_corrects_words_but_never_deadlines(city: Cast, at: datetime) -> None:
    from dondoc.documents.sheets import read_sheet

    bring_in(planned(city, sheet(ROWS[:1])), by=city.binh, at=at)
    [task] = Task.objects.all()
    read = read_sheet(exported(city.binh, at))
    row = list(read.rows[0])
    row[2], row[10] = "Rà soát toàn bộ quy hoạch", date(2022, 12, 31)
    plan = planned(city, sheet([tuple(row)], read.headers))
    assert plan.counts[Outcome.CHANGED] == 1
    bring_in(plan, by=city.binh, at=at)
    task.refresh_from_db()
    assert task.content == "Rà soát quy hoạch"
    bring_in(plan, by=city.binh, at=at, revise=True)
    task.refresh_from_db()
    assert (task.content, task.due_on) == ("Rà soát toàn bộ quy hoạch", DUE)
    assert [s.agency for s in task.supports.all()] == [city.finance]


def test_a_sheet_without_the_needed_columns_is_refused_in_words() -> None:
    with pytest.raises(Refused, match=r"Không thấy cột “Chủ trì”\. Các cột đọc được: A, Nhiệm vụ"):
        read_lines(Sheet(("A", "Nhiệm vụ", "B"), (), 2))


def test_the_template_is_read_by_the_import() -> None:
    from dondoc.documents.sheets import read_sheet

    file = BytesIO()
    write_template(file)
    read = read_sheet(file.getvalue())
    assert read.headers == tuple(name for name, _, _ in COLUMNS)
    assert read_lines(read) == []


def test_the_office_previews_explains_names_and_confirms(
    city: Cast, at: datetime, as_officer: SignIn
) -> None:
    client = as_officer(city.binh)
    assert client.get("/tasks/import/").status_code == 200
    assert client.get("/tasks/import/template/").status_code == 200
    upload = SimpleUploadedFile("cu.xlsx", sheet(ROWS))
    answer = client.post("/tasks/import/", {"file": upload, "idempotency_key": "khoa-so-mot"})
    html = answer.content.decode()
    assert "Nhập 5 nhiệm vụ mới" in html
    assert "Sở Xây dưng và Kiến trúc" in html
    assert not Task.objects.exists()
    sha256 = html.split('name="sha256" value="')[1].split('"')[0]
    names = {"sha256": sha256, "name_0": city.construction.pk, "idempotency_key": "khoa-so-hai"}
    html = client.post("/tasks/import/names/", names).content.decode()
    assert "Nhập 6 nhiệm vụ mới" in html
    assert Alias.objects.get().agency == city.construction
    confirm = {"sha256": sha256, "idempotency_key": "khoa-so-ba"}
    answer = client.post("/tasks/import/confirm/", confirm)
    assert (answer.status_code, Task.objects.count()) == (302, 6)
    client.post("/tasks/import/confirm/", confirm)
    assert Task.objects.count() == 6


def test_a_file_that_is_no_sheet_is_refused_on_the_form(city: Cast, as_officer: SignIn) -> None:
    upload = SimpleUploadedFile("cu.xlsx", b"khong phai bang tinh")
    answer = as_officer(city.binh).post("/tasks/import/", {"file": upload})
    assert answer.status_code == 422
    assert "Chưa gửi được" in answer.content.decode()


def test_the_import_is_not_there_for_units(city: Cast, as_officer: SignIn) -> None:
    for address in ("/tasks/import/", "/tasks/import/template/"):
        assert as_officer(city.hoa).get(address).status_code == 404


@pytest.fixture
def run(
    city: Cast, at: datetime, tmp_path: Path, clock_at: Callable[[datetime], None]
) -> Callable[..., Any]:
    clock_at(at)
    file = tmp_path / "cu.xlsx"
    file.write_bytes(sheet(ROWS))

    def run(*options: str, who: str = "phạmbình") -> Any:
        asked = [str(file), "--committee", city.city.name, "--as", who, *options]
        return CliRunner().invoke(command, asked)

    return run


def test_the_command_previews_refuses_and_imports(city: Cast, run: Callable[..., Any]) -> None:
    seen = run("--dry-run")
    assert seen.exit_code == 0, seen.output
    assert "Xem trước, chưa nhập gì" in seen.output
    assert "có thể là: Sở Xây dựng" in seen.output
    assert run().exit_code == 1
    assert not Task.objects.exists()
    done = json.loads(run("--partial", "--format", "json").stdout)
    assert len(done["made"]) == Task.objects.count() == 5
    assert done["counts"]["unmatched"] == 1
    again = json.loads(run("--partial", "--format", "json").stdout)
    assert again["made"] == []


def test_the_command_says_who_and_what_it_does_not_know(run: Callable[..., Any]) -> None:
    assert "không giữ chức vụ" in run(who="ai-do").output
    result = CliRunner().invoke(command, ["khong-co.xlsx", "--committee", "A", "--as", "b"])
    assert (result.exit_code, "Không thấy tệp" in result.output) == (1, True)


def test_sheets_left_behind_are_swept_and_are_their_officers_own(
    city: Cast, at: datetime, settings: Any, tmp_path: Path
) -> None:
    from dondoc.tasks.importing.waiting import keep, take

    settings.HOME = tmp_path
    sha256 = keep(b"mot", city.binh, at)
    assert take(sha256, city.binh) == b"mot"
    with pytest.raises(Refused, match="không còn"):
        take(sha256, city.lan)
    with pytest.raises(Refused):
        take("../../secret", city.binh)
    keep(b"hai", city.binh, at + timedelta(days=36500))
    with pytest.raises(Refused):
        take(sha256, city.binh)
