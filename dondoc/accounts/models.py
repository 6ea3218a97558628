"""Who may sign in. What a person may do belongs to the seat he holds (`agencies.Officer`)."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Makes users with a password that is never kept in clear."""

    def create_user(self, username: str, password: str | None = None, **facts: Any) -> "User":
        """A person who may sign in; without a password nobody can sign in as him yet."""
        user = self.model(username=username, **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One person, one account."""

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    name = models.CharField("họ và tên", max_length=100)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    is_active = models.BooleanField("đang hoạt động", default=True)
    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    created_at = models.DateTimeField("ngày tạo", auto_now_add=True)

    UNRECORDED = ("password", "last_login")  # the journal keeps no secret, even hashed

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = "tài khoản"
        constraints = [
            models.UniqueConstraint(Lower("username"), name="one_account_per_name"),
        ]

    def __str__(self) -> str:
        return self.name
