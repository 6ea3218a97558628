import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0007_planning_rules"),
        ("documents", "0002_hand_ins_and_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Đang chuẩn bị"),
                            ("held", "Đã họp, chờ kết luận"),
                            ("concluded", "Đã có kết luận"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="tên cuộc họp")),
                ("content", models.TextField(blank=True, verbose_name="nội dung")),
                ("starts_at", models.DateTimeField(verbose_name="bắt đầu")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                (
                    "approval",
                    models.CharField(
                        choices=[
                            ("none", "Chưa xin ý kiến"),
                            ("asked", "Chờ ý kiến lãnh đạo"),
                            ("returned", "Yêu cầu chỉnh sửa"),
                            ("granted", "Đã duyệt nội dung"),
                        ],
                        default="none",
                        max_length=8,
                        verbose_name="ý kiến về nội dung",
                    ),
                ),
                ("approved_at", models.DateTimeField(null=True, verbose_name="duyệt nội dung lúc")),
                ("opinion", models.TextField(blank=True, verbose_name="ý kiến của lãnh đạo")),
                ("minutes", models.TextField(blank=True, verbose_name="biên bản")),
                ("conclusions", models.TextField(blank=True, verbose_name="kết luận")),
                (
                    "cancelled_for",
                    models.CharField(blank=True, max_length=300, verbose_name="lý do hủy"),
                ),
                ("held_at", models.DateTimeField(null=True, verbose_name="kết thúc họp lúc")),
                ("uid", models.UUIDField(unique=True, verbose_name="mã lịch")),
                ("sequence", models.PositiveIntegerField(default=0, verbose_name="lần sửa lịch")),
                ("created_at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="chủ trì",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="UBND",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "follower",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="Văn phòng theo dõi",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="đơn vị chủ trì tham mưu",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="lãnh đạo phụ trách lĩnh vực",
                    ),
                ),
            ],
            options={
                "verbose_name": "cuộc họp",
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("starts", models.TimeField(blank=True, null=True, verbose_name="giờ")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phút"),
                ),
                ("content", models.CharField(max_length=500, verbose_name="nội dung")),
                (
                    "presenter",
                    models.CharField(blank=True, max_length=200, verbose_name="trình bày"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "mục chương trình họp",
            },
        ),
        migrations.CreateModel(
            name="MeetingPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("paper", "tài liệu"),
                            ("report", "báo cáo"),
                            ("minutes", "biên bản"),
                        ],
                        default="paper",
                        max_length=8,
                        verbose_name="loại",
                    ),
                ),
                ("added_at", models.DateTimeField(verbose_name="thêm lúc")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "tài liệu họp",
            },
        ),
        migrations.CreateModel(
            name="Resource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("room", "phòng họp"), ("vehicle", "xe")],
                        max_length=8,
                        verbose_name="loại",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên")),
                (
                    "seats",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số chỗ"),
                ),
                ("in_use", models.BooleanField(default=True, verbose_name="đang dùng")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="UBND",
                    ),
                ),
            ],
            options={
                "verbose_name": "phòng họp, xe",
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="room",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="meetings.resource",
                verbose_name="phòng họp",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="vehicle",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="meetings.resource",
                verbose_name="xe",
            ),
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("rhythm", models.CharField(blank=True, max_length=120, verbose_name="định kỳ")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="UBND",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuỗi cuộc họp",
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="meetings.series",
                verbose_name="chuỗi",
            ),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=300, verbose_name="trích yếu")),
                ("letterhead", models.JSONField(default=dict, verbose_name="thể thức")),
                ("issued_at", models.DateTimeField(null=True, verbose_name="ban hành lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Dự thảo"), ("issued", "Đã ban hành")],
                        default="draft",
                        max_length=6,
                        verbose_name="trạng thái",
                    ),
                ),
                ("parts", models.JSONField(default=list, verbose_name="nội dung")),
                ("drawn_up_at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="UBND",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="văn bản ban hành",
                    ),
                ),
                (
                    "docx",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "drawn_up_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người lập",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người ban hành",
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitation",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "giấy mời",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "issued"), _negated=True),
                            models.Q(
                                ("document__isnull", False),
                                ("docx__isnull", False),
                                ("issued_at__isnull", False),
                                ("pdf__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_issued_invitation_has_its_files",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConclusionNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=300, verbose_name="trích yếu")),
                ("letterhead", models.JSONField(default=dict, verbose_name="thể thức")),
                ("issued_at", models.DateTimeField(null=True, verbose_name="ban hành lúc")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Dự thảo"), ("issued", "Đã ban hành")],
                        default="draft",
                        max_length=6,
                        verbose_name="trạng thái",
                    ),
                ),
                ("parts", models.JSONField(default=list, verbose_name="nội dung")),
                ("drawn_up_at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="UBND",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="văn bản ban hành",
                    ),
                ),
                (
                    "docx",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "drawn_up_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người lập",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người ban hành",
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notice",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "thông báo kết luận",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "issued"), _negated=True),
                            models.Q(
                                ("document__isnull", False),
                                ("docx__isnull", False),
                                ("issued_at__isnull", False),
                                ("pdf__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_issued_notice_has_its_files",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=200, verbose_name="thành phần khác"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử"),
                ),
                ("asked_at", models.DateTimeField(null=True, verbose_name="mời lúc")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="thôi mời lúc")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("none", "Chưa trả lời"),
                            ("attends", "Dự họp"),
                            ("deputy", "Cử người dự thay"),
                            ("declines", "Vắng mặt"),
                        ],
                        default="none",
                        max_length=8,
                        verbose_name="trả lời",
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                ("consent", models.BooleanField(null=True, verbose_name="chủ trì đồng ý cử thay")),
                ("attended", models.BooleanField(null=True, verbose_name="có mặt")),
                ("read_at", models.DateTimeField(null=True, verbose_name="mở tài liệu lúc")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="dự thay",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người dự",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành phần dự họp",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("agency__isnull", False)),
                        fields=("meeting", "agency"),
                        name="a_body_is_asked_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("officer__isnull", False)),
                        fields=("meeting", "officer"),
                        name="a_person_is_asked_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agency__isnull", False),
                            ("officer__isnull", False),
                            models.Q(("name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_participant_is_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Preparation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("content", "nội dung"),
                            ("papers", "tài liệu"),
                            ("report", "báo cáo"),
                            ("approval", "ý kiến lãnh đạo phụ trách"),
                            ("invitation", "giấy mời"),
                            ("room", "phòng họp"),
                            ("screen", "màn hình, âm thanh"),
                            ("water", "nước uống"),
                            ("vehicle", "xe"),
                            ("other", "điều kiện khác"),
                        ],
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="việc")),
                (
                    "ahead",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="sớm hơn (ngày làm việc)"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="xong trước hết ngày")),
                ("done_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preparations",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.officer",
                        verbose_name="người làm",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc chuẩn bị họp",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["due_on", "meeting"],
                        name="preparation_waiting",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="resource",
            constraint=models.UniqueConstraint(
                fields=("committee", "kind", "name"), name="one_resource_per_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(
                fields=("committee", "name"), name="one_series_per_name"
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["committee", "starts_at", "id"], name="meeting_by_time"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["lead", "starts_at"], name="meeting_by_lead"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["series", "starts_at"], name="meeting_by_series"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at__isnull", True),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="a_meeting_ends_after_it_begins",
            ),
        ),
    ]
