"""Who hears of bodies, seats and calendars: they stand in the directory."""

from dondoc.notifications.audience.deeds import Hearers, nobody

AUDIENCE: dict[str, Hearers] = {
    "agency.establish": nobody,
    "agency.keep_alias": nobody,
    "agency.found_field": nobody,
    "officer.put_in_charge": nobody,
    "officer.appoint": nobody,
    "officer.end_seat": nobody,
    "officer.delegate": nobody,
    "agency.rename": nobody,
    "agency.describe": nobody,
    "agency.move_under": nobody,
    "agency.dissolve": nobody,
    "agency.name_successors": nobody,
    "agency.forget_alias": nobody,
    "agency.set_fields": nobody,
    "agency.set_ladder": nobody,
    "agency.set_rules": nobody,
    "agency.add_day": nobody,
    "agency.remove_day": nobody,
    "dutyrun.run_again": nobody,
}
