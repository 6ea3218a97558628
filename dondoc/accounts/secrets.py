"""Words that pass through a deed but are never written down."""

import secrets
from dataclasses import dataclass

_LETTERS = "abcdefghkmnpqrstuvwxyz23456789"  # none that is read for another
_GROUPS, _LENGTH = 4, 4


@dataclass(frozen=True, repr=False)
class Secret:
    """A password on its way to being hashed; the journal sees only that there was one."""

    text: str

    def __str__(self) -> str:
        return "(không ghi)"

    __repr__ = __str__

    @classmethod
    def draw(cls) -> "Secret":
        """A one-time password to be read out: 16 letters, some 78 bits."""
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(_GROUPS))
        return cls("-".join(groups))
