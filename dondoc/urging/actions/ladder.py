"""The ladder a committee publishes."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from dondoc.agencies.actions.bodies import agency_flow
from dondoc.agencies.models import Agency
from dondoc.journal.models import Actor
from dondoc.rules.ladder import DEFAULT, Step, problems
from dondoc.urging.flow import sets_ladder
from dondoc.urging.models import Ladder
from dondoc.workflow import Refused


@agency_flow.step("Đặt thang đôn đốc", who=sets_ladder, frm=None)
def set_ladder(agency: Agency, *, by: Actor, at: datetime, steps: Sequence[Step]) -> None:
    """The committee's own steps, all of them; the steps of the house cannot be left out."""
    if not agency.is_committee:
        raise Refused("Chỉ UBND mới có thang đôn đốc riêng.")
    if {one.key for one in DEFAULT} - {one.key for one in steps}:
        raise Refused("Không bỏ được bước mặc định. Hãy tắt bước nếu không dùng.")
    if len({one.key for one in steps}) < len(steps):
        raise Refused("Hai bước trùng mã. Hãy tải lại trang rồi đặt lại.")
    if found := problems(steps):
        raise Refused(" ".join(found))
    Ladder.objects.update_or_create(
        committee=agency, defaults={"steps": [asdict(one) for one in steps]}
    )
