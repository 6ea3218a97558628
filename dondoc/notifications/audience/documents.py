"""Who hears of documents and of what is handed in: they stand in the register."""

from dondoc.notifications.audience.deeds import Hearers, nobody

AUDIENCE: dict[str, Hearers] = {
    "document.register": nobody,
    "document.correct": nobody,
    "document.correct_text": nobody,
    "document.issue": nobody,
    "document.take_up": nobody,
    "handin.drop_hand_in": nobody,
    "handin.fail_reading": nobody,
    "handin.finish_reading": nobody,
    "handin.hand_in": nobody,
    "handin.read_again": nobody,
    "handin.settle": nobody,
    "handin.turn_away": nobody,
}
