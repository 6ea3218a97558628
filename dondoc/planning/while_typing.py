"""An entry while it is typed: what it would clash with, from whatever can already be understood."""

import uuid
from typing import Any

from dondoc.planning.forms.weeks import EntryForm
from dondoc.planning.models import Week, WeekEntry, WeekPerson
from dondoc.planning.week_clashes import clashes_of_draft
from dondoc.planning.week_facts import facts_now
from dondoc.rules.clashes import session_of
from dondoc.rules.weeks import monday_of

Part = WeekPerson.Part


def clashes_while_typing(form: EntryForm) -> list[str]:
    """The sentences; none while there is no day to judge by."""
    said = _understood(form)
    day = said.get("on")
    if day is None:
        return []
    draft = WeekEntry(
        on=day, session=said.get("session") or WeekEntry.Session.ALL_DAY,
        starts_at=said.get("starts_at"), ends_at=said.get("ends_at"),
        repeats=bool(said.get("repeats")), content=said.get("content") or "", uid=uuid.uuid4(),
        room=said.get("room"), vehicle=said.get("vehicle"), state=WeekEntry.State.PROPOSED,
    )  # fmt: skip
    if draft.starts_at and draft.session != WeekEntry.Session.ALL_DAY:
        draft.session = session_of(draft.starts_at)
    draft.named = [  # type: ignore[attr-defined]  # as `in_full` fetches it
        WeekPerson(entry=draft, part=part, officer=officer)
        for name, part in (
            ("chairs", Part.CHAIRS), ("attends", Part.ATTENDS), ("persons", Part.TAKES_PART)
        )
        for officer in said.get(name) or ()
    ]  # fmt: skip
    week = Week(committee=form.committee, monday=monday_of(day))
    return clashes_of_draft(draft, week, form.entry.pk if form.entry else None)


def _understood(form: EntryForm) -> dict[str, Any]:
    """Of a form half filled in the fields that already make sense; of a fresh one, the entry's."""
    if not form.is_bound:
        return facts_now(form.entry) if form.entry else {}
    form.is_valid()
    return dict(form.cleaned_data)
