"""Who hears of accounts: the person concerned is told by word of mouth."""

from dondoc.notifications.audience.deeds import Hearers, nobody

AUDIENCE: dict[str, Hearers] = {
    "user.change_password": nobody,
    "user.end_session": nobody,
    "user.end_other_sessions": nobody,
    "user.open_account": nobody,
    "user.disable": nobody,
    "user.enable": nobody,
    "user.reset_password": nobody,
}
