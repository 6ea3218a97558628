"""What can be told of: any subject with a line, fetched once for a whole batch."""

from datetime import datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from dondoc.documents import actions as documents
from dondoc.journal.models import Entry, Untold
from dondoc.notifications.models import Notice
from dondoc.notifications.reminding import remind
from dondoc.notifications.subjects import key_of, page_of, subjects_of, words_of
from dondoc.notifications.telling import tell
from dondoc.tasks import actions
from dondoc.tasks.models import Task
from tests.cast import Cast


def test_a_batch_of_entries_fetches_its_subjects_in_one_query_for_each_kind(
    cast: Cast, task: Task, at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        actions.star(task, by=cast.binh, at=at, reason=f"Lần {number}")
    documents.register(cast.city, by=cast.binh, at=at, letterhead={"number": "1/UBND"})
    entries = list(Entry.objects.all())
    with django_assert_num_queries(1):
        found = subjects_of(entries)
        known = {found[key_of(entry)] for entry in entries if key_of(entry) in found}
        (only,) = known
        assert words_of(only)["lead"] == "Sở Xây dựng"
    assert page_of(only) == reverse("tasks:detail", args=[task.code])


def test_what_has_no_line_is_told_to_nobody_and_waits_no_longer(
    cast: Cast, task: Task, at: datetime
) -> None:
    Untold.objects.all().delete()
    documents.register(cast.city, by=cast.binh, at=at, letterhead={"number": "1/UBND"})
    tell(at)
    assert not Notice.objects.exists()
    assert not Untold.objects.exists()


@pytest.mark.usefixtures("committed")
def test_notices_written_of_tasks_are_still_of_them(cast: Cast, task: Task, at: datetime) -> None:
    tell(at)
    remind(at.replace(month=4, day=18))
    count = Notice.objects.about(task).count()
    assert count == Notice.objects.count() > 3
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes("notifications")
    try:
        executor.migrate([("notifications", "0001_initial")])
        with connection.cursor() as cursor:
            cursor.execute("SELECT DISTINCT task_id FROM notifications_notice")
            assert cursor.fetchall() == [(task.pk,)]
    finally:
        MigrationExecutor(connection).migrate(newest)
    assert Notice.objects.about(task).count() == count
