"""Who hears of urging: the unit at once, the Office and the leader of what it answers."""

from collections.abc import Set

from dondoc.agencies.models import Agency
from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody


def urged_unit(deed: Deed) -> Set[int]:
    """Head and focal points of the unit the paper goes to."""
    return deed.seats.answering_for(deed.subject.unit)


def office(deed: Deed) -> Set[int]:
    """The Office of the committee that urges."""
    return deed.seats.answering_for(deed.subject.committee)


def sender(deed: Deed) -> Set[int]:
    """Who sent the paper, or drew it up."""
    slip = deed.subject
    return {slip.issued_by_id or slip.drawn_up_by_id}


def spoken_to(deed: Deed) -> Set[int]:
    """The unit the leader spoke to, and whoever carries the task out."""
    word = deed.subject
    executor = {word.task.executor_id} if word.task.executor_id else NONE
    return deed.seats.answering_for(word.unit) | executor


def reviewed(deed: Deed) -> Set[int]:
    """Heads and focal points of the units under review."""
    units = Agency.objects.filter(pk__in=deed.subject.lines.values("unit"))
    return NONE.union(*(deed.seats.answering_for(unit) for unit in units))


def owing(deed: Deed) -> Set[int]:
    """Those of the units that still owe lines."""
    units = Agency.objects.filter(pk__in=deed.subject.lines.waiting().values("unit"))
    return NONE.union(*(deed.seats.answering_for(unit) for unit in units))


def speaker(deed: Deed) -> Set[int]:
    """The leader who said it."""
    return {deed.subject.said_by_id}


AUDIENCE: dict[str, Hearers] = {
    "slip.draw_up_slip": nobody,
    "slip.edit_slip": nobody,
    "slip.drop_slip": nobody,
    "slip.send_slip": urged_unit,
    "slip.answer_slip": all_of(sender, office),
    "slip.return_slip": urged_unit,
    "slip.close_slip": urged_unit,
    "slip.raise_slip": urged_unit,
    "slip.succeed_in_slip": nobody,  # the hand-over it belongs to is told once
    "review.open_review": reviewed,
    "review.urge_review": owing,
    "review.close_review": reviewed,
    "reviewline.confirm_line": nobody,  # the Office reads the campaign, not each line
    "leaderword.say_word": all_of(spoken_to, office),
    "leaderword.answer_word": all_of(speaker, office),
    "leaderword.return_word": spoken_to,
    "leaderword.close_word": spoken_to,
    "leaderword.succeed_in_word": nobody,
    "reviewline.succeed_in_line": nobody,
}
