"""The text the house drafts for a unit's report of remedies, and the list it freezes."""

from collections.abc import Iterable, Sequence
from typing import Any

from dondoc.remedies.models import Remedy, RemedyReport
from dondoc.rules.wording import day_short

State = Remedy.State
ANSWERED = (State.REPORTED, State.CLOSED)


def words(report: RemedyReport, remedies: Sequence[Remedy]) -> str:
    """What is remedied, what is left with its solution and day."""
    answered = [one for one in remedies if one.state in ANSWERED]
    left = [one for one in remedies if one.state not in ANSWERED]
    return "\n".join([*_opening(report, remedies), *_answered(answered), *_left(left)])


def _opening(report: RemedyReport, remedies: Sequence[Remedy]) -> Iterable[str]:
    month = f"tháng {report.month.month}/{report.month.year}"
    if not remedies:
        yield f"Trong {month}, {report.unit.name} không có việc phải khắc phục."
        return
    carried = sum(one.month < report.month for one in remedies)
    earlier = f" (trong đó {carried} việc chuyển từ tháng trước)" if carried else ""
    closed = sum(one.state == State.CLOSED for one in remedies)
    waiting = sum(one.state == State.REPORTED for one in remedies)
    bare = sum(one.state == State.CALLED for one in remedies)
    counts = (
        (closed, "đã được xác nhận"),
        (waiting, "đã báo cáo kết quả"),
        (len(remedies) - closed - waiting - bare, "đang khắc phục"),
        (bare, "chưa có biện pháp"),
    )
    stands = ", ".join(f"{n} việc {word}" for n, word in counts if n)
    whole = f"{report.unit.name} có {len(remedies)} việc phải khắc phục{earlier}"
    yield f"Trong {month}, {whole}: {stands}."


def _answered(remedies: Sequence[Remedy]) -> Iterable[str]:
    if remedies:
        yield "Kết quả đã khắc phục:"
    for one in remedies:
        yield f"- {_named(one)}: {_line(one.result)}."


def _left(remedies: Sequence[Remedy]) -> Iterable[str]:
    if remedies:
        yield "Việc còn lại, nguyên nhân và giải pháp:"
    for one in remedies:
        yield f"- {_named(one)}: {_promised(one)}"


def _promised(one: Remedy) -> str:
    if one.commit_on is None or one.person is None:
        return "chưa có biện pháp."
    return (
        f"nguyên nhân {one.get_cause_display()} ({_line(one.cause_told)}); giải pháp: "
        f"{_line(one.solution)}; cam kết xong ngày {day_short(one.commit_on)}, "
        f"người chịu trách nhiệm: {one.person.name}."
    )


def _named(one: Remedy) -> str:
    said = _line(one.what)
    short = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
    return f"{short} ({one.get_ground_display()})"


LONGEST = 160
"""Letters of a task's content that name it in running text; the list gives it whole."""


def _line(text: str) -> str:
    return " ".join(text.split()).rstrip(".;")


def frozen(one: Remedy) -> dict[str, Any]:
    """One remedy as the signed report keeps it."""
    return {
        "id": one.pk,
        "code": one.task.code if one.task else "",
        "what": one.what,
        "ground": one.get_ground_display(),
        "month": one.month.isoformat(),
        "state": one.get_state_display(),
        "cause": one.get_cause_display() if one.cause else "",
        "cause_told": one.cause_told,
        "solution": one.solution,
        "commit_on": one.commit_on.isoformat() if one.commit_on else "",
        "person": one.person.name if one.person else "",
        "result": one.result,
    }
