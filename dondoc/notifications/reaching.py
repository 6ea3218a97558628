"""Whether anything outside the house can reach an officer, and if not, what stands in its way.

Asked when a notice is made and again when its letter leaves: days may lie between.
"""

from datetime import date

from django.conf import settings

from dondoc.agencies.models import Officer
from dondoc.notifications.models import Delivery
from dondoc.rules.phones import mobile_number

NOT_WANTED = "Người nhận đã chọn không nhận loại này qua kênh này."


def unreachable(officer: Officer, channel: str, day: date) -> str:
    """Why nothing goes to the officer by the channel on the day; nothing where it does."""
    ways = {Delivery.Channel.TEXT: untextable, Delivery.Channel.PUSH: unpushable}
    return ways.get(Delivery.Channel(channel), unmailable)(officer, day)


def unmailable(officer: Officer, day: date) -> str:
    """Why no mail goes to the officer on the day; nothing where one does."""
    if not settings.EMAIL_HOST:
        return "Hệ thống chưa được cài đặt máy chủ thư (DONDOC_SMTP_HOST)."
    return unseated(officer, day) or (
        "" if officer.user.email else "Người nhận chưa có địa chỉ thư điện tử."
    )


def untextable(officer: Officer, day: date) -> str:
    """Why no message goes to the officer's telephone on the day; nothing where one does."""
    if not settings.TEXT_GATEWAY:
        return "Hệ thống chưa được cài đặt cổng tin nhắn (DONDOC_TEXT_GATEWAY)."
    if reason := unseated(officer, day):
        return reason
    if not officer.user.phone:
        return "Người nhận chưa có số điện thoại."
    if mobile_number(officer.user.phone) is None:
        return f"Số {officer.user.phone} không phải số di động của Việt Nam."
    return ""


def unpushable(officer: Officer, day: date) -> str:
    """Why nothing shows on the officer's devices on the day; nothing where something does."""
    if not settings.PUSH_SERVICES:
        return "Hệ thống không dùng thông báo trên thiết bị (DONDOC_PUSH_SERVICES)."
    return unseated(officer, day)


def unseated(officer: Officer, day: date) -> str:
    """Why the officer is told nothing any more: a letter would say how a unit stands."""
    if not officer.user.is_active:
        return "Tài khoản của người nhận đã ngừng sử dụng."
    if officer.until_on is not None and officer.until_on < day:
        return f"Người nhận đã thôi giữ vị trí này từ ngày {officer.until_on:%d/%m/%Y}."
    return ""
