"""Lines of a schedule as they are pasted from a sheet: code, working days, what it waits for.

    DN-2022-00171; 5
    DN-2022-00172; 3; DN-2022-00171
    DN-2022-00173; 0; DN-2022-00172 SS+2, DN-2022-00171; 20/05/2022

Fields are parted by tabs or semicolons; the last one, if there is one, is the earliest first day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

LONGEST = 1000
_WAIT = re.compile(
    r"(?P<code>\S+)(?:\s+(?P<type>FS|SS|FF))?(?:\s*(?P<lag>[+\-−]\s*\d{1,4}))?", re.IGNORECASE
)
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
HEADINGS = ("mã", "ma ", "mã việc", "stt")


class Unread(ValueError):
    """A line that cannot be read; the words say what is wrong with it."""


@dataclass(frozen=True)
class Wait:
    """What a line waits for."""

    code: str
    type: str = "FS"
    lag: int = 0


@dataclass(frozen=True)
class Line:
    """One task: its code, its working days, what it waits for, the earliest first day."""

    number: int
    code: str
    duration: int
    after: tuple[Wait, ...] = ()
    not_before: date | None = None

    def __str__(self) -> str:
        return as_line(self)


@dataclass(frozen=True)
class Problem:
    """What is wrong with which line."""

    number: int
    words: str


def read_lines(text: str) -> tuple[list[Line], list[Problem]]:
    """All that could be read, and what could not, line by line."""
    lines, problems = [], []
    for number, words in _said(text):
        try:
            lines.append(_line(number, words))
        except Unread as error:
            problems.append(Problem(number, str(error)))
    return lines, problems


def _said(text: str) -> Iterator[tuple[int, str]]:
    """Lines that say something; a heading of the sheet is passed over."""
    for number, words in enumerate(text.splitlines(), start=1):
        first = re.split(r"[\t;]", words)[0].strip().casefold()
        if words.strip() and not (number == 1 and first.startswith(HEADINGS)):
            yield number, words


def _line(number: int, words: str) -> Line:
    cells = [cell.strip() for cell in re.split(r"[\t;]", words)]
    if len(cells) < 2:
        raise Unread("cần ít nhất mã việc và số ngày, cách nhau bằng dấu chấm phẩy hoặc tab.")
    if len(cells) > 4 and any(cells[4:]):
        raise Unread("có nhiều hơn bốn cột. Cột thứ ba gồm các mã cách nhau bằng dấu phẩy.")
    code, duration, after, day = (*cells[:4], "", "")[:4]
    if not code:
        raise Unread("thiếu mã việc ở cột đầu.")
    return Line(number, code, _duration(duration), _waits(after), _day(day) if day else None)


def _duration(said: str) -> int:
    digits = said.split()[0] if said else ""
    if not digits.isascii() or not digits.isdecimal() or int(digits[:9]) > LONGEST:
        raise Unread(f"số ngày “{said[:20]}” không phải số từ 0 (mốc) đến {LONGEST}.")
    return int(digits)


def _waits(said: str) -> tuple[Wait, ...]:
    return tuple(_wait(one.strip()) for one in said.split(",") if one.strip())


def _wait(said: str) -> Wait:
    found = _WAIT.fullmatch(said)
    if not found:
        raise Unread(f"không hiểu “{said[:40]}”. Hãy ghi mã, rồi nếu cần FS, SS hoặc FF và độ trễ.")
    lag = int((found["lag"] or "0").replace("−", "-").replace(" ", ""))
    if abs(lag) > LONGEST:
        raise Unread(f"độ trễ {lag} quá {LONGEST} ngày.")
    return Wait(found["code"], (found["type"] or "FS").upper(), lag)


def _day(said: str) -> date:
    for form, order in ((_DAY, (3, 2, 1)), (_ISO, (1, 2, 3))):
        if found := form.fullmatch(said):
            try:
                return date(*(int(found[n]) for n in order))
            except ValueError:
                break
    raise Unread(f"không hiểu ngày “{said[:20]}”. Hãy ghi như 20/05/2022.")


def as_line(line: Line) -> str:
    """The line as it would be pasted."""
    waits = ", ".join(
        wait.code + (f" {wait.type}" if wait.type != "FS" or wait.lag else "")
        + (f"{wait.lag:+d}" if wait.lag else "")
        for wait in line.after
    )  # fmt: skip
    day = f"{line.not_before:%d/%m/%Y}" if line.not_before else ""
    return "; ".join((line.code, str(line.duration), waits, day)).rstrip("; ")
