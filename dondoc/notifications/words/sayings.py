"""How a deed is told."""

from dataclasses import dataclass

from dondoc.notifications.models import Kind


@dataclass(frozen=True)
class Saying:
    """Its kind, a title for a mail's subject, a sentence with `{who}`, `{reason}` and the words
    `subjects.py` gives of its subject.

    A title never says what the subject is about: mails are read on locked screens and by servers.
    """

    kind: Kind
    title: str
    sentence: str
