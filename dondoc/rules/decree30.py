"""The measures and words of Decree 30/2020/NĐ-CP, Appendix I and III, as named constants.

Lengths are millimetres, letter sizes points. Where the decree leaves a range we take the set
of its own example: Quốc hiệu 13, Tiêu ngữ, date and text 14.
"""

from datetime import date
from enum import Enum

SIGNED_ON = date(2020, 3, 5)  # the decree itself; dates the files of papers without a day

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0  # A4, I.1
MARGIN_TOP = MARGIN_BOTTOM = 20.0  # 20–25
MARGIN_LEFT = 30.0  # 30–35
MARGIN_RIGHT = 15.0  # 15–20
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
WIDE_WIDTH = PAGE_HEIGHT - MARGIN_LEFT - MARGIN_RIGHT  # of a landscape sheet

FONT = "Times New Roman"  # I.3
FIRST_LINE_INDENT = 12.7  # 1 cm or 1,27 cm
PARAGRAPH_GAP = 6.0  # points, at least
LINE_SPACING = 1.15  # single to 1,5

SIZE_NATION = 13  # box 1: 12–13
SIZE_MOTTO = 14  # box 1: 13–14
SIZE_ISSUER = 13  # box 2: 12–13
SIZE_NUMBER = 13  # box 3
SIZE_PLACE_AND_DATE = 14  # box 4: 13–14
SIZE_TITLE = 14  # box 5a: 13–14
SIZE_LETTER_SUBJECT = 13  # box 5b: 12–13
SIZE_TEXT = 14  # box 6: 13–14
SIZE_SIGNATURE = 14  # box 7: 13–14
SIZE_ADDRESSEES = 14  # box 9a: 13–14
SIZE_RECIPIENTS_LABEL = 12  # box 9b
SIZE_RECIPIENTS = 11  # box 9b
SIZE_STAMP = 13  # boxes 10b, 11: 13–14
SIZE_DRAFTER_MARK = 11  # box 12
SIZE_FOOTER_NOTE = 11  # box 13: 11–12
SIZE_APPENDIX = 14  # III.1
SIZE_PAGE_NUMBER = 14  # 13–14
SIZE_TABLE = 12  # the decree is silent; a table may be set smaller than the text

LETTERHEAD_LEFT = 67.0  # the nation's name in bold 13 needs 96 mm of the 165
LETTERHEAD_RIGHT = TEXT_WIDTH - LETTERHEAD_LEFT  # a landscape sheet is parted alike
MOTTO_WIDTH = 60.5  # of the motto in bold 14: its rule is exactly as long
RULE_SHARE = 0.42  # rules under issuer and subject: 1/3 to 1/2 of the line
SUBJECT_INDENT = 15.0  # on both sides, so that a long subject breaks into even lines
ADDRESSEES_INDENT = 30.0
ADDRESSEES_COLON = 17.7  # width of "Kính gửi" in 14: dashes stand below its colon
SIGNATURE_SPACE = 25.0  # for seal and signature between title and name

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT = "DỰ THẢO"
SALUTATION = "Kính gửi"
RECIPIENTS = "Nơi nhận:"
STAMP_HEIGHT = 8.0
DRAFT_WIDTH = 30.0


class Urgency(Enum):
    """Độ khẩn, box 10b: the words of the stamp and its width."""

    NONE = ("", 0.0)
    URGENT = ("KHẨN", 20.0)
    VERY_URGENT = ("THƯỢNG KHẨN", 40.0)
    MOST_URGENT = ("HỎA TỐC", 30.0)

    def __init__(self, stamp: str, width: float) -> None:
        self.stamp = stamp
        self.width = width


class Kind(Enum):
    """Tên loại văn bản hành chính and its abbreviation, Appendix III; công văn has neither.

    The last two are of practice, not of the decree.
    """

    OFFICIAL_LETTER = ("", "")
    RESOLUTION = ("Nghị quyết", "NQ")
    DECISION = ("Quyết định", "QĐ")
    DIRECTIVE = ("Chỉ thị", "CT")
    REGULATION = ("Quy chế", "QC")
    RULES = ("Quy định", "QyĐ")
    COMMUNIQUE = ("Thông cáo", "TC")
    NOTICE = ("Thông báo", "TB")
    GUIDANCE = ("Hướng dẫn", "HD")
    PROGRAMME = ("Chương trình", "CTr")
    PLAN = ("Kế hoạch", "KH")
    OPTION = ("Phương án", "PA")
    SCHEME = ("Đề án", "ĐA")
    PROJECT = ("Dự án", "DA")
    REPORT = ("Báo cáo", "BC")
    MINUTES = ("Biên bản", "BB")
    SUBMISSION = ("Tờ trình", "TTr")
    CONTRACT = ("Hợp đồng", "HĐ")
    TELEGRAM = ("Công điện", "CĐ")
    MEMORANDUM = ("Bản ghi nhớ", "BGN")
    AGREEMENT = ("Bản thỏa thuận", "BTT")
    AUTHORISATION = ("Giấy ủy quyền", "GUQ")
    INVITATION = ("Giấy mời", "GM")
    REFERRAL = ("Giấy giới thiệu", "GGT")
    LEAVE = ("Giấy nghỉ phép", "GNP")
    SENDING_SLIP = ("Phiếu gửi", "PG")
    TRANSFER_SLIP = ("Phiếu chuyển", "PC")
    NOTICE_SLIP = ("Phiếu báo", "PB")
    SLIP = ("Phiếu", "P")
    SCHEDULE = ("Lịch công tác", "LCT")

    def __init__(self, type_name: str, abbreviation: str) -> None:
        self.type_name = type_name
        self.abbreviation = abbreviation

    @property
    def spoken(self) -> str:
        """The word running text uses: "Báo cáo", "Công văn"."""
        return self.type_name or "Công văn"
