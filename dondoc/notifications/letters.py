"""A letter that came in, read without believing it: who, to whom, what, and whether by a machine.

Broken letters are read as far as they go; nothing here asks the database.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses
from html.parser import HTMLParser

from dondoc.rules.replies import said_in

LONGEST_ID = 200
SMALL_PICTURE = 20_000
"""Bytes up to which a picture inside the text is taken for a signature's logo."""
_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
_MACHINE_SUBJECT = re.compile(
    r"^\s*(Automatic reply|Auto(matic)?[- ]?reply|Out of office|Trả lời tự động|Tự động trả lời)\b",
    re.IGNORECASE,
)
_SIGNATURE_TYPES = ("application/pkcs7-signature", "application/x-pkcs7-signature",
                    "application/pgp-signature")  # fmt: skip


@dataclass(frozen=True)
class Letter:
    """What a mail says of itself."""

    identity: str
    sender: str
    recipients: list[str]
    is_automatic: bool
    verdicts: list[str]
    text: str = ""
    files: list[tuple[str, bytes]] = field(default_factory=list)

    def passes(self, authority: str) -> bool:
        """The mail server we trust says that the letter comes from its sender's domain.

        Only the topmost result bearing the server's name counts: what a sender forged stands below.
        """
        if not authority:
            return True
        verdict = next((v for v in self.verdicts if _judge_of(v) == authority.lower()), "")
        return _is_aligned(verdict, self.sender.rpartition("@")[2])


def read_letter(raw: bytes) -> Letter:
    """Reads the bytes of a mail."""
    mail = BytesParser(policy=policy.compat32).parsebytes(raw)
    senders = _addresses(mail, "From")
    return Letter(
        identity=_identity(mail, raw), sender=senders[0] if len(senders) == 1 else "",
        recipients=_addresses(mail, *_TO), is_automatic=_is_automatic(mail),
        verdicts=[_said(v) for v in mail.get_all("Authentication-Results", [])],
        text=said_in(_text(mail)), files=list(_files(mail)),
    )  # fmt: skip


def _identity(mail: Message, raw: bytes) -> str:
    """Its Message-ID, or a hash where there is none that could be kept."""
    given = _said(mail.get("Message-ID", "")).strip()
    if given and len(given) <= LONGEST_ID and given.isprintable():
        return given
    return f"sha256:{hashlib.sha256(given.encode() or raw).hexdigest()}"


def _said(value: object) -> str:
    """A header on one line; bytes that are no text become question marks."""
    return re.sub(r"\s+", " ", str(value).encode("utf-8", "replace").decode())


def _addresses(mail: Message, *names: str) -> list[str]:
    found = getaddresses([_said(value) for name in names for value in mail.get_all(name, [])])
    return [address.strip().lower() for _, address in found if "@" in address]


def _is_automatic(mail: Message) -> bool:
    """Written by a machine: an absence note, a bounce, a list; to be answered by nobody (3834)."""
    submitted = _said(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    precedence = _said(mail.get("Precedence", "")).strip().lower()
    return (
        submitted != "no"
        or precedence in ("bulk", "junk", "list", "auto_reply")
        or any(name in mail for name in ("List-Id", "X-Autoreply", "X-Autorespond"))
        or _said(mail.get("Return-Path", "")).strip() == "<>"
        or mail.get_content_type() in ("multipart/report", "message/delivery-status")
        or bool(_MACHINE_SUBJECT.match(_decoded(mail.get("Subject", ""))))
    )


def _decoded(value: object) -> str:
    try:
        return _said(make_header(decode_header(str(value))))
    except (LookupError, ValueError):
        return _said(value)


def _judge_of(verdict: str) -> str:
    return re.split(r"[\s;]", verdict.strip(), maxsplit=1)[0].lower()


def _is_aligned(verdict: str, domain: str) -> bool:
    """DMARC passed; or the domain publishes none, and its own DKIM or SPF passed."""
    results = [part.split() for part in re.sub(r"\([^()]*\)", " ", verdict).lower().split(";")[1:]]
    methods = [words[0] for words in results if words]
    dmarc = next((m.removeprefix("dmarc=") for m in methods if m.startswith("dmarc=")), "none")
    if dmarc != "none":
        return dmarc == "pass"
    return _passed(results, "dkim", ("header.d", "header.i"), domain) or _passed(
        results, "spf", ("smtp.mailfrom",), domain
    )


def _passed(results: list[list[str]], method: str, names: tuple[str, ...], domain: str) -> bool:
    for words in results:
        facts = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        hosts = [facts[name].strip('"').rpartition("@")[2] for name in names if name in facts]
        if words and words[0] == f"{method}=pass" and domain in hosts:
            return True
    return False


def _leaves(mail: Message) -> Iterator[Message]:
    """The parts of the letter, in order; a letter inside it is one part. Deep nesting is cut."""
    waiting = [mail]
    while waiting:
        part = waiting.pop(0)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = [one for one in inner if isinstance(one, Message)]
        else:
            yield part


def _is_file(part: Message) -> bool:
    return bool(
        part.get_content_disposition() == "attachment" or part.get_filename()
        or part.get_content_maintype() != "text"
    )  # fmt: skip


def _text(mail: Message) -> str:
    words = [part for part in _leaves(mail) if not _is_file(part)]
    plain = [_words_of(part) for part in words if part.get_content_type() == "text/plain"]
    if any(text.strip() for text in plain):
        return "\n".join(plain)
    html = [_words_of(part) for part in words if part.get_content_type() == "text/html"]
    return "\n".join(words_of_html(text) for text in html)


def _words_of(part: Message) -> str:
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _files(mail: Message) -> Iterator[tuple[str, bytes]]:
    for part in _leaves(mail):
        if not _is_file(part) or part.get_content_type() in _SIGNATURE_TYPES:
            continue
        inside = part.get_payload(decode=True)
        content = inside if isinstance(inside, bytes) else part.as_bytes()
        logo = part.get_content_maintype() == "image" and "Content-ID" in part
        if not (logo and len(content) <= SMALL_PICTURE):
            yield _name_of(part), content


def _name_of(part: Message) -> str:
    given = _decoded(part.get_filename() or "").strip()
    endings = {"image/jpeg": ".jpg", "image/png": ".png", "message/rfc822": ".eml"}
    return given or f"tep-dinh-kem{endings.get(part.get_content_type(), '')}"


class _Words(HTMLParser):
    """The words of a page, a line for each block, without what it quotes."""

    BLOCKS = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "hr"))
    SILENT = frozenset(("style", "script", "head", "title", "blockquote"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.said.append("\n")
        elif tag in self.BLOCKS:
            self._new_line()
        if tag in self.SILENT:
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        if tag in self.BLOCKS and tag != "br":
            self._new_line()

    def _new_line(self) -> None:
        if self.said and not self.said[-1].endswith("\n"):
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(re.sub(r"\s+", " ", data))


def words_of_html(html: str) -> str:
    """What a letter written as a page says, line by line."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    lines = [line.strip() for line in "".join(parser.said).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
