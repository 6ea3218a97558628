"""Whom the Office proposes to criticise, to make a request of, or to commend, and why in words.

Căn cứ: thông lệ của UBND thành phố Đà Nẵng (công văn phê bình 2020, 2022, 2025): tỉ lệ thấp, không
có chuyển biến tích cực, đã bị nhắc trước đó. The numbers are the committee's own; a proposal
binds nobody: a person accepts, rewords or drops it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dondoc.rules.scoring import CURRENT, Formulas, Share, Tally, change
from dondoc.rules.wording import percent_of, points, thousands

NO_IMPROVEMENT_BELOW = 200
"""A rate that rose by fewer hundredths of a point has not changed for the better (ours)."""


class Kind(StrEnum):
    CRITICISM = "criticism"
    REQUEST = "request"
    COMMENDATION = "commendation"


@dataclass(frozen=True)
class Thresholds:
    """The committee's numbers, in whole percents; the sample in tasks."""

    criticise_below: int = 50
    criticise_update_below: int = 50
    request_below: int = 60
    praise_above: int = 90
    minimum_sample: int = 5
    red_periods: int = 2
    """Periods in a row after which a unit named again is criticised; 0 for never."""


@dataclass(frozen=True)
class Case:
    """A unit's counts now and in the period before, and where it was criticised already."""

    unit: int
    now: Tally
    before: Tally | None = None
    criticised_in: str = ""  # "Công văn số 08/UBND-KSTT ngày 05 tháng 01 năm 2022"
    red_before: int = 0  # periods in a row before this one in which it was named for lateness


@dataclass(frozen=True)
class Finding:
    """One proposal: what about whom, each reason in words, and the figures it rests on."""

    kind: Kind
    unit: int
    reasons: tuple[str, ...]
    figures: dict[str, str]
    no_improvement: bool = False
    repeated: bool = False
    red_in_a_row: str = ""  # "bị nêu chậm 2 kỳ báo cáo liên tiếp"


def judge_units(
    cases: Iterable[Case], thresholds: Thresholds, formulas: Formulas = CURRENT
) -> list[Finding]:
    """Criticisms first, then requests, then commendations; the worst, or the best, ahead."""
    judged = [_Judged(case, thresholds, formulas) for case in cases]
    found = [(one, kind) for one in judged if (kind := one.kind())]
    order = list(Kind)
    found.sort(key=lambda pair: (order.index(pair[1]), pair[0].place(pair[1])))
    return [one.finding(kind) for one, kind in found]


class _Judged:
    """One unit's case with its rates worked out."""

    def __init__(self, case: Case, thresholds: Thresholds, formulas: Formulas) -> None:
        self.case, self.limits = case, thresholds
        self.completion, self.update = rates_of(case.now, formulas)
        self.was = rates_of(case.before, formulas)[0] if case.before else Share(0, 0)
        self.rose = change(self.completion, self.was)

    @property
    def stands_still(self) -> bool:
        return self.rose is not None and self.rose < NO_IMPROVEMENT_BELOW

    @property
    def red_too_often(self) -> bool:
        return 0 < self.limits.red_periods <= self.case.red_before + 1

    @property
    def in_a_row(self) -> str:
        """Where it was named before, and is now: in words."""
        before = self.case.red_before
        return f"bị nêu chậm {before + 1} kỳ báo cáo liên tiếp" if before else ""

    def kind(self) -> Kind | None:
        limits, done, told = self.limits, _rate(self.completion), _rate(self.update)
        if self.case.now.assigned < max(limits.minimum_sample, 1):
            return None
        if done < 100 * limits.criticise_below or told < 100 * limits.criticise_update_below:
            return Kind.CRITICISM
        if done < 100 * limits.request_below:
            again = bool(self.case.criticised_in) and self.stands_still
            return Kind.CRITICISM if again or self.red_too_often else Kind.REQUEST
        if done >= 100 * limits.praise_above and not self.case.now.starred_overdue:
            return Kind.COMMENDATION
        return None

    def place(self, kind: Kind) -> tuple[int, int]:
        rate = _rate(self.completion)
        return (-rate if kind is Kind.COMMENDATION else rate), self.case.unit

    def finding(self, kind: Kind) -> Finding:
        low = kind is not Kind.COMMENDATION
        return Finding(
            kind, self.case.unit, tuple(self._reasons(low=low)), self._figures(),
            no_improvement=low and self.stands_still,
            repeated=low and bool(self.case.criticised_in),
            red_in_a_row=self.in_a_row if low else "",
        )  # fmt: skip

    def _reasons(self, *, low: bool) -> Iterable[str]:
        yield f"tỉ lệ hoàn thành nhiệm vụ {in_words(self.completion)}"
        yield f"tỉ lệ cập nhật tình hình {in_words(self.update)}"
        if low and self.stands_still:
            yield (
                f"không có chuyển biến tích cực: kỳ trước {in_words(self.was)}, "
                f"kỳ này {moved(self.rose)}"
            )
        if low and self.in_a_row:
            yield self.in_a_row
        if low and self.case.criticised_in:
            yield f"đã bị phê bình tại {self.case.criticised_in}"

    def _figures(self) -> dict[str, str]:
        figures = {"completion": in_words(self.completion), "update": in_words(self.update)}
        if self.rose is not None:
            figures |= {"before": in_words(self.was), "change": moved(self.rose)}
        return figures


def rates_of(tally: Tally, formulas: Formulas) -> tuple[Share, Share]:
    """The two rates by which units are judged: completed, and kept up to date."""
    return formulas.rate("completion_rate").of(tally), formulas.rate("update_rate").of(tally)


def _rate(share: Share) -> int:
    return share.hundredths or 0


def in_words(share: Share) -> str:
    """ "29,24% (50/171)"."""
    return f"{percent_of(share.hundredths)} ({thousands(share.x)}/{thousands(share.n)})"


def moved(hundredths: int | None) -> str:
    """ "tăng 1,25 điểm", "giảm 2,58 điểm", "không đổi"; a dash where there is nothing before."""
    if hundredths is None:
        return percent_of(None)
    if not hundredths:
        return "không đổi"
    return f"{'tăng' if hundredths > 0 else 'giảm'} {points(abs(hundredths)).removeprefix('+')}"
