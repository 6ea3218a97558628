"""The form of the ladder: each step with its days and hearers, on or off; room for one more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms import BoundField

from dondoc.rules.ladder import BY_DEADLINE, DEFAULT, HEARERS, SPOKEN, Form, Hearer, Step, When
from dondoc.ui.forms import HouseForm

OWN_KEYS = frozenset(one.key for one in DEFAULT)
COUNTED = {
    When.BEFORE_DUE: "Số ngày làm việc trước hạn",
    When.AFTER_DUE: "Số ngày làm việc sau hạn",
    When.SHARE: "Phần thời gian đã qua (%)",
}
WHENS = (("", "Không thêm"), ("before_due", "Trước hạn"), ("after_due", "Sau hạn"))
Parts = dict[str, forms.Field]


@dataclass(frozen=True)
class Block:
    """The fields of one step on the page."""

    title: str
    note: str
    fields: list[BoundField]


class SetLadderForm(HouseForm):
    """One block for each step in force, and one for a step to add."""

    def __init__(self, *args: Any, steps: Sequence[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.steps = steps
        for step in steps:
            for part, field in _parts(step).items():
                self.fields[_name(step.key, part)] = field
        self.fields |= _added()

    def blocks(self) -> list[Block]:
        """The steps in order, then the one to add."""
        own = [Block(_title(one), one.happens, self._bound(one.key)) for one in self.steps]
        return [*own, Block("Thêm một bước", "Để “Không thêm” nếu không cần.", self._bound("new"))]

    def _bound(self, key: str) -> list[BoundField]:
        start = _name(key, "")
        return [self[name] for name in self.fields if name.startswith(start)]

    def said(self) -> list[Step]:
        """The steps as they were typed; an added step that was dropped is gone."""
        kept = [step for step in self.steps if not self._told(step.key).get("drop")]
        steps = [self._typed(step) for step in kept]
        return [*steps, self._new()] if self._told("new")["when"] else steps

    def _told(self, key: str) -> dict[str, Any]:
        start = _name(key, "")
        said = self.cleaned_data.items()
        return {n.removeprefix(start): value for n, value in said if n.startswith(start)}

    def _typed(self, step: Step) -> Step:
        told = self._told(step.key)
        told.pop("drop", None)
        if "hearers" in told:
            told["hearers"] = tuple(Hearer(each) for each in told["hearers"])
        return replace(step, **told)

    def _new(self) -> Step:
        told = self._told("new")
        when, taken = When(told.pop("when")), {one.key for one in self.steps}
        key = next(key for n in range(1, 99) if (key := f"{when}.own{n}") not in taken)
        hearers = tuple(Hearer(each) for each in told.pop("hearers"))
        told = {name: value or 0 for name, value in told.items()}
        return Step(key, when, Form.NOTICE, hearers=hearers, **told)


def _name(key: str, part: str) -> str:
    return f"{key.replace('.', '-')}-{part}"


def _title(step: Step) -> str:
    return step.name[0].upper() + step.name[1:]


def _parts(step: Step) -> Parts:
    parts: Parts = {}
    if step.when in COUNTED:
        parts["n"] = _number(COUNTED[step.when], step.n)
    if step.when == When.SHARE:
        parts["at_least"] = _number("Chỉ việc dài từ (ngày làm việc)", step.at_least)
    if step.when in BY_DEADLINE:
        parts["starred_earlier"] = _number("Việc gắn sao sớm hơn (ngày)", step.starred_earlier)
    if step.when in SPOKEN:
        parts["hearers"] = _hearers(step.hearers)
        parts["urgent"] = _tick("Khẩn: báo ngay, không chờ giờ yên lặng", step.urgent)
    parts["active"] = _tick("Đang dùng", step.active)
    if step.key not in OWN_KEYS:
        parts["drop"] = _tick("Bỏ hẳn bước này", False)
    return parts


def _added() -> Parts:
    when = forms.ChoiceField(label="Khi nào", choices=WHENS, required=False)
    parts: Parts = {
        "when": when,
        "n": _number("Số ngày làm việc", None),
        "starred_earlier": _number("Việc gắn sao sớm hơn (ngày)", None),
        "hearers": _hearers(()),
        "urgent": _tick("Khẩn: báo ngay, không chờ giờ yên lặng", False),
    }
    parts["n"].required = parts["starred_earlier"].required = False
    return {_name("new", name): field for name, field in parts.items()}


def _number(label: str, now: int | None) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=999, initial=now)


def _hearers(now: Sequence[Hearer]) -> forms.MultipleChoiceField:
    choices = [(str(each), words[0].upper() + words[1:]) for each, words in HEARERS.items()]
    return forms.MultipleChoiceField(
        label="Ai được nhắc", choices=choices, required=False, initial=[str(each) for each in now],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


def _tick(label: str, now: bool) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, initial=now)
