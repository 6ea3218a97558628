from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_alias_teacher"),
    ]

    operations = [
        migrations.AddField(
            model_name="committeerules",
            name="strict_before",
            field=models.BooleanField(
                default=False,
                help_text="Bỏ trống: hạn là chính ngày D, theo thông lệ của Văn phòng Chính phủ.",
                verbose_name="“trước ngày D”: tính hạn là ngày liền trước D",
            ),
        ),
    ]
