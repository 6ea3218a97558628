"""The forms of signing in and of changing one's password, in our words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, PasswordVerificationMixin


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """Name and password; what is wrong is never told apart."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["login"], self.fields["password"]
        name.label, password.label, password.help_text = "Tên đăng nhập", "Mật khẩu", ""
        name.error_messages["required"] = "Hãy nhập tên đăng nhập."
        password.error_messages["required"] = "Hãy nhập mật khẩu."
        name.widget.attrs.update(
            {"placeholder": "", "autocapitalize": "none", "spellcheck": "false"}
        )
        password.widget.attrs["placeholder"] = ""

    def clean_login(self) -> str:
        name: str = self.cleaned_data["login"]
        return name.strip().casefold()


class ChangePassword(ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The old password once, the new one twice."""

    use_required_attribute = False
    status = 200

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("oldpassword", "Mật khẩu hiện nay"),
            ("password1", "Mật khẩu mới"),
            ("password2", "Nhập lại mật khẩu mới"),
        ):
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.widget.attrs["placeholder"] = ""
            field.error_messages["required"] = f"Hãy nhập {label.lower()}."
        self.fields[
            "password1"
        ].help_text = "Ít nhất 12 ký tự; không dùng tên mình hay mật khẩu dễ đoán."

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super(PasswordVerificationMixin, self).clean()
        first, second = said.get("password1"), said.get("password2")
        if first and second and first != second:
            self.add_error("password2", "Hai lần nhập mật khẩu mới không giống nhau.")
        return said
