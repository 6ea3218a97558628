"""The memory of the house: entries that are only ever added, and the list of what is untold.

Each subject's entries form a chain: an entry's hash covers its content and the hash before it,
so that a changed or missing entry shows when the chain is recounted.
"""

import hashlib
import json
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import models


class AppendOnly(Exception):
    """Somebody tried to rewrite the journal."""


class Actor(Protocol):
    """Whoever does a deed: an officer in a seat, or the house itself."""

    @property
    def actor_id(self) -> int | None: ...
    @property
    def user_id(self) -> int | None: ...
    @property
    def agency_id(self) -> int | None: ...
    @property
    def actor_name(self) -> str: ...
    @property
    def actor_title(self) -> str: ...


@dataclass(frozen=True)
class House:
    """The house itself, acting by its clock."""

    actor_id: None = None
    user_id: None = None
    agency_id: None = None
    actor_name: str = "Hệ thống Đôn Đốc"
    actor_title: str = "tự động theo lịch"


@dataclass
class RequestFacts:
    """What the door knows of the request: kept with each entry, never used to decide."""

    address: str = ""
    agent: str = ""
    request_id: str = ""
    key: str = ""
    moves: int = 0

    def next_key(self) -> str | None:
        """The key of the next move of this request; the same form sent twice gives the same."""
        if not self.key:
            return None
        self.moves += 1
        return f"{self.key}:{self.moves}"


NO_REQUEST = RequestFacts()  # has no key, so it is never counted up
request_facts: ContextVar[RequestFacts] = ContextVar("request_facts", default=NO_REQUEST)


class AlreadyDone(Exception):
    """The same form arrived twice: the first time counted."""

    def __init__(self, entry: "Entry") -> None:
        super().__init__(entry.verb)
        self.entry = entry


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, subject: models.Model) -> "EntryQuerySet":
        """The entries of one subject."""
        return self.filter(subject_kind=kind_of(subject), subject_id=subject.pk)


class Entry(models.Model):
    """One deed: who, in which capacity, when, what was and what is."""

    subject_kind = models.CharField("loại", max_length=40)
    subject_id = models.BigIntegerField("mã")
    seq = models.PositiveIntegerField("thứ tự")
    verb = models.CharField("việc", max_length=60)
    recorded_at = models.DateTimeField("ghi nhận lúc")
    claimed_on = models.DateField("ngày thực hiện theo lời khai", null=True)
    actor_id = models.BigIntegerField("người giữ chức vụ", null=True)
    user_id = models.BigIntegerField("tài khoản", null=True)
    agency_id = models.BigIntegerField("cơ quan", null=True)
    actor_name = models.CharField("họ và tên", max_length=120)
    actor_title = models.CharField("chức vụ khi đó", max_length=300)
    was = models.JSONField("trước")
    now = models.JSONField("sau")
    said = models.JSONField("nội dung")
    address = models.CharField("địa chỉ mạng", max_length=45, blank=True)
    agent = models.CharField("thiết bị", max_length=200, blank=True)
    request_id = models.CharField("mã yêu cầu", max_length=40, blank=True)
    key = models.CharField("khóa chống lặp", max_length=80, null=True, unique=True)
    before = models.CharField("mã băm trước", max_length=64)
    hash = models.CharField("mã băm", max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "mục nhật ký"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "seq"], name="one_entry_per_place"
            ),
        ]
        indexes = [
            models.Index(fields=["recorded_at"], name="entry_by_time"),
            models.Index(fields=["actor_id", "recorded_at"], name="entry_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind}:{self.subject_id}#{self.seq}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnly("Nhật ký chỉ được ghi thêm, không được sửa.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnly("Nhật ký chỉ được ghi thêm, không được xóa.")

    @property
    def subject_verb(self) -> str:
        """The verb without its subject: 'post_update' of 'task.post_update'."""
        return self.verb.partition(".")[2]

    def content(self) -> str:
        """What the hash covers, as canonical JSON."""
        facts = {name: getattr(self, name) for name in HASHED}
        facts["recorded_at"] = self.recorded_at.astimezone(UTC)  # as the database gives it back
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)

    def seal(self) -> str:
        """The hash of this entry over the one before it."""
        return hashlib.sha256((self.before + self.content()).encode()).hexdigest()

    @classmethod
    def write(
        cls,
        subject: models.Model,
        verb: str,
        *,
        by: Actor,
        at: datetime,
        was: dict[str, Any] | None = None,
        now: dict[str, Any] | None = None,
        said: dict[str, Any] | None = None,
        claimed_on: Any = None,
        key: str | None = None,
    ) -> "Entry":
        """Adds an entry to the subject's chain and the untold list, in the deed's transaction."""
        request = request_facts.get()
        last = cls.objects.about(subject).order_by("-seq").values("seq", "hash").first()
        entry = cls(
            subject_kind=kind_of(subject),
            subject_id=subject.pk,
            seq=(last["seq"] + 1) if last else 1,
            verb=verb,
            recorded_at=at,
            claimed_on=claimed_on,
            actor_id=by.actor_id,
            user_id=by.user_id,
            agency_id=by.agency_id,
            actor_name=by.actor_name,
            actor_title=by.actor_title,
            was=was or {},
            now=now or {},
            said=said or {},
            address=request.address,
            agent=request.agent[:200],
            request_id=request.request_id,
            key=key,
            before=last["hash"] if last else "",
        )
        entry.hash = entry.seal()
        entry.save()
        Untold.objects.create(entry=entry)
        return entry


HASHED = (
    "subject_kind", "subject_id", "seq", "verb", "recorded_at", "claimed_on", "actor_id", "user_id",
    "agency_id", "actor_name", "actor_title", "was", "now", "said",
)  # fmt: skip


def kind_of(subject: models.Model) -> str:
    """The word under which the journal keeps a subject: the model's own."""
    return subject._meta.model_name or ""


class Untold(models.Model):
    """Stands until people have been told of the entry."""

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="+", primary_key=True)
    not_before = models.DateTimeField("không sớm hơn", null=True)
    failures = models.PositiveSmallIntegerField("số lần lỗi", default=0)

    class Meta:
        verbose_name = "chưa báo"

    def __str__(self) -> str:
        return f"chưa báo {self.entry_id}"
