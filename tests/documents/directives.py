"""Directives that the same clerk typed, printed and scanned: words, names and numbers are ours."""

from datetime import date

from dondoc.rules.decree30 import MOTTO, NATION, Kind, Urgency
from dondoc.rules.layout import (
    Appendix,
    Block,
    Column,
    Dash,
    HeaderCell,
    Heading,
    LegalBasis,
    Numbered,
    Paper,
    Paragraph,
    Row,
    Signature,
    Table,
    plain,
)

LETTER = Paper(
    kind=Kind.OFFICIAL_LETTER,
    issuer="Ủy ban nhân dân thành phố Sông Hàn",
    symbol="UBND-KTN",
    number=1482,
    place="Sông Hàn",
    day=date(2025, 3, 14),
    subject="tăng cường phòng, chống cháy rừng và bảo đảm cấp nước mùa khô năm 2025",
    urgency=Urgency.URGENT,
    addressees=(
        "Các sở: Nông nghiệp và Môi trường, Xây dựng, Tài chính",
        "Công an thành phố",
        "UBND các xã, phường",
    ),
    body=(
        Paragraph(
            plain(
                "Thời gian qua, nắng nóng kéo dài, nguy cơ cháy rừng và thiếu nước sinh hoạt ở "
                "mức cao. Để chủ động ứng phó, Chủ tịch UBND thành phố yêu cầu:"
            )
        ),
        Numbered(
            "1.",
            plain(
                "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an thành phố, UBND các "
                "xã, phường rà soát phương án phòng cháy, chữa cháy rừng; báo cáo UBND thành phố "
                "trước ngày 31 tháng 3 năm 2025."
            ),
        ),
        Numbered("2.", plain("Sở Xây dựng:")),
        Numbered(
            "a)",
            plain(
                "Kiểm tra hệ thống cấp nước sạch tại các khu dân cư, hoàn thành trong tháng 4 "
                "năm 2025;"
            ),
        ),
        Numbered(
            "b)",
            plain(
                "Tham mưu UBND thành phố phương án cấp nước dự phòng, trình trước ngày 20/4/2025."
            ),
        ),
        Numbered(
            "3.",
            plain(
                "Giao Sở Tài chính bố trí kinh phí theo quy định, báo cáo kết quả trước ngày "
                "15 hằng tháng."
            ),
        ),
        Numbered("4.", plain("UBND các xã, phường:")),
        Dash(plain("Tuyên truyền để người dân không đốt nương trong thời gian cao điểm;")),
        Dash(
            plain(
                "Tổ chức trực 24/24 giờ và báo cáo tình hình về Sở Nông nghiệp và Môi trường "
                "trước 16 giờ 00 ngày thứ Sáu hằng tuần."
            )
        ),
        Paragraph(
            plain(
                "Giao Văn phòng UBND thành phố theo dõi, đôn đốc việc thực hiện Công văn này, "
                "tổng hợp báo cáo Chủ tịch UBND thành phố trước ngày 10 tháng 5 năm 2025."
            )
        ),
    ),
    recipients=(
        "Như trên",
        "Chủ tịch, các Phó Chủ tịch UBND thành phố",
        "Văn phòng UBND thành phố",
        "Lưu: VT, KTN",
    ),
    signature=Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch"), "Phó Chủ tịch", "Lê Minh Khôi"),
)

_WORK = Table(
    columns=(
        Column(10, "center"), Column(60), Column(32), Column(35), Column(28, "center"),
    ),
    header=(
        tuple(
            HeaderCell(title)
            for title in (
                "TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp",
                "Thời gian hoàn thành",
            )
        ),
    ),
    rows=(
        Row((
            "1", "Rà soát danh mục thủ tục hành chính nội bộ, đề xuất cắt giảm",
            "Văn phòng UBND thành phố", "Các sở, ban, ngành", "Trước ngày 30/6/2025",
        )),
        Row((
            "2", "Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính",
            "Sở Khoa học và Công nghệ", "Sở Tài chính", "Quý III/2025",
        )),
        Row((
            "3", "Tập huấn cho công chức bộ phận Một cửa các xã, phường",
            "Sở Nội vụ", "UBND các xã, phường", "Tháng 8/2025",
        )),
    ),
)  # fmt: skip

PLAN = Paper(
    kind=Kind.PLAN,
    issuer="Ủy ban nhân dân tỉnh Hải Sơn",
    symbol="KH-UBND",
    number=87,
    place="Hải Sơn",
    day=date(2025, 5, 5),
    subject="Cải cách thủ tục hành chính năm 2025 trên địa bàn tỉnh",
    body=(
        LegalBasis(("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025",)),
        Paragraph(plain("Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:")),
        Heading(1, "I. MỤC ĐÍCH, YÊU CẦU"),
        Numbered("1.", plain("Nâng cao chất lượng phục vụ người dân và doanh nghiệp.")),
        Numbered("2.", plain("Bảo đảm đồng bộ, thống nhất, đúng tiến độ.")),
        Heading(1, "II. TỔ CHỨC THỰC HIỆN"),
        Numbered("1.", plain("Sở Nội vụ")),
        Numbered(
            "a)",
            plain(
                "Chủ trì, phối hợp với Sở Tư pháp hướng dẫn các cơ quan, đơn vị triển khai thực "
                "hiện Kế hoạch, hoàn thành trước ngày 25 tháng 5 năm 2025."
            ),
        ),
        Numbered(
            "b)",
            plain(
                "Định kỳ hằng quý, trước ngày 20 của tháng cuối quý, tổng hợp kết quả thực hiện, "
                "báo cáo UBND tỉnh."
            ),
        ),
        Numbered("2.", plain("Sở Khoa học và Công nghệ")),
        Dash(
            plain(
                "Xây dựng phương án kết nối dữ liệu dùng chung, trình UBND tỉnh phê duyệt trong "
                "quý II năm 2025."
            )
        ),
        Dash(
            plain("Bảo đảm an toàn thông tin cho hệ thống thông tin giải quyết thủ tục hành chính.")
        ),
        Numbered(
            "3.",
            plain(
                "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện Kế hoạch."
            ),
        ),
        Numbered(
            "4.",
            plain(
                "UBND các xã, phường căn cứ Kế hoạch này ban hành kế hoạch của địa phương, gửi về "
                "Sở Nội vụ trước ngày 30/5/2025 để theo dõi."
            ),
        ),
        Appendix(None, "DANH MỤC NHIỆM VỤ CẢI CÁCH THỦ TỤC HÀNH CHÍNH", (_WORK,)),
    ),
    recipients=("Các sở, ban, ngành", "UBND các xã, phường", "Lưu: VT, KSTT"),
    signature=Signature(("TM. Ủy ban nhân dân",), "Chủ tịch", "Phan Thị Thu Hà"),
)

NOTICE = Paper(
    kind=Kind.NOTICE,
    parent_agency="Ủy ban nhân dân thành phố Sông Hàn",
    issuer="Văn phòng",
    symbol="TB-VP",
    number=215,
    place="Sông Hàn",
    day=date(2025, 9, 22),
    subject="Kết luận của Phó Chủ tịch UBND thành phố Trần Quốc Đạt tại cuộc họp về tiến độ "
    "các công trình trọng điểm",
    body=(
        Paragraph(
            plain(
                "Ngày 19 tháng 9 năm 2025, Phó Chủ tịch UBND thành phố Trần Quốc Đạt chủ trì họp "
                "nghe báo cáo tiến độ các công trình trọng điểm. Sau khi nghe báo cáo và ý kiến "
                "của các đơn vị, Phó Chủ tịch UBND thành phố kết luận:"
            )
        ),
        Numbered("1.", plain("Về dự án cầu Bến Gỗ")),
        Dash(
            plain(
                "Giao Ban Quản lý dự án hạ tầng khẩn trương hoàn thiện hồ sơ thiết kế, trình Sở "
                "Xây dựng thẩm định trước ngày 05 tháng 10 năm 2025."
            )
        ),
        Dash(
            plain(
                "Giao Sở Xây dựng thẩm định trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ; "
                "báo cáo Phó Chủ tịch UBND thành phố."
            )
        ),
        Numbered("2.", plain("Về giải phóng mặt bằng")),
        Dash(
            plain(
                "Giao UBND phường Bến Gỗ phối hợp với Trung tâm Phát triển quỹ đất vận động các "
                "hộ dân bàn giao mặt bằng, hoàn thành trước ngày 15/11/2025."
            )
        ),
        Dash(
            plain(
                "Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính tham mưu "
                "giá đất cụ thể, báo cáo UBND thành phố trước ngày 30 tháng 10 năm 2025."
            )
        ),
        Numbered(
            "3.",
            plain(
                "Giao Văn phòng UBND thành phố theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo "
                "cáo trước ngày 25 hằng tháng."
            ),
        ),
    ),
    recipients=(
        "CT, các PCT UBND thành phố",
        "Các sở, ban, ngành liên quan",
        "UBND phường Bến Gỗ",
        "Lưu: VT, ĐT",
    ),
    signature=Signature(("KT. Chánh Văn phòng",), "Phó Chánh Văn phòng", "Đỗ Văn Tường"),
)

ALL = {"công văn": LETTER, "kế hoạch": PLAN, "thông báo": NOTICE}


def typed(paper: Paper) -> str:
    """The paper as a clerk pastes it: one element after the other."""
    top = (
        *paper.parent_lines, *paper.issuer_lines, paper.number_line, paper.letter_subject,
        NATION, MOTTO, paper.place_line, "",
        *paper.stamps, paper.title, paper.subject if paper.title else "", "",
    )  # fmt: skip
    to = ("Kính gửi:", *paper.addressee_lines, "") if paper.addressee_lines else ()
    body = (line for block in paper.main_blocks for line in _lines(block))
    ending = ("", "Nơi nhận:", *paper.recipient_lines, "", *paper.signature.lines, "")
    appendices = (line for appendix in paper.appendices for line in _appendix(paper, appendix))
    lines = (*top, *to, *body, *ending, paper.signature.printed_name, "", *appendices)
    return "\n".join(lines)


def _appendix(paper: Paper, appendix: Appendix) -> list[str]:
    blocks = [line for block in appendix.blocks for line in _lines(block)]
    return [appendix.heading, appendix.title, paper.attached_to, "", *blocks]


def _lines(block: Block) -> list[str]:
    if isinstance(block, Table):
        titles = [[cell.text for cell in row] for row in block.header]
        return [f"| {' | '.join(row)} |" for row in [*titles, *(r.cells for r in block.rows)]]
    if isinstance(block, LegalBasis):
        return list(block.lines)
    if isinstance(block, Heading):
        return [block.text]
    mark = getattr(block, "mark", "")
    return [f"{mark} {''.join(run.text for run in block.runs)}".strip()]  # type: ignore[union-attr]
