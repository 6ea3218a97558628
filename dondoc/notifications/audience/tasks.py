"""Who hears of tasks: the units that do them, the side that gave them, those who follow."""

from collections.abc import Set

from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody
from dondoc.tasks.models import Extension, Watch
from dondoc.tasks.models.tasks import Support


def lead(deed: Deed) -> Set[int]:
    """Heads and focal points of the lead unit, and the person it entrusted."""
    return deed.seats.answering_for(deed.subject.lead) | executor(deed)


def executor(deed: Deed) -> Set[int]:
    """The person entrusted with the task."""
    return {deed.subject.executor_id} if deed.subject.executor_id else NONE


def supporting(deed: Deed) -> Set[int]:
    """Heads and focal points of the coordinating units."""
    supports = Support.objects.filter(task=deed.subject).select_related("agency")
    return NONE.union(*(deed.seats.answering_for(support.agency) for support in supports))


def tracker(deed: Deed) -> Set[int]:
    """Who tracks the task for the side that gave it: the one named, else all who track there."""
    named = deed.subject.tracker_id
    if named and deed.seats.of([named]):
        return {named}
    return deed.seats.answering_for(deed.subject.issuer)


def decider(deed: Deed) -> Set[int]:
    """Who may decide on a deadline, on the side that gave the task."""
    return deed.seats.deciding_for(deed.subject.issuer)


def watchers(deed: Deed) -> Set[int]:
    """Those who follow a task that is not theirs."""
    return set(Watch.objects.filter(task=deed.subject).values_list("officer", flat=True))


def asker(deed: Deed) -> Set[int]:
    """Who asked for the extension that was decided."""
    asked = deed.said.get("extension") or {}
    extension = Extension.objects.filter(pk__in=[asked.get("id")])
    return set(extension.values_list("asked_by", flat=True))


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
    "task.warn_of_slip": all_of(lead_and_supporting, tracker, watchers),
    "task.watch": nobody,
    "task.unwatch": nobody,
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
}

REMINDED: dict[str, Hearers] = {
    "due_soon": lead,
    "overdue": all_of(lead, tracker, watchers),
}
