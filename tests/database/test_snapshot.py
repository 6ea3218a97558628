"""What must add up is read in one view, and the house knows when it has one."""

import pytest
from django.db import connection

from dondoc.database.snapshot import is_one_view, snapshot


@pytest.mark.usefixtures("committed")
def test_only_inside_a_snapshot_do_two_reads_see_the_same_instant() -> None:
    assert not is_one_view()
    with snapshot():
        assert is_one_view()
    assert not is_one_view()
    with connection.cursor() as cursor:  # and writing goes on as before
        cursor.execute("SELECT 1")
