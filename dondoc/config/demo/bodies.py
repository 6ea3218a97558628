"""The bodies of the demonstration, and how diligent each is."""

from dataclasses import dataclass

from dondoc.agencies.models import Kind


@dataclass(frozen=True)
class Body:
    """A body under the city, the number of tasks it gets in the period, and its habits."""

    name: str
    short: str
    kind: str
    tasks: int
    completes: int
    updates: int
    symbol: str = ""
    fields: tuple[str, ...] = ()


CITY = "UBND thành phố Đà Nẵng"
OFFICE = "Văn phòng UBND thành phố"
CRITICISED = "UBND quận Liên Chiểu"
REQUESTED = "Ban Xúc tiến và Hỗ trợ đầu tư"

D, B, Q, H, P = Kind.DEPARTMENT, Kind.BOARD, Kind.DISTRICT, Kind.DISTRICT, Kind.PARTNER
PROJECTS = "Ban Quản lý dự án"
BUILDING = "đầu tư xây dựng"
HIGH_TECH = "Ban Quản lý Khu công nghệ cao và các khu công nghiệp"
CIVIL = f"{PROJECTS} {BUILDING} công trình dân dụng và công nghiệp"
TRANSPORT = f"{PROJECTS} {BUILDING} các công trình giao thông"
RURAL = f"{PROJECTS} {BUILDING} nông nghiệp và phát triển nông thôn"
BEACHES = "Ban Quản lý bán đảo Sơn Trà và các bãi biển du lịch"

FIELDS = (
    "Đất đai, môi trường",
    "Xây dựng, quy hoạch, đô thị",
    "Giao thông",
    "Tài chính, đầu tư",
    "Nông nghiệp, thủy lợi",
    "Văn hóa, thể thao, du lịch",
    "Giáo dục, y tế, lao động",
    "Nội vụ, cải cách hành chính",
    "Khoa học, chuyển đổi số",
    "Công thương, xúc tiến đầu tư",
)
LAND, BUILD, ROAD, MONEY, FARM, CULTURE, SOCIAL, HOME, DIGITAL, TRADE = FIELDS

BODIES = (
    Body("Sở Tài nguyên và Môi trường", "STNMT", D, 132, 92, 97, fields=(LAND,)),
    Body("Sở Xây dựng", "SXD", D, 128, 91, 96, fields=(BUILD,)),
    Body("Sở Kế hoạch và Đầu tư", "SKHĐT", D, 118, 88, 95, fields=(MONEY, TRADE)),
    Body("Sở Tài chính", "STC", D, 96, 86, 93, fields=(MONEY,)),
    Body("Sở Giao thông vận tải", "SGTVT", D, 92, 93, 98, fields=(ROAD,)),
    Body("Sở Nội vụ", "SNV", D, 84, 95, 99, fields=(HOME,)),
    Body("Sở Tư pháp", "STP", D, 41, 90, 95, fields=(HOME,)),
    Body("Sở Công Thương", "SCT", D, 52, 76, 86, fields=(TRADE,)),
    Body("Sở Nông nghiệp và Phát triển nông thôn", "SNNPTNT", D, 47, 72, 84, fields=(FARM,)),
    Body("Sở Thông tin và Truyền thông", "STTTT", D, 58, 94, 98, fields=(DIGITAL,)),
    Body("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH", D, 49, 81, 90, fields=(SOCIAL,)),
    Body("Sở Văn hóa và Thể thao", "SVHTT", D, 46, 79, 88, fields=(CULTURE,)),
    Body("Sở Du lịch", "SDL", D, 38, 83, 91, fields=(CULTURE,)),
    Body("Sở Khoa học và Công nghệ", "SKHCN", D, 33, 85, 92, fields=(DIGITAL,)),
    Body("Sở Giáo dục và Đào tạo", "SGDĐT", D, 44, 82, 91, fields=(SOCIAL,)),
    Body("Sở Y tế", "SYT", D, 57, 74, 85, fields=(SOCIAL,)),
    Body("Sở Ngoại vụ", "SNgV", D, 29, 89, 95, fields=(HOME,)),
    Body("Thanh tra thành phố", "TTTP", D, 31, 84, 91, fields=(HOME,)),
    Body(HIGH_TECH, "BQLKCNC", B, 45, 71, 83, fields=(TRADE,)),
    Body("Ban Quản lý An toàn thực phẩm", "BQLATTP", B, 24, 88, 94, fields=(SOCIAL,)),
    Body(REQUESTED, "BXTĐT", B, 46, 54, 63, fields=(TRADE,)),
    Body(TRANSPORT, "BQLDAGT", B, 51, 66, 79, fields=(ROAD,)),
    Body(f"{PROJECTS} hạ tầng và phát triển đô thị", "BQLDAHT", B, 48, 64, 78, fields=(BUILD,)),
    Body(CIVIL, "BQLDADD", B, 36, 69, 80, fields=(BUILD,)),
    Body(RURAL, "BQLDANN", B, 22, 73, 82, fields=(FARM,)),
    Body(BEACHES, "BQLST", B, 27, 85, 93, fields=(CULTURE,)),
    Body("Ban Quản lý Làng Đại học", "BQLLĐH", B, 12, 67, 83, fields=(BUILD,)),
    Body("Viện Nghiên cứu phát triển kinh tế - xã hội", "VNC", B, 18, 83, 89, fields=(MONEY,)),
    Body("Viện Quy hoạch xây dựng", "VQH", B, 21, 76, 86, fields=(BUILD,)),
    Body("Trung tâm Phát triển quỹ đất", "TTPTQĐ", B, 39, 62, 77, fields=(LAND,)),
    Body("Quỹ Đầu tư phát triển", "QĐTPT", B, 9, 89, 89, fields=(MONEY,)),
    Body("Quỹ Bảo vệ môi trường", "QBVMT", B, 6, 83, 100, fields=(LAND,)),
    Body("Đài Phát thanh - Truyền hình", "ĐPTTH", B, 11, 91, 100, fields=(CULTURE,)),
    Body("Trường Cao đẳng nghề", "TCĐN", B, 4, 75, 75, fields=(SOCIAL,)),
    Body("Liên minh Hợp tác xã", "LMHTX", B, 8, 75, 88, fields=(FARM,)),
    Body("Trung tâm Giám sát, điều hành thông minh", "TTĐHTM", B, 13, 92, 100, fields=(DIGITAL,)),
    Body("Văn phòng Điều phối biến đổi khí hậu", "VPBĐKH", B, 7, 71, 86, fields=(LAND,)),
    Body("Trung tâm Hỗ trợ khởi nghiệp sáng tạo", "TTKN", B, 9, 78, 89, fields=(DIGITAL,)),
    Body("UBND quận Hải Châu", "HC", Q, 112, 84, 92, fields=FIELDS),
    Body("UBND quận Thanh Khê", "TK", Q, 104, 94, 98, fields=FIELDS),
    Body("UBND quận Sơn Trà", "ST", Q, 97, 78, 88, fields=FIELDS),
    Body("UBND quận Ngũ Hành Sơn", "NHS", Q, 93, 81, 90, fields=FIELDS),
    Body(CRITICISED, "LC", Q, 171, 0, 0, fields=FIELDS),
    Body("UBND quận Cẩm Lệ", "CL", Q, 99, 75, 86, fields=FIELDS),
    Body("UBND huyện Hòa Vang", "HV", H, 108, 70, 82, fields=FIELDS),
    Body("UBND huyện Hoàng Sa", "HS", H, 3, 100, 100, fields=(HOME,)),
    Body("Công an thành phố", "CATP", P, 8, 88, 88),
    Body("Bộ Chỉ huy Quân sự thành phố", "BCHQS", P, 5, 80, 80),
    Body("Bộ Chỉ huy Bộ đội Biên phòng thành phố", "BĐBP", P, 4, 75, 75),
    Body("Cục Thuế", "CT", P, 6, 83, 100),
    Body("Cục Hải quan", "CHQ", P, 3, 67, 67),
    Body("Cục Thống kê", "CTK", P, 3, 100, 100),
    Body("Kho bạc Nhà nước", "KBNN", P, 4, 75, 100),
    Body("Bảo hiểm xã hội thành phố", "BHXH", P, 4, 75, 75),
    Body("Ngân hàng Nhà nước chi nhánh", "NHNN", P, 2, 100, 100),
)  # fmt: skip

WARD = "UBND phường Hòa Khánh Bắc"
DIVISIONS = (
    ("Văn phòng HĐND và UBND", Kind.OFFICE, "VP"),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", Kind.DIVISION, "KTHTĐT"),
    ("Phòng Văn hóa - Xã hội", Kind.DIVISION, "VHXH"),
    ("Phòng Nội chính", Kind.DIVISION, "NC"),
    ("Trung tâm Phục vụ hành chính công", Kind.CENTRE, "TTPVHCC"),
)
WARD_PARTNERS = ("Công an phường", "BCH Quân sự phường")
EARLIER = {"UBND quận Liên Chiểu": (34, 40), REQUESTED: (57, 66)}
"""Where a body stood in the periods before (percent completed, updated); others a little lower."""
