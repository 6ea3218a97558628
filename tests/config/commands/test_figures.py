"""`dondoc figures` prints what was counted, with the tasks behind every number."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dondoc.config.commands.figures import as_data, command
from dondoc.rules.scoring import COUNTS
from dondoc.scorecards.queries import Row, Unit
from dondoc.tasks import actions
from tests.cast import Cast
from tests.rules.test_scoring import LIEN_CHIEU
from tests.scorecards.lives import QUARTER, day, finish, give

PERIOD = ["--period", "2022-01-01..2022-03-31"]


def ask(*words: str, name: str = "UBND thành phố Đà Nẵng") -> Result:
    return CliRunner().invoke(command, ["--committee", name, *words])


def data(*words: str) -> Any:
    return json.loads(ask(*PERIOD, "--format", "json", *words).stdout)


def test_lien_chieu_is_printed_with_a_comma_and_two_decimals(cast: Cast) -> None:
    row = Row(Unit(cast.district.pk, cast.district.name, "", cast.district.kind), LIEN_CHIEU)
    unit = as_data(cast.city, QUARTER, day(71), [row], None)["units"][0]
    assert (unit["assigned"], unit["completed"], unit["updated"]) == (171, 50, 51)
    assert (unit["completion_rate"], unit["update_rate"]) == ("29,24", "29,82")
    assert unit["star_completion_rate"] is None


def test_every_count_is_the_length_of_its_list(cast: Cast) -> None:
    finish(cast, give(cast), day(10))
    actions.post_update(give(cast), by=cast.hoa, at=day(1), narrative="Đang lấy ý kiến.")
    told = data("--as-of", "2022-03-20T17:00+07:00", "--tasks")
    head = {name: told[name] for name in ("committee", "period", "as_of", "formula")}
    assert head == {
        "committee": "UBND thành phố Đà Nẵng", "period": "2022-01-01..2022-03-31",
        "as_of": "2022-03-20T17:00:00+07:00", "formula": "2022.1",
    }  # fmt: skip
    for unit in told["units"]:
        assert {name: len(codes) for name, codes in unit["tasks"].items()} == {
            name: unit[name] for name in COUNTS
        }
    building = next(unit for unit in told["units"] if unit["unit"] == "Sở Xây dựng")
    assert (building["assigned"], building["completed_late"], building["open_overdue"]) == (2, 1, 1)


def test_a_moment_without_a_zone_is_the_clock_in_viet_nam(cast: Cast) -> None:
    assert cast.city
    assert data("--as-of", "2022-03-20T17:00")["as_of"] == "2022-03-20T17:00:00+07:00"


def test_the_table_is_in_vietnamese_with_its_formula(cast: Cast) -> None:
    finish(cast, give(cast), day(3))
    table = ask(*PERIOD, "--as-of", "2022-03-20T17:00").stdout
    assert "Số liệu chốt 17:00 ngày 20/03/2022" in table
    assert "100,00%" in table
    assert "R1 Tỉ lệ hoàn thành = đã hoàn thành / được giao" in table


def test_the_name_may_be_written_without_marks(cast: Cast) -> None:
    assert cast.city
    assert ask(*PERIOD, name="ubnd thanh pho da nang").exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([*PERIOD, "--as-of", "2999-01-01"], 1, "chưa đến"),
        ([*PERIOD, "--as-of", "hôm qua"], 2, "Không hiểu thời điểm"),
        (["--period", "quý một"], 2, "Không hiểu kỳ"),
        (["--period", "2022-03-31..2022-01-01"], 2, "bắt đầu trước"),
        ([*PERIOD, "--tasks"], 2, "json"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    cast: Cast, words: list[str], code: int, said: str
) -> None:
    assert cast.city
    answer = ask(*words)
    assert (answer.exit_code, answer.stdout) == (code, "")
    assert said in answer.stderr


def test_an_unknown_committee_is_refused_with_the_names_that_are_known(cast: Cast) -> None:
    assert cast.city
    answer = ask(*PERIOD, name="UBND xã Không Có")
    assert answer.exit_code == 1
    assert "Hiện có: UBND thành phố Đà Nẵng" in answer.stderr
