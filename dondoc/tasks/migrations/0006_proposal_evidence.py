from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0005_desk_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="deadlines",
            field=models.JSONField(blank=True, default=list, verbose_name="các thời hạn đọc được"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="doubts",
            field=models.JSONField(blank=True, default=list, verbose_name="điều cần xem"),
        ),
        migrations.AddField(
            model_name="proposal",
            name="edited",
            field=models.BooleanField(default=False, verbose_name="đã sửa tay"),
        ),
    ]
