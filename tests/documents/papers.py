"""Papers that the rendering tests draw: a dispatch, a report with a long table, an invitation."""

from dataclasses import replace
from datetime import date

from dondoc.rules.decree30 import Kind, Urgency
from dondoc.rules.layout import (
    Appendix,
    Cell,
    Column,
    Dash,
    HeaderCell,
    Heading,
    LegalBasis,
    Numbered,
    Paper,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    cell,
    plain,
)

VICE_CHAIRMAN = Signature(("KT. CHỦ TỊCH",), "Phó Chủ tịch", "Nguyễn Thị Hồng Hạnh")

DISPATCH = Paper(
    kind=Kind.OFFICIAL_LETTER,
    issuer="Ủy ban nhân dân thành phố Sông Hàn",
    symbol="UBND-KSTT",
    number=2606,
    place="Sông Hàn",
    day=date(2022, 5, 16),
    subject="thực hiện nhiệm vụ do lãnh đạo UBND thành phố giao",
    addressees=("Các sở, ban, ngành", "UBND các quận, huyện"),
    body=(
        Paragraph(
            plain(
                "Xét đề nghị của Văn phòng tại Báo cáo số 12/BC-VP ngày 11 tháng 5 năm 2022 về "
                "tình hình thực hiện nhiệm vụ do lãnh đạo UBND thành phố giao, Chủ tịch UBND "
                "thành phố có ý kiến như sau:"
            )
        ),
        Numbered(
            "1.",
            (
                Run("Phê bình UBND quận Bãi Bồi", bold=True),
                Run(
                    " chưa có chuyển biến trong thực hiện nhiệm vụ được giao (tỉ lệ hoàn thành "
                    "29,24% và tỉ lệ cập nhật 29,82%)."
                ),
            ),
        ),
        Dash(plain("Rà soát từng nhiệm vụ quá hạn, nêu rõ giải pháp và thời gian hoàn thành.")),
        Numbered(
            "2.",
            plain(
                "Các cơ quan, đơn vị thường xuyên cập nhật tình hình, ưu tiên xử lý các nhiệm vụ "
                "có gắn sao, kịp thời báo cáo khó khăn, vướng mắc và đề xuất giải pháp."
            ),
        ),
        Paragraph(plain("Đề nghị các cơ quan, đơn vị nghiêm túc triển khai, thực hiện.")),
    ),
    recipients=(
        "Như trên",
        "Chủ tịch và các Phó Chủ tịch UBND thành phố",
        "Văn phòng UBND thành phố: CVP, các PCVP và các phòng, ban chuyên môn",
        "Lưu: VT, KSTT",
    ),
    signature=VICE_CHAIRMAN,
)


def long_dispatch() -> Paper:
    """A công văn that needs a second page."""
    more = tuple(
        Numbered(f"{n}.", plain("Yêu cầu đơn vị khẩn trương rà soát nhiệm vụ được giao. " * 5))
        for n in range(3, 9)
    )
    return replace(DISPATCH, body=(*DISPATCH.body[:-1], *more, DISPATCH.body[-1]))


def units_table(rows: int, *, landscape: bool = False) -> Table:
    """Results by unit under two header rows, with group rows and a total."""
    lines = [
        Row((str(n), f"UBND phường Số {n}", "171", "50", "29,24%", "51", "29,82%"))
        for n in range(1, rows + 1)
    ]
    return Table(
        columns=(Column(10, "center"), Column(60), *(Column(19, "right") for _ in range(5))),
        header=(
            (
                HeaderCell("TT", down=2),
                HeaderCell("Đơn vị", down=2),
                HeaderCell("Được giao", down=2),
                HeaderCell("Hoàn thành", across=2),
                HeaderCell("Cập nhật", across=2),
            ),
            tuple(HeaderCell(t) for t in ("Số lượng", "Tỉ lệ", "Số lượng", "Tỉ lệ")),
        ),
        rows=(
            Row(("I. Khối địa phương",)),
            *lines,
            Row(("", "Cộng", "8.282", "6.932", "83,70%", "7.000", "84,52%"), bold=True),
        ),
        caption="Bảng 1. Kết quả thực hiện nhiệm vụ theo đơn vị",
        landscape=landscape,
    )


def report(rows: int = 60) -> Paper:
    """A báo cáo with a long table and two appendices, one of them landscape."""
    return Paper(
        kind=Kind.REPORT,
        parent_agency="Ủy ban nhân dân thành phố Sông Hàn",
        issuer="Văn phòng",
        symbol="BC-VP",
        number=5,
        place="Sông Hàn",
        day=date(2026, 2, 5),
        urgency=Urgency.MOST_URGENT,
        subject="Tổng hợp tình hình thực hiện nhiệm vụ do lãnh đạo Ủy ban nhân dân thành phố giao "
        "tháng 01 năm 2026",
        addressees=("Chủ tịch Ủy ban nhân dân thành phố",),
        body=(
            LegalBasis(("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Quy chế làm việc")),
            Heading(1, "I. KẾT QUẢ CHUNG"),
            Paragraph(plain("Trong kỳ đã giao 8.282 nhiệm vụ, hoàn thành 6.932 (83,70%).")),
            units_table(rows),
            Heading(2, "1. Khó khăn, vướng mắc"),
            Dash(plain("Một số đơn vị chưa cập nhật thường xuyên.")),
            Heading(1, "II. KIẾN NGHỊ"),
            Paragraph(plain("Văn phòng kính báo cáo Chủ tịch xem xét, chỉ đạo.")),
            Appendix(1, "Nhiệm vụ gắn sao", (units_table(4),)),
            Appendix(2, "Nhiệm vụ quá hạn", (units_table(50),), landscape=True),
        ),
        recipients=("Như trên", "Lưu: VT, KSTT"),
        signature=Signature((), "Chánh Văn phòng", "ThS. Trần Văn Bình"),
    )


INVITATION = Paper(
    kind=Kind.INVITATION,
    issuer="Ủy ban nhân dân phường Bến Gỗ",
    symbol="GM-UBND",
    place="Bến Gỗ",
    subject="Dự họp giao ban tháng 3",
    body=(Paragraph(plain("Thời gian: 08:00 ngày 05/03/2026.")),),
    signature=Signature(("TL. Chủ tịch",), "Chánh Văn phòng", "Lê Thị Ánh"),
    footer_note="Số 1 đường Bến Gỗ, phường Bến Gỗ. Điện thoại: 0236 000 000",
    draft=True,
)

MINUTES = Paper(
    kind=Kind.MINUTES,
    issuer="Ủy ban nhân dân phường Bến Gỗ",
    symbol="BB-UBND",
    number=4,
    place="",
    day=date(2026, 3, 5),
    subject="Họp giao ban tháng 3 năm 2026",
    body=(
        Paragraph(plain("Thời gian bắt đầu: 08:00 ngày 05/03/2026.")),
        Paragraph(plain("Địa điểm: Phòng họp tầng 2.")),
        Paragraph(plain("Cuộc họp kết thúc vào 10:00 cùng ngày.")),
    ),
    recipients=("Như thành phần", "Lưu: VT"),
    signature=Signature((), "Chủ tọa", "Nguyễn Thị Hồng Hạnh"),
    second_signature=Signature((), "Thư ký", "Lê Thị Ánh"),
)


def item(hour: str, matter: str, more: str = "") -> tuple[Cell, str, str, str]:
    """A line of a schedule: the matter in bold, what is said of it below."""
    lines = ((Run(matter, bold=True),), *((plain(more),) if more else ()))
    return Cell(lines), hour, "Phòng họp tầng 2", "Văn phòng; các phòng chuyên môn"


def days(*lengths: int) -> tuple[Row, ...]:
    """Days of the week, each reaching over so many lines."""
    rows: list[Row] = []
    for day, length in enumerate(lengths):
        name = cell(f"Thứ {day + 2}\n{11 + day}/5", bold=True, down=length)
        items = [
            item(f"{8 + n % 9:02}:00", f"Việc {day + 2}.{n}", "Chủ trì: Chủ tịch UBND phường")
            for n in range(length)
        ]
        rows += [Row((name, *items[0])), *(Row(one) for one in items[1:])]
    return tuple(rows)


SCHEDULE = Paper(
    kind=Kind.SCHEDULE,
    type_name="Lịch công tác tuần",
    issuer="Ủy ban nhân dân phường Bến Gỗ",
    symbol="",
    place="Bến Gỗ",
    day=date(2026, 5, 8),
    subject="Của lãnh đạo Ủy ban nhân dân phường (từ ngày 11/5 đến ngày 15/5/2026)",
    landscape=True,
    body=(
        Table(
            columns=(
                Column(12, "center"),
                Column(50),
                Column(10, "center"),
                Column(20),
                Column(28),
            ),
            header=(
                tuple(
                    HeaderCell(name)
                    for name in ("Ngày", "Nội dung", "Giờ", "Địa điểm", "Thành phần")
                ),
            ),
            rows=(*days(3, 9, 2), Row(("Thứ Bảy, Chủ nhật: trực theo lịch",))),
        ),
    ),
    recipients=("TT. Đảng ủy, HĐND phường", "Lưu: VT"),
    signature=Signature(("TL. Chủ tịch",), "Chánh Văn phòng", "Lê Thị Ánh"),
)

HOSTILE_WORDS = (
    '#let x = 1 #panic("vỡ") $x^2$ *đậm* _nghiêng_ `mã` <script>alert(1)</script> '
    "\\ // /* <nhãn> @ai"
)
HOSTILE = replace(
    DISPATCH,
    issuer="Ủy ban #nhân_dân <b>*thành phố*</b>",
    subject=HOSTILE_WORDS,
    addressees=('- #read("/etc/passwd")', "= Đề mục </w:t>", HOSTILE_WORDS),
    body=(
        Paragraph(plain(HOSTILE_WORDS + "\x00\x08\x1b\ud800\ufffe\u202eđảo")),
        Dash(plain("+ 1. " + HOSTILE_WORDS)),
        Table(
            columns=(Column(10), Column(10)),
            header=((HeaderCell(HOSTILE_WORDS), HeaderCell("]]]")),),
            rows=(Row(("#" * 40, "chữdàikhôngdấucách" * 20)),),
            caption="$",
        ),
    ),
)
