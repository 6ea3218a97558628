"""The ward in the middle of May 2022: its people at their screens, its clock, what lies behind.

Việt works in the division of economy, which Phúc heads; Giang tracks for the Office, which Hạnh
heads; Yến is the Vice Chairman in charge, Sơn the Chairman. Thu's division of culture and the
service centre stand beside them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from time import monotonic
from typing import Any

import docx
import pypdfium2

from dondoc.agencies.models import Agency, Charge, CommitteeRules, Field, Kind, Officer, Role
from dondoc.database.clock import VIET_NAM
from dondoc.meetings import actions as meetings
from dondoc.meetings.models import Meeting
from dondoc.notifications.reminding_meetings import remind_meetings
from dondoc.notifications.telling import tell
from dondoc.planning.actions import programmes
from dondoc.planning.keeping_step import keep_step
from dondoc.planning.models import Programme
from dondoc.planning.programme_duty import keep_programmes
from dondoc.remedies.calling import call_remedies
from dondoc.tasks import actions as tasks
from dondoc.tasks.actions.assigning import Due, Source
from tests.browser import DESK, PHONE, Screen
from tests.cast import PASSWORD, Cast

YEAR, MAY = 2022, 5
LATE_WORK = "Lập kế hoạch chỉnh trang vỉa hè đường Nguyễn Lương Bằng"
LEFTOVER = "Rà soát, cắm mốc quy hoạch khu dân cư Hòa Minh 5"
LATE_FEAST = "Tổ chức ngày hội đọc sách tại các khu phố"
OLD_PROMISE = "Kiểm tra, lập biên bản các điểm ngập úng trên địa bàn phường"
RESULT = "Đã trình UBND phường tại Tờ trình số 15/TTr-KTHT."


def hour(day: int, at: float = 8, month: int = MAY) -> datetime:
    """That hour of a day of the month in Việt Nam."""
    whole = datetime(YEAR, month, day, tzinfo=VIET_NAM) + timedelta(hours=at)
    return whole.astimezone(UTC)


@dataclass
class Clock:
    """The house's clock as the test moves it; between two moves it runs."""

    set_to: datetime
    since: float = field(default_factory=monotonic)

    def now(self) -> datetime:
        return self.set_to + timedelta(seconds=monotonic() - self.since)

    def turn(self, to: datetime) -> None:
        self.set_to, self.since = to, monotonic()


@dataclass
class Ward:
    """The people of the ward, its clock, and the screens they sit at."""

    cast: Cast
    clock: Clock
    open_screen: Callable[[tuple[int, int]], Screen]
    screens: dict[tuple[str, tuple[int, int]], Screen] = field(default_factory=dict)

    def later(self, day: int, at: float = 8, month: int = MAY) -> None:
        """Time passes; each morning the house does its duties, and the bell has been rung."""
        to = hour(day, at, month)
        for morning in mornings(self.clock.now(), to):
            for duty in (call_remedies, keep_programmes, remind_meetings):
                duty(morning)
        self.clock.turn(to)
        keep_step(to)
        tell(to)

    def sit(self, officer: Officer, path: str = "/", size: tuple[int, int] | None = None) -> Screen:
        """Leaders carry a phone, all others sit at a desk; who is away for days signs in again."""
        size = size or (PHONE if officer.role == Role.LEADER else DESK)
        key = officer.user.username, size
        if key not in self.screens:
            self.screens[key] = self.open_screen(size)
            self.screens[key].sign_in(officer.user.username, PASSWORD, "")
        screen = self.screens[key]
        screen.go(path)
        if "/login/" in screen.page.url:  # away for days: the house has signed him out
            screen.pass_door(officer.user.username, PASSWORD)
        return screen

    def leave(self) -> None:
        while self.screens:
            self.screens.popitem()[1].leave()


def mornings(since: datetime, until: datetime) -> Iterator[datetime]:
    """06:30 of each day that passes."""
    day = since.astimezone(VIET_NAM).date()
    while True:
        morning = datetime.combine(day, time(6, 30), VIET_NAM)
        if since < morning <= until:
            yield morning.astimezone(UTC)
        if morning > until:
            return
        day += timedelta(days=1)


def seat_everyone(cast: Cast) -> None:
    """Everyone is in his seat, the leaders in charge of their fields."""
    people = (
        cast.son, cast.yen, cast.hanh, cast.giang, cast.phuc, cast.viet, cast.thu, centre(cast),
    )  # fmt: skip
    assert all(one.pk for one in people)
    CommitteeRules.objects.create(committee=cast.ward, minimum_sample=1)
    for unit, name in (
        (cast.ward_economy, "Kinh tế, đô thị"), (cast.ward_division, "Văn hóa, xã hội"),
    ):  # fmt: skip
        made = Field.objects.create(committee=cast.ward, name=name)
        unit.fields.add(made)
        Charge.objects.create(officer=cast.yen, field=made, from_on=date(2022, 1, 1))
    by = {"by": cast.giang, "at": hour(4, month=4)}
    meetings.add_resource(cast.ward, kind="room", name="Hội trường tầng 2", seats=80, **by)
    meetings.add_resource(cast.ward, kind="vehicle", name="43A-012.34", **by)


def centre(cast: Cast) -> Officer:
    """The head of the service centre, of which nothing is heard all month."""
    found = Agency.objects.filter(parent=cast.ward, kind=Kind.CENTRE).first()
    body = found or cast.body(
        cast.ward, "Trung tâm Phục vụ hành chính công", Kind.CENTRE, symbol="TTHCC"
    )
    return cast.seat(body, Role.UNIT_HEAD, "Giám đốc", "Âu Loan")


def may_programme(cast: Cast) -> Programme:
    """Three undertakings of May: two are late by the 20th, one runs to the end of the month."""
    at = hour(25, month=4)
    made = programmes.open_programme(
        cast.ward, by=cast.giang, at=at, period="month", from_on=date(YEAR, MAY, 1)
    )
    economy, culture = cast.ward_economy, cast.ward_division
    for by, unit, content, day in (
        (cast.phuc, economy, LATE_WORK, 18), (cast.phuc, economy, LEFTOVER, 31),
        (cast.thu, culture, LATE_FEAST, 17),
    ):  # fmt: skip
        programmes.register(
            made, by=by, at=at, unit=unit, content=content, due_on=date(YEAR, MAY, day),
            person=cast.viet if by == cast.phuc else None,
        )  # fmt: skip
    programmes.submit_programme(made, by=cast.giang, at=hour(26, month=4))
    programmes.approve(made, by=cast.son, at=hour(28, month=4))
    programmes.publish(made, by=cast.hanh, at=hour(29, month=4))
    return made


def last_meeting(cast: Cast) -> Meeting:
    """The meeting of April, whose conclusion is not carried out yet."""
    at = hour(25, month=4)
    series = meetings.begin_series(cast.ward, by=cast.giang, at=at, name="Giao ban đô thị")
    met = meetings.plan_meeting(
        cast.ward, by=cast.phuc, at=at, title="Họp giao ban đô thị tháng 4",
        lead=cast.ward_economy, leader=cast.yen, chair=cast.yen, series=series,
        content="Đánh giá công tác đô thị tháng 4.", starts_at=hour(29, month=4),
    )  # fmt: skip
    over = {"by": cast.giang, "at": hour(29, 11, month=4)}
    conclusion = f"1. Giao Phòng Kinh tế, Hạ tầng và Đô thị {OLD_PROMISE}."
    meetings.write_down(met, minutes="", conclusions=conclusion, **over)
    meetings.hold(met, **over)
    notice = meetings.draft_notice(met, **over)
    meetings.issue_notice(met, by=cast.hanh, at=hour(29, 16, month=4), signer=cast.hanh)
    notice.refresh_from_db()
    tasks.assign(
        cast.ward, by=cast.giang, at=hour(29, 16.5, month=4), lead=cast.ward_economy,
        content=OLD_PROMISE, due=Due(date(YEAR, 6, 15)), source=Source(notice.document),
    )  # fmt: skip
    return met


def words_of_docx(content: bytes) -> str:
    paper = docx.Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*cells, *(line.text for line in paper.paragraphs)]).split())


def words_of_pdf(content: bytes) -> str:
    paper = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in paper).split())


def unfold(screen: Screen, words: str, within: str = "main") -> None:
    """Opens what is folded under these words."""
    screen.page.locator(f"{within} details:not([open]) > summary", has_text=words).first.click()


def choose(screen: Screen, label: str, option: Any, within: str = "main") -> None:
    """Picks a line of the list whose label begins so."""
    named = re.compile("^" + re.escape(label))
    field = screen.page.locator(within).get_by_label(named).locator("visible=true").first
    line = field.locator("option", has_text=option).first
    field.select_option(value=line.get_attribute("value"))


def tick(screen: Screen, label: str, within: str = "main") -> None:
    screen.page.locator(within).get_by_label(label).locator("visible=true").first.check()
