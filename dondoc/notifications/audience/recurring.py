"""Who hears of recurring duties: of each period its unit hears by the task's own line."""

from dondoc.notifications.audience.deeds import Hearers, nobody

AUDIENCE: dict[str, Hearers] = {
    "recurringduty.set_up_duty": nobody,
    "recurringduty.edit_duty": nobody,
    "recurringduty.pause_duty": nobody,
    "recurringduty.resume_duty": nobody,
    "recurringduty.end_duty": nobody,
    "recurringduty.skip_occurrence": nobody,
    "recurringduty.give_occurrences": nobody,
    "recurringduty.pass_on_duty": nobody,  # the hand-over it belongs to is told once
    "recurringduty.succeed_in_duty": nobody,
}
