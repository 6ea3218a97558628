"""What a person does to his own account."""

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from dondoc.accounts.models import User
from dondoc.accounts.secrets import Secret
from dondoc.accounts.sessions import end_sessions, own_session
from dondoc.journal.models import Actor
from dondoc.workflow import Flow, Refused

user_flow = Flow("user", "tài khoản")


def himself(by: Actor, user: User) -> bool:
    """One's own account only."""
    return by.user_id == user.pk


@user_flow.step("Đổi mật khẩu", who=himself, frm=None)
def change_password(user: User, *, by: Actor, at: datetime, password: Secret) -> None:
    """A person takes a new password; every other session of his ends with the old one."""
    user.set_password(password.text)
    user.must_change_password = False


@user_flow.step("Kết thúc một phiên", who=himself, frm=None)
def end_session(user: User, *, by: Actor, at: datetime, session: int) -> None:
    """A person ends one of his sessions elsewhere."""
    try:
        own_session(user, session).end()
    except ObjectDoesNotExist:
        raise Refused("Phiên này đã kết thúc từ trước.") from None


@user_flow.step("Kết thúc mọi phiên khác", who=himself, frm=None)
def end_other_sessions(user: User, *, by: Actor, at: datetime, keep: Secret) -> None:
    """A person ends all his sessions but the one he is in (its key is not written down)."""
    end_sessions(user, keep=keep.text)
