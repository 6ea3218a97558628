"""The unit says why an item was not done, or was done late."""

from datetime import datetime

from dondoc.agencies.models import Officer
from dondoc.planning.models import Explanation, ProgrammeItem
from dondoc.planning.programme_flow import explanation_flow, registrant
from dondoc.workflow import NotNow, Refused


@explanation_flow.start("Nêu lý do chưa hoàn thành", who=registrant)
def explain(item: ProgrammeItem, *, by: Officer, at: datetime, reason: str) -> Explanation:
    """Said once or said again; the journal keeps what was said before."""
    if not item.was_approved:
        raise NotNow("Nội dung này không nằm trong chương trình đã duyệt.")
    if not reason.strip():
        raise Refused("Hãy nêu lý do.")
    said, _ = Explanation.objects.update_or_create(
        item=item, defaults={"reason": reason.strip(), "by": by, "at": at}
    )
    return said
