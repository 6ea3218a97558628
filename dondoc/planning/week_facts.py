"""What an entry of the week says, as facts to compare and as words to print."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from dondoc.agencies.models import Agency, Officer
from dondoc.planning.models import WeekEntry, WeekPerson
from dondoc.rules.wording import day_short, weekday

OWN = (
    "on", "session", "starts_at", "ends_at", "repeats", "content", "place", "room", "vehicle",
    "preparing", "follower", "invites", "meeting", "item", "note",
)  # fmt: skip
"""Facts that are fields of the entry itself."""

TIME = ("on", "session", "starts_at", "ends_at", "repeats")
PEOPLE = ("chairs", "attends", "bodies", "persons", "others")

TOLD = {
    "when": "thời gian", "content": "nội dung", "chairs": "chủ trì", "attends": "lãnh đạo dự",
    "others": "thành phần", "where": "địa điểm", "vehicle": "xe", "preparing": "chuẩn bị",
    "follower": "Văn phòng theo dõi", "invites": "thư mời", "note": "ghi chú",
}  # fmt: skip
"""What people are told of an entry, in words that outlive later renamings."""

Part = WeekPerson.Part
BARE = {"morning": "Sáng", "afternoon": "Chiều", "evening": "Tối", "all_day": "Cả ngày"}


def hour(at: time) -> str:
    """ "07h30", as offices write it."""
    return f"{at.hour:02}h{at.minute:02}"


def hours(entry: WeekEntry) -> str:
    """ "07h30 – 09h00", "từ 07h30"; the session where no hour is set."""
    if entry.starts_at is None:
        return BARE[entry.session]
    return " – ".join(hour(at) for at in (entry.starts_at, entry.ends_at) if at)


def when(entry: WeekEntry) -> str:
    """ "07h30 thứ Ba 17/05/2022"."""
    spoken = hours(entry) if entry.starts_at else hours(entry).lower()
    if entry.repeats:
        return (
            f"{spoken} các ngày làm việc trong tuần, từ {weekday(entry.on)} {day_short(entry.on)}"
        )
    return f"{spoken} {weekday(entry.on)} {day_short(entry.on)}"


def where(entry: WeekEntry) -> str:
    """The room and the place, whichever there is."""
    return ", ".join(str(one) for one in (entry.room, entry.place) if one)


def named(entry: WeekEntry) -> list[WeekPerson]:
    """Who is named in the entry, from what was fetched with it where it was."""
    found = getattr(entry, "named", None)
    if found is None:
        rows = entry.people.select_related("officer__user", "officer__agency", "agency")
        found = list(rows.order_by("pk"))
    return list(found)


def short(officer: Officer) -> str:
    """ "Chủ tịch Nguyễn Văn An": a leader by his title, as schedules print him."""
    title = officer.title.removesuffix(" UBND").partition(" UBND ")[0].strip()
    return f"{title} {officer.user.name}"


def leaders(entry: WeekEntry, part: str) -> str:
    """Those who chair, or those who attend, in one line."""
    return "; ".join(short(one.officer) for one in named(entry) if one.part == part and one.officer)


def participants(entry: WeekEntry) -> str:
    """Bodies, persons and words, in the order they were given."""
    return "; ".join(
        one.words or (short(one.officer) if one.officer else str(one.agency))
        for one in named(entry)
        if one.part == Part.TAKES_PART
    )


def told_of(entry: WeekEntry) -> dict[str, str]:
    """What people are told of the entry as it now stands."""
    return {
        "when": when(entry),
        "content": entry.content,
        "chairs": leaders(entry, Part.CHAIRS),
        "attends": leaders(entry, Part.ATTENDS),
        "others": participants(entry),
        "where": where(entry),
        "vehicle": str(entry.vehicle or ""),
        "preparing": str(entry.preparing or ""),
        "follower": entry.follower.user.name if entry.follower else "",
        "invites": entry.get_invites_display(),
        "note": entry.note,
    }


def differences(entry: WeekEntry) -> list[tuple[str, str, str]]:
    """Against what was published: (what, before, now)."""
    if not entry.told:
        return []
    now = told_of(entry)
    return [
        (label, entry.told.get(key, ""), now[key])
        for key, label in TOLD.items()
        if entry.told.get(key, "") != now[key]
    ]


def facts_now(entry: WeekEntry) -> dict[str, Any]:
    """The entry's facts as the actions take them."""
    people = named(entry)
    leading = {part: [p.officer for p in people if p.part == part] for part in Part.values}
    taking = [p for p in people if p.part == Part.TAKES_PART]
    return {
        **{name: getattr(entry, name) for name in OWN},
        "chairs": leading[Part.CHAIRS],
        "attends": leading[Part.ATTENDS],
        "bodies": [p.agency for p in taking if p.agency],
        "persons": [p.officer for p in taking if p.officer],
        "others": "; ".join(p.words for p in taking if p.words),
    }


def put_on(entry: WeekEntry, facts: dict[str, Any]) -> None:
    """Writes the entry's own facts; its people stand in rows of their own, see `seat`."""
    for name in OWN:
        if name in facts:
            setattr(entry, name, facts[name])


def seat(entry: WeekEntry, facts: dict[str, Any]) -> None:
    """Writes who chairs, attends and takes part, in the order given."""
    if not set(PEOPLE) & set(facts):
        return
    entry.people.all().delete()
    WeekPerson.objects.bulk_create(_rows(entry, facts))
    if hasattr(entry, "named"):
        del entry.named


def _rows(entry: WeekEntry, facts: dict[str, Any]) -> Iterable[WeekPerson]:
    chairs: list[Officer] = list(facts.get("chairs") or ())
    bodies: list[Agency] = list(facts.get("bodies") or ())
    for officer in chairs:
        yield WeekPerson(entry=entry, part=Part.CHAIRS, officer=officer)
    for officer in facts.get("attends") or ():
        if officer not in chairs:
            yield WeekPerson(entry=entry, part=Part.ATTENDS, officer=officer)
    for body in bodies:
        yield WeekPerson(entry=entry, part=Part.TAKES_PART, agency=body)
    for officer in facts.get("persons") or ():
        yield WeekPerson(entry=entry, part=Part.TAKES_PART, officer=officer)
    if others := (facts.get("others") or "").strip():
        yield WeekPerson(entry=entry, part=Part.TAKES_PART, words=others)


def days_word(day: date) -> str:
    """ "Thứ Hai 16/05"."""
    spoken = weekday(day)
    return f"{spoken[0].upper()}{spoken[1:]} {day:%d/%m}"
