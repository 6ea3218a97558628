"""April told to the Chairman, his direction, and the proposal to consider who answers."""

from dondoc.config.demo.month.stage import KT, Month, day, hour
from dondoc.remedies import actions as remedies
from dondoc.reports.actions import summaries as actions

APRIL = day(4, 1)


def plan_telling(month: Month) -> None:
    """The Office reports on 5 May, the Chairman directs on the 6th, a proposal lies before him."""
    head = month.ward.office_head
    month.keep(
        "summary", hour(day(5, 5), 8, 30), actions.draw_up_summary, month.committee,
        by=month.tracker, month=APRIL, as_of=hour(day(5, 4), 17),
    )  # fmt: skip
    month.on("summary", hour(day(5, 5), 11), actions.issue_summary, by=head)
    month.on(
        "summary", hour(day(5, 6), 9, 30), actions.direct, by=month.chairman,
        words="Rà soát các việc chậm của tháng 4, xác định rõ người chịu trách nhiệm từng việc, "
        "báo "
        "cáo Chủ tịch UBND phường.",
        lead=month.unit(KT), due_on=day(5, 16),
    )  # fmt: skip
    month.keep(
        "consideration", hour(day(5, 9), 10), remedies.draft_consideration, month.committee,
        by=month.tracker, month=APRIL, unit=month.unit(KT), person=month.head(KT),
    )  # fmt: skip
    month.on("consideration", hour(day(5, 10), 15), remedies.submit_consideration, by=head)
