"""Who hears of what: one line per verb of every flow, as an Office chief would ask to see it.

A verb without a line fails the build; `nobody` is a legal answer, silence is not. Whoever did
the deed is never told of it.
"""

from collections.abc import Callable, Set
from dataclasses import dataclass

from dondoc.agencies.models import Officer
from dondoc.journal.models import Entry
from dondoc.notifications.seats import Seats
from dondoc.tasks.models import Extension, Task, Watch
from dondoc.tasks.models.tasks import Support


@dataclass(frozen=True)
class Deed:
    """What is told: a task, the seats of the day, and the entry (none for a deadline)."""

    task: Task
    seats: Seats
    entry: Entry | None = None


Hearers = Callable[[Deed], Set[int]]
"""Which officers hear of a deed, by id."""

NONE: frozenset[int] = frozenset()


def nobody(deed: Deed) -> Set[int]:
    """It stands in the journal; nobody needs to be told."""
    return NONE


def lead(deed: Deed) -> Set[int]:
    """Heads and focal points of the lead unit, and the person it entrusted."""
    return deed.seats.answering_for(deed.task.lead) | executor(deed)


def executor(deed: Deed) -> Set[int]:
    """The person entrusted with the task."""
    return {deed.task.executor_id} if deed.task.executor_id else NONE


def supporting(deed: Deed) -> Set[int]:
    """Heads and focal points of the coordinating units."""
    supports = Support.objects.filter(task=deed.task).select_related("agency")
    return NONE.union(*(deed.seats.answering_for(support.agency) for support in supports))


def tracker(deed: Deed) -> Set[int]:
    """Who tracks the task for the side that gave it: the one named, else all who track there."""
    named = deed.task.tracker_id
    if named and deed.seats.of([named]):
        return {named}
    return deed.seats.answering_for(deed.task.issuer)


def decider(deed: Deed) -> Set[int]:
    """Who may decide on a deadline, on the side that gave the task."""
    return deed.seats.deciding_for(deed.task.issuer)


def watchers(deed: Deed) -> Set[int]:
    """Those who follow a task that is not theirs."""
    return set(Watch.objects.filter(task=deed.task).values_list("officer", flat=True))


def asker(deed: Deed) -> Set[int]:
    """Who asked for the extension that was decided."""
    asked = (deed.entry.said if deed.entry else {}).get("extension") or {}
    extension = Extension.objects.filter(pk__in=[asked.get("id")])
    return set(extension.values_list("asked_by", flat=True))


def all_of(*hearers: Hearers) -> Hearers:
    """Each of these."""
    return lambda deed: NONE.union(*(who(deed) for who in hearers))


lead_and_supporting = all_of(lead, supporting)

AUDIENCE: dict[str, Hearers] = {
    "task.assign": all_of(lead_and_supporting, tracker),
    "task.pass_down": watchers,  # the body below hears of its own task.assign
    "task.entrust": all_of(executor, watchers),
    "task.reassign": lead_and_supporting,
    "task.revise": all_of(lead_and_supporting, watchers),
    "task.recall": all_of(lead_and_supporting, watchers),
    "task.accept": nobody,
    "task.return_to_assigner": all_of(tracker, watchers),
    "task.post_update": watchers,
    "task.ask_extension": all_of(decider, tracker),
    "task.grant_extension": all_of(asker, lead_and_supporting, watchers),
    "task.refuse_extension": all_of(asker, lead, watchers),
    "task.change_deadline": all_of(lead_and_supporting, watchers),
    "task.submit": all_of(tracker, watchers),
    "task.confirm": all_of(lead, watchers),
    "task.send_back": all_of(lead, watchers),
    "task.reopen": all_of(lead_and_supporting, watchers),
    "task.star": all_of(lead, watchers),
    "task.unstar": all_of(lead, watchers),
    "task.watch": nobody,
    "task.unwatch": nobody,
    "document.register": nobody,
    "document.correct": nobody,
    "document.correct_text": nobody,
    "document.issue": nobody,
    "handin.drop_hand_in": nobody,
    "handin.fail_reading": nobody,
    "handin.finish_reading": nobody,
    "handin.hand_in": nobody,
    "handin.read_again": nobody,
    "handin.settle": nobody,
    "handin.turn_away": nobody,
    "filing.export_tasks": nobody,
    "filing.forget_filter": nobody,
    "filing.import_tasks": nobody,
    "filing.save_filter": nobody,
    "document.close": nobody,
    "document.confirm_all": nobody,
    "document.propose": nobody,
    "proposal.add": nobody,
    "proposal.confirm_proposal": nobody,
    "proposal.drop": nobody,
    "proposal.edit": nobody,
    "proposal.merge": nobody,
    "proposal.name_leads": nobody,
    "proposal.set_due": nobody,
    "proposal.restore": nobody,
    "proposal.split": nobody,
    "agency.establish": nobody,
    "agency.keep_alias": nobody,
    "agency.found_field": nobody,
    "officer.put_in_charge": nobody,
    "officer.appoint": nobody,
    "user.change_password": nobody,
    "user.end_session": nobody,
    "user.end_other_sessions": nobody,
    "user.open_account": nobody,
    "user.disable": nobody,
    "user.enable": nobody,
    "user.reset_password": nobody,
    "officer.end_seat": nobody,
    "officer.delegate": nobody,
    "agency.rename": nobody,
    "agency.describe": nobody,
    "agency.move_under": nobody,
    "agency.dissolve": nobody,
    "agency.name_successors": nobody,
    "agency.forget_alias": nobody,
    "agency.set_fields": nobody,
    "agency.set_rules": nobody,
    "agency.add_day": nobody,
    "agency.remove_day": nobody,
    "consideration.draft_consideration": nobody,
    "consideration.edit_consideration": nobody,
    "consideration.submit_consideration": nobody,
    "consideration.drop_consideration": nobody,
    "consideration.return_consideration": nobody,
    "consideration.decide_consideration": nobody,
    "report.draw_up": nobody,
    "report.edit_section": nobody,
    "report.recompute": nobody,
    "report.issue_report": nobody,
    "summary.draw_up_summary": nobody,
    "summary.edit_summary": nobody,
    "summary.recount_summary": nobody,
    "summary.issue_summary": nobody,
    "direction.direct": nobody,
    "dispatch.draft_dispatch": nobody,
    "dispatch.decide_finding": nobody,
    "dispatch.edit_paragraph": nobody,
    "dispatch.issue_dispatch": nobody,
}

REMINDED: dict[str, Hearers] = {
    "due_soon": lead,
    "overdue": all_of(lead, tracker, watchers),
}
"""Who is reminded of a deadline by the clock."""


def officers_who_hear(hearers: Hearers, deed: Deed) -> list[Officer]:
    """Who is told: seated on the day, able to sign in, and not the person who did it."""
    doer = deed.entry.user_id if deed.entry else None
    return [officer for officer in deed.seats.of(hearers(deed)) if officer.user_id != doer]
