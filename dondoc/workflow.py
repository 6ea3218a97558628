"""The one door of state: a move locks its subject, asks who and when, does, and records.

    flow = Flow("task", "nhiệm vụ")

    @flow.step("Tiếp nhận", who=lead_unit, frm=State.ASSIGNED, to=State.ACCEPTED)
    def accept(task: Task, *, by: Officer, at: datetime) -> None: ...

The header is the whole rule and the body the whole deed. A condition that is neither "who" nor
"from where" is an `if … raise Refused("…")` in the body; headers never grow hooks.
"""

import inspect
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, ClassVar, Concatenate, ParamSpec, TypeVar

from django.db import IntegrityError, models, transaction

from dondoc.journal.models import AlreadyDone, Entry, request_facts

P = ParamSpec("P")
S = TypeVar("S")
R = TypeVar("R")
Who = Callable[[Any, Any], bool]


class Refused(Exception):
    """The deed cannot be done; the words say why and what to do."""

    status = 422


class NotPermitted(Refused):
    """Not this officer's to do."""

    status = 403


class NotNow(Refused):
    """Not in the state the subject is in, often because somebody was quicker."""

    status = 409


@dataclass(frozen=True)
class Move:
    """The header of one deed, as pages, docs and tests read it."""

    flow: str
    verb: str
    label: str
    who: Who
    frm: frozenset[str] | None
    to: str | None
    asks: tuple[str, ...]
    starts: bool

    @property
    def name(self) -> str:
        """The word the journal keeps: 'task.accept'."""
        return f"{self.flow}.{self.verb}"

    def is_open_to(self, by: Any, subject: Any) -> bool:
        """May this officer do it to this subject now?"""
        return (self.frm is None or subject.state in self.frm) and self.who(by, subject)


class Flow:
    """All moves of one kind of subject."""

    all: ClassVar[dict[str, "Flow"]] = {}

    def __init__(self, name: str, label: str) -> None:
        self.name, self.label = name, label
        self.moves: dict[str, Move] = {}
        Flow.all[name] = self

    def start(
        self, label: str, *, who: Who
    ) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
        """A move that brings a subject into being; `who` judges its first argument."""
        return self._header(label, who, None, None, starts=True)

    def step(
        self, label: str, *, who: Who, frm: str | Collection[str] | None, to: str | None = None
    ) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
        """A move of a subject that is; `frm=None` for any state, no `to` to stay in it."""
        states = frozenset([frm]) if isinstance(frm, str) else frm and frozenset(frm)
        return self._header(label, who, states, to, starts=False)

    def open_to(self, by: Any, subject: Any) -> list[Move]:
        """The moves this officer may do to this subject now, as buttons show them."""
        return [m for m in self.moves.values() if not m.starts and m.is_open_to(by, subject)]

    def _header(
        self, label: str, who: Who, frm: Any, to: str | None, *, starts: bool
    ) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
        def put_on(body: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
            asks = tuple(inspect.signature(body).parameters)[1:]
            asked = tuple(name for name in asks if name not in ("by", "at"))
            move = Move(self.name, body.__name__, label, who, frm, to, asked, starts)
            self.moves[move.verb] = move
            do = _start if starts else _step

            @wraps(body)
            def deed(subject: S, /, *args: P.args, **said: P.kwargs) -> R:
                key = request_facts.get().next_key()
                try:
                    with transaction.atomic():
                        _refuse_twice(key)
                        done: R = do(move, body, subject, dict(said), key)
                        return done
                except IntegrityError:
                    _refuse_twice(key)
                    raise

            return deed

        return put_on


def _start(move: Move, body: Any, ground: Any, said: dict[str, Any], key: str | None) -> Any:
    _require_right(move, said["by"], ground)
    subject = body(ground, **said)
    _record(move, subject, {}, said, key)
    return subject


def _step(move: Move, body: Any, subject: Any, said: dict[str, Any], key: str | None) -> Any:
    manager = type(subject)._base_manager
    subject.refresh_from_db(from_queryset=manager.select_for_update())
    _require_right(move, said["by"], subject)
    _require_state(move, subject)
    was = facts_of(subject)
    result = body(subject, **said)
    if move.to is not None:
        subject.state = move.to
    subject.save()
    _record(move, subject, was, said, key)
    return result


def _require_right(move: Move, by: Any, subject: Any) -> None:
    if not move.who(by, subject):
        raise NotPermitted(f"Chức vụ đang dùng không có quyền “{move.label}” ở đây.")


def _require_state(move: Move, subject: Any) -> None:
    if move.frm is None or subject.state in move.frm:
        return
    last = Entry.objects.about(subject).order_by("-seq").first()
    by = f" {last.actor_name} vừa thực hiện “{label_of(last.verb)}”." if last else ""
    state = subject.get_state_display().lower()
    raise NotNow(f"Không thể “{move.label}”: hiện đang ở trạng thái “{state}”.{by} Hãy xem lại.")


def _record(move: Move, subject: Any, was: dict[str, Any], said: dict[str, Any], key: Any) -> None:
    by, at, is_ = said.pop("by"), said.pop("at"), facts_of(subject)
    changed = {name for name in is_ if was.get(name) != is_[name]}
    unrecorded = getattr(subject, "UNRECORDED", ())
    Entry.write(
        subject,
        move.name,
        by=by,
        at=at,
        was={name: was[name] for name in changed if name in was},
        now={name: is_[name] for name in changed},
        said={name: plain(value) for name, value in said.items() if name not in unrecorded},
        claimed_on=said.get("claimed_on"),
        key=key,
    )
    version = getattr(subject, "VERSION", None)
    if version is not None and changed & set(version().FACTS):
        version().keep(subject, at, first=not was)


def _refuse_twice(key: str | None) -> None:
    if key and (entry := Entry.objects.filter(key=key).first()):
        raise AlreadyDone(entry)


def label_of(name: str) -> str:
    """What people call the deed the journal names: "Tiếp nhận" for 'task.accept'."""
    flow, _, verb = name.partition(".")
    move = Flow.all[flow].moves.get(verb) if flow in Flow.all else None
    return move.label if move else name


def attempt(form: Any, deed: Callable[..., R], *subject: Any, **said: Any) -> R | None:
    """Does the deed, or puts its refusal on the form, so that nothing typed is lost."""
    try:
        return deed(*subject, **said)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        form.status = refusal.status
        return None


def facts_of(subject: models.Model) -> dict[str, Any]:
    """Every stored field of the subject, as the journal keeps it."""
    skip = getattr(subject, "UNRECORDED", ())
    fields = [f for f in subject._meta.concrete_fields if f.attname not in skip]
    return {f.attname: plain(getattr(subject, f.attname)) for f in fields}


def plain(value: Any) -> Any:
    """A value as JSON can hold it: instants in ISO, subjects by id and name, files by hash."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, models.Model):
        return {"id": value.pk, "name": str(value)}
    if isinstance(value, dict):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, Collection):
        return [plain(part) for part in value]
    return str(value)
