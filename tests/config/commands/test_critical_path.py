"""`dondoc critical-path`: a plan kept in a file, told with its critical path."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dondoc.__main__ import words
from dondoc.config.commands.cli import Failed

A = {"id": "A", "duration": 3}
B = {"id": "B", "duration": 2, "after": [{"id": "A"}]}
PLAN = {
    "start": "2026-01-03",
    "weekend": [5, 6],
    "days_off": ["2026-01-07"],
    "work_days": ["2026-01-10"],
    "tasks": [
        A, B,
        {"id": "C", "duration": 2, "after": [{"id": "A", "type": "SS", "lag": 1}]},
        {"id": 4, "duration": 1, "after": [{"id": "B", "type": "FF"}, {"id": "C", "lag": -1}]},
    ],
}  # fmt: skip


def ask(file: Path, *options: str) -> Result:
    return CliRunner().invoke(words, ["critical-path", str(file), *options], standalone_mode=False)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "ke-hoach.json"
    file.write_text(json.dumps(PLAN))
    return file


def test_programs_read_first_and_last_days_and_slack(plan: Path) -> None:
    told = json.loads(ask(plan, "--json").stdout)
    names = (
        "id", "early_start", "early_finish", "late_start", "late_finish",
        "total_slack", "free_slack", "critical",
    )  # fmt: skip
    assert told["finish"] == "2026-01-10"
    assert [tuple(task) for task in told["tasks"]] == [names] * 4
    assert [tuple(task.values()) for task in told["tasks"]] == [
        ("A", "2026-01-05", "2026-01-08", "2026-01-05", "2026-01-08", 0, 0, True),
        ("B", "2026-01-09", "2026-01-10", "2026-01-09", "2026-01-10", 0, 0, True),
        ("C", "2026-01-06", "2026-01-08", "2026-01-09", "2026-01-10", 2, 2, False),
        (4, "2026-01-10", "2026-01-10", "2026-01-10", "2026-01-10", 0, 0, True),
    ]


def test_people_read_a_table_and_the_chain(plan: Path) -> None:
    said = ask(plan).stdout
    assert "Hoàn thành: 10/01/2026\nĐường găng: A → B → 4" in said
    line = next(line for line in said.splitlines() if line.startswith("C"))
    assert line.split() == ["C", "06/01/2026", "08/01/2026", "09/01/2026", "10/01/2026", "2", "2"]
    assert said.splitlines()[1].endswith("găng")


def test_weekend_days_off_and_dependencies_may_be_left_out(tmp_path: Path) -> None:
    file = tmp_path / "ngan.json"
    file.write_text('\ufeff{"start": "2026-01-09", "tasks": [{"id": "Khảo sát", "duration": 2}]}')
    told = json.loads(ask(file, "--json").stdout)
    assert told["tasks"][0]["id"] == "Khảo sát"
    assert told["finish"] == "2026-01-12"
    file.write_text('{"start": "2026-01-09", "weekend": [], "tasks": [{"id": 1, "duration": 2}]}')
    assert json.loads(ask(file, "--json").stdout)["finish"] == "2026-01-10"
    file.write_text('{"start": "2026-01-09", "tasks": []}')
    assert json.loads(ask(file, "--json").stdout) == {"finish": None, "tasks": []}
    assert "chưa có việc nào" in ask(file).stdout


def task(**said: Any) -> dict[str, Any]:
    return PLAN | {"tasks": [A, B | said]}


def waits(**said: Any) -> dict[str, Any]:
    return task(after=[{"id": "A"} | said])


HUGE = 10**7
BAD = [
    ([], "Cả tệp phải là một đối tượng"),
    ({}, "Tệp thiếu “start”"),
    ({"start": "2026-01-05"}, "Tệp thiếu “tasks”"),
    (PLAN | {"tasks": {}}, "“tasks” phải là một danh sách"),
    (PLAN | {"tasks": ["A"]}, "Mỗi việc trong “tasks” phải là một đối tượng"),
    (PLAN | {"tasks": [{"duration": 1}]}, "Một việc thiếu “id”"),
    (PLAN | {"tasks": [{"id": "A"}]}, "Việc “A” thiếu “duration”"),
    *[
        (PLAN | {"start": day}, "“start”: có chỗ không phải ngày")
        for day in (None, 20260105, "20260105", "2026-W02-1", "2026-02-30", "05/01/2026", "", [])
    ],
    (PLAN | {"days_off": ["2026-02-29"]}, "“days_off”: có chỗ không phải ngày"),
    (PLAN | {"days_off": "2026-02-28"}, "“days_off” phải là một danh sách"),
    (PLAN | {"work_days": [None]}, "“work_days”: có chỗ không phải ngày"),
    (PLAN | {"weekend": [7]}, "“weekend” phải là số nguyên từ 0 đến 6"),
    (PLAN | {"weekend": ["CN"]}, "“weekend” phải là số nguyên từ 0 đến 6"),
    (PLAN | {"weekend": None}, "“weekend” phải là một danh sách"),
    (PLAN | {"weekend": list(range(7))}, "Hãy xem lại “weekend”"),
    (PLAN | {"weekend": list(range(7)), "work_days": []}, "không còn ngày làm việc nào"),
    *[
        (task(duration=length), "Việc “B”: “duration” phải là số nguyên từ 1 đến 100000")
        for length in (0, -1, 1.5, 2.0, "2", None, True, [], HUGE, 10**400)
    ],
    *[
        (waits(lag=lag), "Việc “B”: “lag” phải là số nguyên")
        for lag in (0.5, "1", None, False, HUGE, -HUGE)
    ],
    *[
        (waits(type=kind), "Việc “B”: “type” phải là FS, SS, FF")
        for kind in ("SF", "fs", "", None, 1, ["FS"], {})
    ],
    (task(after=[{"id": "Z"}]), "Việc “B” chờ việc “Z” không có ở đây. Hãy"),
    (task(after=["A"]), "Việc “B”: mỗi liên kết trong “after” phải là một đối tượng"),
    (task(after=[{}]), "Việc “B”: một liên kết thiếu “id”"),
    (task(after="A"), "Việc “B”: “after” phải là một danh sách"),
    *[
        (task(id=own), "“id” phải là")
        for own in (None, True, 1.5, "", [], {}, "x" * 201, "a\nb", "\ud800", 10**30)
    ],
    (task(id="A"), "Có hai việc cùng mã “A”"),
    (
        PLAN | {"tasks": [A | {"after": [{"id": "B"}]}, B]},
        "Các việc chờ nhau thành vòng: A → B → A. Hãy bỏ một liên kết.",
    ),
    (
        PLAN | {"tasks": [{"id": n, "duration": 100_000, "after": [{"id": n - 1}] if n else []}
                          for n in range(30)]},
        "ra ngoài các năm 1 đến 9999. Hãy xem lại",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("said", "words"), BAD)
def test_a_bad_plan_is_refused_in_one_line_that_says_what_to_do(
    said: Any, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "sai.json"
    file.write_text(json.dumps(said))
    error = ask(file, "--json").exception
    assert isinstance(error, Failed)
    assert words in error.message
    assert "Hãy" in error.message
    assert "\n" not in error.message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không phải JSON (dòng 1, cột 1)"),
        (b'{"start": "2026-01-05",\n "tasks": [}', "không phải JSON (dòng 2, cột 12)"),
        (b"\xff\xfe\x00", "không phải JSON"),
        ("“start”".encode("cp1258", "ignore") + b"\x93", "không phải JSON"),
        (b"[" * 100_000, "không phải JSON"),
        (b'{"start": ' + b"9" * 5000 + b"}", "không phải JSON"),
        (b'{"start": NaN, "tasks": Infinity}', "“start”: có chỗ không phải ngày"),
    ],
)
def test_what_is_no_json_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "sai.json"
    file.write_bytes(content)
    error = ask(file).exception
    assert isinstance(error, Failed)
    assert words in error.message
    assert "Hãy" in error.message


def test_at_the_command_line_the_refusal_goes_to_standard_error(tmp_path: Path, plan: Path) -> None:
    def run(file: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dondoc", "critical-path", str(file), "--json"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run(plan).returncode == 0
    for missing in (tmp_path / "khong-co.json", tmp_path):
        done = run(missing)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"Lỗi: {missing}: không thấy tệp này. Hãy kiểm tra đường dẫn.\n"


def test_it_opens_neither_django_nor_a_database(plan: Path) -> None:
    look = (
        "import sys; from dondoc.__main__ import words; words.main(['critical-path', sys.argv[1]],"
        " standalone_mode=False); assert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", look, str(plan)], check=True, capture_output=True)
