from django.db import migrations

from dondoc.accounts.demo_guard import DemoGuard


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("database", "0001_initial"),
    ]

    operations = [DemoGuard()]
