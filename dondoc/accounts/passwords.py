"""What a password must be, said in Vietnamese."""

from django.contrib.auth import password_validation as judged

MINIMUM = 12


class LongEnough(judged.MinimumLengthValidator):
    """Twelve letters or more: length is what guessing costs."""

    def __init__(self) -> None:
        super().__init__(MINIMUM)

    def get_error_message(self) -> str:
        return f"Mật khẩu quá ngắn, cần ít nhất {MINIMUM} ký tự."


class NotCommon(judged.CommonPasswordValidator):
    """Not among the twenty thousand that everybody tries first."""

    def get_error_message(self) -> str:
        return "Mật khẩu này nhiều người dùng, rất dễ đoán."


class NotTheName(judged.UserAttributeSimilarityValidator):
    """Not one's own name or address."""

    def __init__(self) -> None:
        super().__init__(("username", "name", "email", "phone"))

    def get_error_message(self) -> str:
        return "Mật khẩu quá giống tên, tên đăng nhập hoặc thư điện tử của bạn."
