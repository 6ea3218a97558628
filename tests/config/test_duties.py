"""`dondoc duties` as the operator and his monitoring use it."""

import json

import pytest

from dondoc.__main__ import words
from dondoc.config.commands import cli
from dondoc.jobs.models import DutyRun

pytestmark = pytest.mark.django_db


def test_before_anything_ran_it_says_so_and_after_once_all_is_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["dondoc", "duties", "--json"])
    assert cli.run(words) == 1
    assert {row["last"] for row in json.loads(capsys.readouterr().out)} == {"chưa chạy"}
    monkeypatch.setattr("sys.argv", ["dondoc", "duties", "--once"])
    assert cli.run(words) == 0
    told = capsys.readouterr().out
    assert "[tốt] Báo việc mới" in told
    assert "[tốt] Việc chạy nền: 0 chờ, 0 đang làm, 0 thôi làm" in told


def test_a_duty_that_failed_is_shown_with_its_last_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["dondoc", "duties", "--once"])
    cli.run(words)
    DutyRun.objects.filter(name="deliver").update(error="Traceback\nOSError: hết đĩa")
    monkeypatch.setattr("sys.argv", ["dondoc", "duties"])
    capsys.readouterr()
    assert cli.run(words) == 1
    assert "OSError: hết đĩa" in capsys.readouterr().out
