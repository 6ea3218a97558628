"""The journal is only added to, and shows when somebody tampered with it."""

from datetime import date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from dondoc.database.clock import VIET_NAM
from dondoc.journal.chains import recount
from dondoc.journal.models import AppendOnly, Entry
from dondoc.tasks import actions
from dondoc.tasks.actions.assigning import Due
from tests.cast import Cast


@pytest.fixture
def entry(cast: Cast, at: datetime) -> Entry:
    task = actions.assign(
        cast.city, by=cast.binh, at=at, lead=cast.construction, content="Rà soát quy hoạch",
        due=Due(date(2022, 4, 15)),
    )  # fmt: skip
    actions.accept(task, by=cast.hoa, at=at)
    return Entry.objects.about(task).get(seq=1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET verb = 'x' WHERE id = %s",
        "DELETE FROM journal_entry WHERE id = %s",
        "INSERT INTO journal_entry SELECT * FROM journal_entry WHERE id = %s",
    ],
)
def test_the_database_itself_refuses_to_rewrite(entry: Entry, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [entry.pk])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE là của SQLite")
def test_insert_or_replace_does_not_slip_past(entry: Entry) -> None:
    sql = "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry WHERE id = %s"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [entry.pk])


def test_an_entry_is_neither_saved_again_nor_deleted(entry: Entry) -> None:
    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()


def test_each_entry_seals_the_one_before(entry: Entry) -> None:
    second = Entry.objects.get(subject_kind=entry.subject_kind, subject_id=entry.subject_id, seq=2)
    assert second.before == entry.hash
    assert entry.seal() == entry.hash
    entry.said = {"content": "khác"}
    assert entry.seal() != entry.hash


def test_a_chain_recounts_as_the_database_gives_it_back(cast: Cast, at: datetime) -> None:
    local = at.astimezone(VIET_NAM)
    actions.assign(
        cast.city, by=cast.binh, at=local, lead=cast.construction, content="Rà soát quy hoạch",
        due=Due(date(2022, 4, 15)),
    )  # fmt: skip
    assert set(recount()) == {""}
