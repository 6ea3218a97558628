"""The operator's words, each run as he runs them, in a home of its own on SQLite."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dondoc.config.filesystem import NETWORKED, file_system_of

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    def word(*words: str, home: Path = home, typed: str = "") -> subprocess.CompletedProcess[str]:
        env = {k: v for k, v in os.environ.items() if k != "DONDOC_DATABASE_URL"}
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "dondoc", *words],
            env=env | {"DONDOC_HOME": str(home)}, input=typed, capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    return word


@pytest.fixture
def begun(run: Run) -> Run:
    """An Office that has just begun: a committee and its administrator."""
    made = run(
        "committee", "create", "UBND xã Hòa Tiến", "--kind", "commune", "--place", "Hòa Tiến"
    )
    assert made.returncode == 0, made.stderr
    return run


def test_an_office_without_a_programmer_can_begin(begun: Run, home: Path) -> None:
    early = begun("committee", "create", "UBND xã Hòa Tiến", "--kind", "commune", "--place", "X")
    assert early.returncode == 1
    assert "Đã có" in early.stderr
    made = begun("admin", "create", "--username", "quantri", "--name", "Lý Quyên")
    assert made.returncode == 0, made.stderr
    assert "Mật khẩu dùng một lần: " in made.stdout
    with sqlite3.connect(home / "dondoc.sqlite3") as database:
        rows = list(database.execute("SELECT must_change_password, password FROM accounts_user"))
    assert rows[0][0] == 1
    assert rows[0][1].startswith("argon2")
    again = begun("admin", "create", "--username", "QuanTri", "--name", "Người khác")
    assert (again.returncode, "đã có người dùng" in again.stderr) == (1, True)
    demo = begun("demo")
    assert (demo.returncode, "đã có dữ liệu" in demo.stderr) == (1, True)


def test_there_is_no_administrator_without_a_committee(run: Run) -> None:
    run("check")
    assert run("committee", "create", "X", "--kind", "sai", "--place", "X").returncode == 2
    wrong = run(
        "committee", "create", "UBND xã X", "--kind", "commune", "--place", "X",
        "--identifier", "SAI",
    )  # fmt: skip
    assert (wrong.returncode, "QĐ 20/2020" in wrong.stderr) == (1, True)
    done = run("admin", "create", "--username", "quantri", "--name", "Lý Quyên")
    assert (done.returncode, "committee create" in done.stderr) == (1, True)


def test_check_says_what_is_wrong_and_exits_so(begun: Run, home: Path) -> None:
    begun("admin", "create", "--username", "quantri", "--name", "Lý Quyên")
    sound = begun("check", "--journal", "--files", "--json")
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert not any(json.loads(sound.stdout).values())
    with sqlite3.connect(home / "dondoc.sqlite3") as database:
        database.execute("DROP TRIGGER journal_entry_no_update")
        database.execute("UPDATE journal_entry SET actor_name = 'Kẻ khác' WHERE verb LIKE 'user.%'")
        database.execute("DELETE FROM django_migrations WHERE name = '0002_demo_guard'")
    wrong = begun("check", "--journal")
    assert wrong.returncode == 1
    assert "nội dung đã bị thay đổi" in wrong.stdout
    assert "0002_demo_guard" in wrong.stdout


def test_a_backup_is_whole_and_comes_back(begun: Run, home: Path, tmp_path: Path) -> None:
    begun("admin", "create", "--username", "quantri", "--name", "Lý Quyên")
    kept = home / "files" / "ab" / ("ab" + "0" * 62)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"noi dung")
    copy, other = tmp_path / "sao-luu", tmp_path / "other"
    made = begun("backup", str(copy))
    assert made.returncode == 0, made.stderr
    assert "1 tệp" in made.stdout
    assert begun("backup", str(copy)).returncode == 1
    assert begun("restore", str(copy)).returncode == 1
    back = begun("restore", str(copy), home=other)
    assert back.returncode == 0, back.stderr
    assert (other / "files" / "ab" / kept.name).read_bytes() == b"noi dung"
    assert begun("check", "--journal", home=other).returncode == 0
    with sqlite3.connect(other / "dondoc.sqlite3") as database:
        assert list(database.execute("SELECT username FROM accounts_user")) == [("quantri",)]


def test_a_damaged_copy_is_not_restored(begun: Run, tmp_path: Path) -> None:
    copy, other = tmp_path / "sao-luu", tmp_path / "other"
    begun("backup", str(copy))
    with (copy / "dondoc.sqlite3").open("r+b") as file:
        file.seek(5000)
        file.write(b"hong")
    back = begun("restore", str(copy), home=other)
    assert (back.returncode, "không còn nguyên vẹn" in back.stderr) == (1, True)
    (copy / "manifest.json").unlink()
    assert "không phải bản sao lưu" in begun("restore", str(copy), home=other).stderr


def test_a_folder_over_the_network_is_known() -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\nnas:/van-phong /srv/van\\040phong nfs4 rw 0 0\n"
    assert file_system_of(Path("/srv/van phong/dondoc"), mounts) in NETWORKED
    assert file_system_of(Path("/srv/khac"), mounts) == "ext4"
