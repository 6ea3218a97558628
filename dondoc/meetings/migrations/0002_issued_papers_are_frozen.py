"""Invitations and notices of conclusions do not change once issued."""

from django.db import migrations

from dondoc.database.frozen import Frozen


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_meetings")]

    operations = [
        Frozen("meetings_invitation", "OLD.state = 'issued'"),
        Frozen("meetings_conclusionnotice", "OLD.state = 'issued'"),
    ]
