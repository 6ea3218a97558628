"""How slips and leaders' words are told of."""

from datetime import date

from django.db.models import Count
from django.urls import reverse

from dondoc.notifications.subjects.kinds import Subject
from dondoc.notifications.subjects.tasks import is_hushed
from dondoc.urging.models import LeaderWord, Review, Slip


def _until(day: date | None, before: str = "") -> str:
    return f"{before}trả lời trước hết ngày {day:%d/%m/%Y}" if day else ""


def _slip_name(slip: Slip) -> str:
    name = str(slip)
    return name[:1].lower() + name[1:]


SUBJECTS: dict[str, Subject] = {
    "slip": Subject(
        rows=Slip.objects.select_related("unit", "committee").annotate(number_of=Count("matters")),
        words=lambda slip: {
            "code": slip.letterhead.get("number", ""), "unit": slip.unit.name,
            "name": _slip_name(slip), "n": str(slip.number_of), "answer": _until(slip.answer_on),
        },
        page=lambda slip: reverse("urging:slip", args=[slip.pk]),
        content=lambda slip: slip.subject,
    ),
    "review": Subject(
        rows=Review.objects.select_related("committee"),
        words=lambda review: {
            "code": "", "name": f"“{review.name}”",
            "until": f"xong trước hết ngày {review.until:%d/%m/%Y}",
        },
        page=lambda review: reverse("urging:review", args=[review.pk]),
        content=lambda review: review.words,
    ),
    "leaderword": Subject(
        rows=LeaderWord.objects.select_related(
            "unit", "committee", "task__document", "said_by__user"
        ).defer("task__search", "task__document__text"),
        words=lambda word: {
            "code": word.task.code, "unit": word.unit.name, "speaker": word.said_by.name,
            "kind": word.get_kind_display().lower(), "answer": _until(word.answer_on, ", "),
        },
        page=lambda word: reverse("urging:leader_word", args=[word.pk]),
        content=lambda word: word.words,
        hushed=lambda word: is_hushed(word.task),
    ),
}  # fmt: skip
