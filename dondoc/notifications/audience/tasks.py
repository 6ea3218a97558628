"""Who hears of tasks: the units that do them, the side that gave them, those who follow."""

from collections.abc import Set
from dataclasses import replace

from dondoc.notifications.audience.deeds import NONE, Deed, Hearers, all_of, nobody
from dondoc.planning.models import ProgrammeItem
from dondoc.rules.ladder import Hearer
from dondoc.tasks.flow import led_by_the_office
from dondoc.tasks.models import Extension
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


def confirmer(deed: Deed) -> Set[int]:
    """Who confirms the result: who tracks the task; where the Office leads it itself, a leader."""
    if led_by_the_office(deed.subject):
        leaders = deed.seats.leading(deed.subject.issuer)
        named = {deed.subject.leader_id} & leaders
        return named or leaders or tracker(deed)
    return tracker(deed)


def of_new_work(deed: Deed) -> Set[int]:
    """Units that do it and who tracks it; of a programme's item who was named and who supports.

    Lead unit and Office heard of the programme as a whole when it was approved, once.
    """
    if ProgrammeItem.objects.filter(task=deed.subject, added_at=None).exists():
        return all_of(executor, supporting)(deed)
    return all_of(lead_and_supporting, tracker)(deed)


def decider(deed: Deed) -> Set[int]:
    """Who may decide on a deadline, on the side that gave the task."""
    return deed.seats.deciding_for(deed.subject.issuer)


def watchers(deed: Deed) -> Set[int]:
    """Those who follow a task that is not theirs."""
    return deed.seats.watching(deed.subject)


def asker(deed: Deed) -> Set[int]:
    """Who asked for the extension that was decided."""
    asked = deed.said.get("extension") or {}
    extension = Extension.objects.filter(pk__in=[asked.get("id")])
    return set(extension.values_list("asked_by", flat=True))


def in_charge(deed: Deed) -> Set[int]:
    """The leader an obstacle waits for; where none is named, all who lead the body that gave it."""
    if deed.subject.leader_id:
        return {deed.subject.leader_id}
    return deed.seats.leading(deed.subject.committee) or deed.seats.deciding_for(
        deed.subject.committee
    )


def of_its_task(hearers: Hearers) -> Hearers:
    """Those who hear of the task an obstacle is met in."""
    return lambda deed: hearers(replace(deed, subject=deed.subject.task))


def partner(deed: Deed) -> Set[int]:
    """Head and focal points of the unit that is asked to work along."""
    return deed.seats.answering_for(deed.subject.unit)


lead_and_supporting = all_of(lead, supporting)

AUDIENCE: dict[str, Hearers] = {
    "task.assign": of_new_work,
    "task.pass_down": watchers,  # the body below hears of its own task.assign
    "task.entrust": all_of(executor, watchers),
    "task.reassign": lead_and_supporting,
    "task.revise": all_of(lead_and_supporting, watchers),
    "task.recall": all_of(lead_and_supporting, watchers),
    "task.suspend": all_of(lead_and_supporting, tracker, watchers),
    "task.suspend_longer": all_of(lead_and_supporting, tracker, watchers),
    "task.resume": all_of(lead_and_supporting, tracker, watchers),
    "task.accept": nobody,
    "task.return_to_assigner": all_of(tracker, watchers),
    "task.post_update": watchers,
    "task.ask_extension": all_of(decider, tracker),
    "task.grant_extension": all_of(asker, lead_and_supporting, watchers),
    "task.refuse_extension": all_of(asker, lead, watchers),
    "task.change_deadline": all_of(lead_and_supporting, watchers),
    "task.submit": all_of(confirmer, watchers),
    "task.confirm": all_of(lead, watchers),
    "task.send_back": all_of(lead, watchers),
    "task.reopen": all_of(lead_and_supporting, watchers),
    "task.star": all_of(lead, watchers),
    "task.unstar": all_of(lead, watchers),
    "task.warn_of_slip": all_of(lead_and_supporting, tracker, watchers),
    "task.watch": nobody,
    "task.unwatch": nobody,
    "coordination.ask_coordination": partner,
    "coordination.answer_coordination": of_its_task(lead),
    "coordination.return_coordination": partner,
    "coordination.withdraw_coordination": partner,
    "coordination.succeed_in_coordination": nobody,  # the hand-over it belongs to is told once
    "obstacle.raise_obstacle": all_of(in_charge, of_its_task(tracker)),
    "obstacle.restate_obstacle": in_charge,
    "obstacle.answer_obstacle": of_its_task(all_of(lead, tracker)),
    "obstacle.hand_on_obstacle": in_charge,
    "obstacle.pass_on_obstacle": nobody,
    "obstacle.close_obstacle": of_its_task(all_of(lead, tracker)),
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
    "task.pass_on": nobody,  # the hand-over they belong to is told once
    "task.pass_on_watch": nobody,
    "task.succeed": nobody,
    "filing.pass_on_filter": nobody,
}

URGED: dict[Hearer, Hearers] = {
    Hearer.EXECUTOR: executor,
    Hearer.FOCAL: lambda deed: deed.seats.relaying_for(deed.subject.lead),
    Hearer.HEAD: lambda deed: deed.seats.heading(deed.subject.lead),
    Hearer.OFFICE: tracker,
    Hearer.WATCHERS: watchers,
    Hearer.LEADER: lambda deed: {deed.subject.leader_id} if deed.subject.leader_id else NONE,
}
"""Whom the steps of a ladder name."""
