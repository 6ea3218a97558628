"""A chain of May's work, and what a week's delay would do to it: seen, not saved."""

from datetime import date

from dondoc.rules.schedule_lines import Line, Wait
from dondoc.tasks import actions
from dondoc.tasks.models import Schedule, ScheduledTask, Task
from tests.stories.living_ward import LATE_WORK, LEFTOVER, OLD_PROMISE, Ward, hour

NAME = "Chỉnh trang đô thị trước mùa mưa"


def code_of(content: str) -> str:
    return Task.objects.get(content=content).code


def lay_out(ward: Ward) -> Schedule:
    """Giang has laid three tasks out: five days, five days after them, two days beside them."""
    ward.later(23)
    by = {"by": ward.cast.giang, "at": hour(23)}
    made = actions.set_up(ward.cast.ward, name=NAME, start_on=date(2022, 5, 23), **by)
    first, then, beside = (code_of(content) for content in (LATE_WORK, LEFTOVER, OLD_PROMISE))
    lines = [Line(0, first, 5, ()), Line(1, then, 5, (Wait(first),)), Line(2, beside, 2, ())]
    actions.lay_in(made, lines=lines, **by)
    return made


def ask_what_if(ward: Ward, schedule: Schedule) -> None:
    """If the first slips seven days the second moves with it, past its deadline; none is saved."""
    office = ward.sit(ward.cast.giang, "/schedules/")
    office.see("Đường găng")
    office.press(NAME)
    office.see(NAME)
    assert office.page.get_by_text("03/06/2022").count()
    office.page.fill("#slip-task", code_of(LATE_WORK))
    office.page.fill("#slip-days", "7")
    office.press("Xem ảnh hưởng")
    office.page.locator("#slip h2", has_text=f"Nếu {code_of(LATE_WORK)} chậm 7 ngày").wait_for()
    office.examine()
    told = office.page.locator("#slip").inner_text()
    assert "14/06/2022" in told  # the new end, over the weekends
    assert LEFTOVER in told
    assert OLD_PROMISE not in told
    assert not ScheduledTask.objects.exclude(not_before=None).exists()
    office.go(f"/schedules/{schedule.pk}/holders/")
    office.see("")


def read_on_a_phone(ward: Ward, schedule: Schedule) -> None:
    """Yến asks the same on her phone."""
    leader = ward.sit(ward.cast.yen, f"/schedules/{schedule.pk}/")
    leader.see(NAME)
    leader.page.fill("#slip-task", code_of(LATE_WORK))
    leader.press("Xem ảnh hưởng")
    leader.page.locator("#slip", has_text="14/06/2022").wait_for()
    leader.examine()
