"""What a person does to the clockwork of the house: a duty that failed is run again at once."""

from datetime import datetime
from typing import Any

from dondoc.agencies.models import Officer, Role
from dondoc.agencies.roles import OFFICE
from dondoc.jobs.models import DutyRun
from dondoc.journal.models import Actor
from dondoc.workflow import Flow, Refused

duty_flow = Flow("dutyrun", "việc chạy theo lịch")


def watches_duties(by: Any, run: DutyRun) -> bool:
    """The administrator, and the Office, whose reminders stand still otherwise."""
    return isinstance(by, Officer) and by.role in (*OFFICE, Role.ADMINISTRATOR)


@duty_flow.step("Chạy lại ngay", who=watches_duties, frm=None)
def run_again(run: DutyRun, *, by: Actor, at: datetime) -> None:
    """The next look at the clock takes it up; whoever runs it holds it alone as ever."""
    if not run.has_failed:
        raise Refused("Việc này không bị lỗi, hoặc đang chạy lại. Hãy mở lại trang để xem.")
    run.leased_until = None
