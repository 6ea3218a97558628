"""The words that names of bodies are made of besides their capitalised ones."""

import re

from dondoc.rules.directive.vocabulary import GROUP, LOOSE, MEMBERS, one_of

CAPITAL = "".join(c for c in map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA))) if c.isupper())
LEVEL = one_of(
    "thành phố|tp|TP|tỉnh|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu|thôn|tổ dân phố|khu phố"
)
PLACE = rf"(?:[{CAPITAL}][\w’']*|\d{{1,2}}(?![\w./-]))"
# “các quận, huyện”, “thành phố Sông Trắng”, “cấp xã” after any name
LEVELS = (
    rf"(?:các\s+)?(?:{LEVEL})(?!\s+(?:ủy|hội|đoàn)(?!\w))\.?(?:(?:,\s+|\s+và\s+"
    rf"|\s*-\s*)(?:{LEVEL}))*(?!\w)"
    rf"(?::?\s+{PLACE}(?:[\s-]{PLACE})*)?"
)
IN_NAMES = one_of(
    "nhân dân|thị trường|chất lượng"
    "|tỉnh ủy|thành ủy|quận ủy|huyện ủy|liên quan|có liên quan|nêu trên|nói trên"
    "|trên địa bàn|chuyên môn|địa phương"
    "|trực thuộc|trung ương|vận tải|nông thôn|dự án|đầu tư xây dựng|công trình|các công trình"
    "|giao thông|dân dụng|công nghiệp|nông nghiệp|hạ tầng|đô thị|các khu công nghiệp|quỹ đất"
    "|khu công nghiệp|khu kinh tế|chế xuất|công nghệ cao|công nghệ|bệnh tật|đất đai|nước thải"
    "|cán bộ|tác giả|truyền hình|thủ tục hành chính|người có công|trẻ em|đóng trên địa bàn"
    "|thương mại|chính sách|chi nhánh|việc làm|dịch vụ chi trả"
    "|nhà nước|xã hội|y tế|tế|khu vực|miền|phía|thành viên|kỹ thuật|truyền thông|môi trường"
    "|dân sự|nguồn nhân lực|cứu nạn|cứu hộ|thiên tai|dân cư|nghề nghiệp|dịch vụ|công cộng"
    "|cây xanh|phòng hộ|đặc dụng|rừng|du lịch|thể thao|văn hóa|thủy lợi|đường bộ|đường sắt"
    "|hàng không|nhà ở|tình nguyện|chủ đầu tư|hành chính công|hành chính|điện tử|cộng đồng"
)
OF = re.compile(r"(?:thuộc|trực\s+thuộc|của)\s+(?=[A-ZĐỦ]|các\s|tỉnh|thành\s+phố)")
LEVELS_ALONE = re.compile(LEVELS)
TAIL = re.compile(
    rf"(?:(?:{IN_NAMES})(?!\w)|{LEVELS}|cấp\s+(?:{LEVEL}|cơ\s+sở|trên|dưới)(?!\w)"
    r"|số\s+\d{1,3}(?!\w)|(?<=vực\s)\d{1,2}(?!\w)|(?<=an\s)quản\s+lý(?!\w)"
    rf"|(?:(?<=án\s)|(?<=cứu\s))phát\s+triển(?!\w)|(?<=tầng\s)xây\s+dựng(?!\w)|(?:(?<=rợ\s)|(?<=án\s))đầu\s+tư(?!\w))"
)
# “Ban Quản lý vịnh Mân Quang”: what is managed belongs to the name
MANAGED = re.compile(
    rf"(?<=lý\s)(?:(?![{CAPITAL}])\w+\s+)?(?![{CAPITAL}])\w+(?=\s+[{CAPITAL}])|(?<=lý\s)[Dd]ự\s+án(?:\s+\d+)?|(?<=lý\s)Khu\s+"
    r"(?:kinh\s+tế|công\s+nghiệp|chế\s+xuất|công\s+nghệ\s+cao)|(?<=lý\s)\w+"
)
MEMBER = re.compile(rf"(?:(?i:{MEMBERS})|{LOOSE})(?!\w)")
IN_GROUP = re.compile(rf"(?:{GROUP}|{LOOSE})(?!\w)")
WORD = re.compile(rf"(?P<capital>[{CAPITAL}][\w&’']*)|\w[\w/]*")
# words of one syllable and abbreviations: “Thuế”, “TNHH”
WHOLE = re.compile(rf"[{CAPITAL}][{CAPITAL}\d&]+|Thuế|Huế")
# names that need no further word
COMPLETE = re.compile(
    r"UBND|HĐND|HĐND&UBND|VPCP|VP|Công\s+an|Văn\s+phòng|Thanh\s+tra|Chủ\s+đầu\s+tư"
    r"|BQL|BCH|BHXH|Thuế|Hải\s+quan|Người\s+dân|UBMTTQVN|UBMTTQ|Tỉnh\s+đoàn"
    r"|Thành\s+đoàn|Thành\s+Đoàn|Tỉnh\s+Đoàn|Tỉnh\s+ủy|Thành\s+ủy|Đảng\s+ủy|Kho\s+bạc"
    r"|Điện\s+lực|Viễn\s+thông|Thường\s+trực|Chính\s+quyền"
)
# names of a kind rather than of one body: what follows may tell which of the kind
KIND = re.compile(r"Doanh\s+nghiệp|Đơn\s+vị|Cơ\s+quan|Nhà\s+thầu|Ngành|Đoàn\s+thể")
# “các sở, ban, ngành”: groups that are complete as they stand
CLOSED_GROUP = re.compile(
    rf"(?:(?:[Cc]ác|[Nn]hững)\s+)?(?:(?i:sở|ban|ngành|địa\s+phương|đoàn\s+thể|đơn\s+vị"
    rf"|chủ\s+đầu\s+tư|nhà\s+(?:thầu|đầu\s+tư))|{LEVEL})"
)
# bodies named after what they work at, in as many words as that needs
LONG_NAMED = re.compile(
    r"(?:Ban|Trung\s+tâm|Quỹ|Viện|Công\s+ty|Tổng\s+công\s+ty|Tập\s+đoàn|Chi\s+cục|Cục|Vụ|Hội"
    r"|Hiệp\s+hội|Xí\s+nghiệp|Nhà\s+máy|Trạm|Đội|Tổ|Phòng)(?!\w)"
)
FIELD_WORD = re.compile(
    r"(?!(?:các|những|của|thuộc|từ|tại|ở|theo|về|cho|với|để|do|được|bị|bằng|trong|ngoài|trên|dưới"
    rf"|này|đó|thì|mà|như|nhằm|qua|đến|vào|ra|lại|rất|ngay|cũng|đều|vẫn|còn|hết|vừa)(?!\w))"
    rf"(?![{CAPITAL}])[^\W\d_]+"
)
# “các đơn vị thi công”
OF_GROUP = re.compile(
    "(?:"
    + one_of(
        "thi công|tư vấn|quản lý|điện lực|vận hành|sự nghiệp|báo chí|viễn thông|trúng thầu|giám sát"
        "|kinh doanh|sản xuất|sử dụng|cung ứng|thiết kế|công lập|chức năng|thanh tra|thẩm định"
    )
    + r")(?!\w)"
)
# “các tỉnh miền núi”
WHICH = re.compile(
    r"(?:miền|vùng|ven|phía|biên|hải|có|nghèo|còn|khác|đặc|lân|giáp|đã|chưa|không|đang|bị|được"
    r"|nào|trọng|tư|sự|vận|cung|quản|thi|sản|kinh|chủ|sử|y|truyền|giáo|văn|tổ|hành|công)(?!\w)"
)
# what still belongs to a name though it could not be read as part of one
NO_PREDICATE = re.compile(
    r"(?:các|những|của|thuộc|từ|tại|ở|nơi|số|ngang|trên|dưới|tối|khu|cụm|mọi|toàn|loại|ven|miền"
    r"|vùng|phía|biên\s+giới|hải\s+đảo|lân\s+cận|giáp|khác|lớn|nhỏ|nghèo|còn\s+lại)(?!\w)"
)
