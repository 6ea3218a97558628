"""The weekly schedules: three published, with what was changed since; the next being arranged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from dondoc.config.demo.month.items import MILITARY, POLICE
from dondoc.config.demo.month.stage import KT, NC, TT, VH, VP, Month, day, hour
from dondoc.planning import actions
from dondoc.planning.models import Week, WeekEntry
from dondoc.planning.opening import week_of
from dondoc.planning.week_facts import facts_now

CHAIRMAN, ECONOMY, CULTURE = "chairman", "economy_deputy", "culture_deputy"
HALL, ROOM_1, ROOM_2, CAR = "hall", "room-1", "room-2", "car"


@dataclass(frozen=True)
class Line:
    """One line of a schedule, as the Office puts it in or a unit proposes it."""

    on: date
    starts: str
    ends: str
    content: str
    chair: str
    prepares: str
    room: str = ""
    place: str = ""
    with_: Sequence[str] = ()
    others: str = ""
    attends: Sequence[str] = ()
    car: bool = False
    key: str = ""


APRIL_WEEK = (
    Line(day(4, 25), "14:00", "16:00", "Kiểm tra công tác tiêm vắc-xin tại Trường Tiểu "
        "học", CULTURE,
         VH, place="Trường Tiểu học phường", with_=(VH,), others="Trạm Y tế phường"),
    Line(day(4, 26), "08:00", "09:30", "Nghe báo cáo tiến độ kiểm đếm khu tái định cư giai đoạn 2",
         ECONOMY, KT, room=ROOM_1, with_=(KT, NC)),
    Line(day(4, 26), "14:00", "16:30", "Khai mạc lớp tập huấn kỹ năng hòa giải ở cơ "
        "sở", CHAIRMAN, NC,
         room=HALL, with_=(NC,), others="Các tổ hòa giải"),
    Line(day(4, 27), "08:00", "11:00", "Tiếp công dân định kỳ", CHAIRMAN, NC,
         place="Phòng tiếp công dân", with_=(NC,)),
    Line(day(4, 28), "14:00", "15:30", "Họp duyệt chương trình công tác tháng 5", CHAIRMAN, VP,
         room=ROOM_1, attends=(ECONOMY, CULTURE), with_=(KT, VH, NC, TT)),
    Line(day(4, 29), "08:30", "10:30", "Kiểm tra công tác trực, bảo đảm an ninh trật tự dịp lễ",
         CHAIRMAN, VP, place="Công an phường", with_=(POLICE, MILITARY), car=True),
)  # fmt: skip

HOLIDAY_WEEK = (
    Line(day(5, 4), "14:00", "16:00", "Kiểm tra việc khắc phục sau mưa lớn tại 05 điểm "
        "ngập", ECONOMY,
         KT, place="Thực địa", with_=(KT,), car=True),
    Line(day(5, 5), "08:00", "11:00", "Kiểm tra việc thực hiện chương trình công tác tại các đơn "
        "vị",
         CHAIRMAN, VP, place="Trụ sở UBND phường", with_=(KT, TT)),
    Line(day(5, 5), "14:00", "16:00", "Làm việc với các hộ chưa thống nhất kiểm đếm", ECONOMY, KT,
         room=ROOM_1, with_=(KT, NC), others="06 hộ dân có liên quan"),
    Line(day(5, 6), "08:00", "09:30", "Ra mắt tổ hỗ trợ công dân nộp hồ sơ trực "
        "tuyến", CHAIRMAN, TT,
         place="Nhà văn hóa khu 2", with_=(TT,), others="Đoàn Thanh niên phường"),
)  # fmt: skip

MAY_WEEK = (
    Line(day(5, 9), "14:00", "15:30", "Họp ban tổ chức kỷ niệm 132 năm Ngày sinh Chủ tịch Hồ Chí "
        "Minh",
         CULTURE, VH, room=ROOM_2, with_=(VH,), others="Các đoàn thể"),
    Line(day(5, 10), "07:00", "11:00", "Ra quân lập lại trật tự vỉa hè tuyến Nguyễn Lương Bằng "
        "đợt 1",
         ECONOMY, KT, place="Tuyến Nguyễn Lương Bằng", with_=(KT, NC, POLICE), car=True),
    Line(day(5, 11), "08:00", "11:00", "Tiếp công dân định kỳ", CHAIRMAN, NC,
         place="Phòng tiếp công dân", with_=(NC,)),
    Line(day(5, 11), "14:00", "15:30", "Làm việc với nhà trường về hoạt động hè", CULTURE, VH,
         room=ROOM_2, with_=(VH,), key="summer"),
    Line(day(5, 12), "08:00", "10:00", "Kiểm tra hành lang an toàn lưới điện, cây xanh nguy hiểm",
         ECONOMY, KT, place="Tuyến Âu Cơ", with_=(KT,), others="Điện lực Liên Chiểu", car=True),
    Line(day(5, 13), "08:00", "10:00", "Kiểm tra an toàn thực phẩm bếp ăn tập thể", CULTURE, VH,
         place="Các trường mầm non", with_=(VH, KT), key="food"),
    Line(day(5, 13), "16:00", "17:00", "Hội ý lãnh đạo, duyệt lịch tuần sau", CHAIRMAN, VP,
         room=ROOM_1, attends=(ECONOMY, CULTURE)),
)  # fmt: skip
ADDED = Line(
    day(5, 12), "16:30", "17:30", "Kiểm tra điểm tập kết rác tự phát tại kiệt 127 Âu "
        "Cơ", ECONOMY, KT,
    place="Kiệt 127 Âu Cơ", with_=(KT, VH),
)  # fmt: skip

ARRANGED = (
    Line(day(5, 17), "08:00", "10:00", "Nghe báo cáo phương án bồi thường khu tái định cư giai "
        "đoạn 2",
         ECONOMY, KT, room=ROOM_1, with_=(KT, NC)),
    Line(day(5, 17), "14:00", "16:00", "Duyệt chương trình văn nghệ kỷ niệm Ngày sinh Chủ tịch Hồ "
        "Chí "
         "Minh", CULTURE, VH, room=HALL, with_=(VH,), others="Các đoàn thể"),
    Line(day(5, 18), "08:00", "11:00", "Tiếp công dân định kỳ", CHAIRMAN, NC,
         place="Phòng tiếp công dân", with_=(NC,)),
    Line(day(5, 19), "07:00", "09:00", "Dâng hương, mít tinh kỷ niệm Ngày sinh Chủ tịch Hồ Chí "
        "Minh",
         CHAIRMAN, VH, room=HALL, attends=(ECONOMY, CULTURE), with_=(KT, VH, NC, TT)),
)  # fmt: skip
PROPOSED = (
    Line(day(5, 17), "09:00", "10:30", "Họp tổ công tác số hóa hộ tịch", CULTURE, TT, room=ROOM_1,
         with_=(TT,)),
    Line(day(5, 18), "14:00", "16:00", "Họp dân, công khai phương án bồi thường khu tái định cư",
         ECONOMY, KT, room=HALL, with_=(KT, NC), others="42 hộ dân"),
    Line(day(5, 20), "08:00", "09:30", "Triển khai tuyên truyền pháp luật về cư trú", CHAIRMAN, NC,
         room=ROOM_2, with_=(NC, POLICE), others="Các chủ nhà trọ"),
    Line(day(5, 20), "14:00", "15:30", "Họp Ban chỉ đạo an toàn thực phẩm", CULTURE, VH,
        room=ROOM_2,
         with_=(VH,)),
)  # fmt: skip


def plan_weeks(month: Month) -> None:
    """Each week arranged in the one before, decided by its Friday, then changed with a mark."""
    _plan_week(month, APRIL_WEEK, day(4, 20), hour(day(4, 22), 15, 30))
    _plan_week(month, HOLIDAY_WEEK, day(4, 27), hour(day(4, 29), 10, 45))
    _plan_week(month, MAY_WEEK, day(5, 5), hour(day(5, 6), 16, 20))
    _plan_changes(month)
    _plan_outside(month)
    for number, line in enumerate(ARRANGED):
        month.then(hour(day(5, 11), 9, number), _enter, month, line)
    for number, line in enumerate(PROPOSED):
        month.then(hour(day(5, 11), 14, 5 * number), _propose, month, line)


def _plan_week(month: Month, lines: Sequence[Line], entered: date, decided: datetime) -> None:
    for number, line in enumerate(lines):
        month.then(hour(entered, 8 + number % 8, 10), _enter, month, line)
    submitted = decided.replace(hour=decided.hour - 1)
    month.then(submitted, _submit, month, lines[0].on)
    month.then(decided, _publish, month, lines[0].on)


def _enter(month: Month, line: Line, *, at: datetime) -> None:
    entry = actions.add_entry(month.committee, by=month.tracker, at=at, facts=facts(month, line))
    if line.key:
        month.made[line.key] = entry


def _propose(month: Month, line: Line, *, at: datetime) -> None:
    by = month.focal(line.prepares)
    actions.propose_entry(month.committee, by=by, at=at, facts=facts(month, line))


def facts(month: Month, line: Line) -> dict[str, Any]:
    """The line as the actions take it."""
    starts = time.fromisoformat(line.starts)
    return {
        "on": line.on, "session": "morning" if starts.hour < 12 else "afternoon",
        "starts_at": starts, "ends_at": time.fromisoformat(line.ends), "content": line.content,
        "chairs": [getattr(month, line.chair)],
        "attends": [getattr(month, name) for name in line.attends],
        "bodies": month.units(line.with_), "others": line.others, "place": line.place,
        "room": month.made[line.room] if line.room else None,
        "vehicle": month.made[CAR] if line.car else None,
        "preparing": month.unit(line.prepares), "follower": month.tracker,
    }  # fmt: skip


def _submit(month: Month, on: date, *, at: datetime) -> None:
    actions.submit_week(week_of(month.committee, on), by=month.ward.office_head, at=at)


def _publish(month: Month, on: date, *, at: datetime) -> None:
    week: Week = week_of(month.committee, on)
    actions.publish_week(week, by=month.chairman, at=at)


def _plan_changes(month: Month) -> None:
    """In the running week: one entry added, one put off, one at another hour."""
    month.then(hour(day(5, 10), 8, 40), _enter, month, ADDED)

    def put_off() -> None:
        entry = _now(month, "summer")
        actions.postpone_entry(
            entry, by=month.tracker, at=hour(day(5, 10), 15), facts={"on": day(5, 18)},
            reason="Nhà trường bận kiểm tra cuối năm học",
        )  # fmt: skip

    def set_later() -> None:
        entry = _now(month, "food")
        later = {"starts_at": time(9), "ends_at": time(11)}
        actions.arrange_entry(
            entry, by=month.tracker, at=hour(day(5, 11), 10), facts={**facts_now(entry), **later},
            reason="Chờ đoàn của Trạm Y tế phường",
        )  # fmt: skip

    month.story.then(hour(day(5, 10), 15), put_off)
    month.story.then(hour(day(5, 11), 10), set_later)


def _now(month: Month, key: str) -> WeekEntry:
    return WeekEntry.objects.in_full().get(pk=month.made[key].pk)


def _plan_outside(month: Month) -> None:
    """What the Party Committee and the Council have published for these weeks."""
    _note(month, "party", day(5, 10), "14:00", "16:30", "Hội nghị Ban Chấp hành Đảng bộ phường",
          (CHAIRMAN, ECONOMY))  # fmt: skip
    _note(month, "party", day(5, 17), "08:00", "11:00", "Kiểm tra việc thực hiện nghị quyết "
        "chuyên đề "
          "về chỉnh trang đô thị", (ECONOMY,))  # fmt: skip
    _note(month, "council", day(5, 19), "14:00", "16:30", "Giám sát công tác thu, chi các khoản "
        "đóng góp",
          (CULTURE,))  # fmt: skip


def _note(
    month: Month, body: str, on: date, starts: str, ends: str, content: str, whom: Sequence[str]
) -> None:
    place = "Hội trường Đảng ủy" if body == "party" else "Phòng họp HĐND phường"
    said = {
        "body": body, "on": on, "session": "morning", "starts_at": time.fromisoformat(starts),
        "ends_at": time.fromisoformat(ends), "content": content, "place": place,
        "officers": [getattr(month, name) for name in whom],
    }  # fmt: skip
    month.then(
        hour(min(day(5, 9), on), 9, on.day), actions.note_outside, month.committee,
        by=month.tracker, facts=said,
    )  # fmt: skip
