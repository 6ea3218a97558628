"""How officers shorten the words of names, as data: letters without joints → the words meant.

“KH&ĐT”, “KH-ĐT”, “KHĐT” and “KH và ĐT” are all written `khdt` here.
"""

# shortened alike wherever they stand
ANYWHERE = {
    # committees, councils, parties, unions
    "ubnd": "ủy ban nhân dân",
    "uybnd": "ủy ban nhân dân",
    "hdnd": "hội đồng nhân dân",
    "dbqh": "đại biểu quốc hội",
    "ddbqh": "đoàn đại biểu quốc hội",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "mttq": "mặt trận tổ quốc",
    "ldld": "liên đoàn lao động",
    "lhpn": "liên hiệp phụ nữ",
    "ccb": "cựu chiến binh",
    "tncshcm": "thanh niên cộng sản hồ chí minh",
    "hcm": "hồ chí minh",
    # kinds of bodies and of places
    "vp": "văn phòng",
    "vpub": "văn phòng ủy ban nhân dân",
    "vpubnd": "văn phòng ủy ban nhân dân",
    "tp": "thành phố",
    "tx": "thị xã",
    "bql": "ban quản lý",
    "bqlda": "ban quản lý dự án",
    "bch": "ban chỉ huy",
    "bchqs": "ban chỉ huy quân sự",
    "bochqs": "bộ chỉ huy quân sự",
    "chqs": "chỉ huy quân sự",
    "bdbp": "bộ đội biên phòng",
    "bchbdbp": "bộ chỉ huy bộ đội biên phòng",
    "bcd": "ban chỉ đạo",
    "ttra": "thanh tra",
    "ttpvhcc": "trung tâm phục vụ hành chính công",
    "tthcc": "trung tâm hành chính công",
    "pvhcc": "phục vụ hành chính công",
    "hcc": "hành chính công",
    "ttvhtt": "trung tâm văn hóa thể thao",
    "ttyt": "trung tâm y tế",
    "cttdt": "cổng thông tin điện tử",
    "ttdt": "thông tin điện tử",
    "dvc": "dịch vụ công",
    "bhxh": "bảo hiểm xã hội",
    "kbnn": "kho bạc nhà nước",
    "nhnn": "ngân hàng nhà nước",
    "nhcsxh": "ngân hàng chính sách xã hội",
    "thads": "thi hành án dân sự",
    "vksnd": "viện kiểm sát nhân dân",
    "tand": "tòa án nhân dân",
    "qltt": "quản lý thị trường",
    "qlda": "quản lý dự án",
    "qldt": "quản lý đô thị",
    "dtxd": "đầu tư xây dựng",
    "qlddtxd": "quản lý dự án đầu tư xây dựng",
    "kkt": "khu kinh tế",
    "kcn": "khu công nghiệp",
    "kcx": "khu chế xuất",
    "cnc": "công nghệ cao",
    "ptth": "phát thanh truyền hình",
    "ptqd": "phát triển quỹ đất",
    "vpdkdd": "văn phòng đăng ký đất đai",
    "dkdd": "đăng ký đất đai",
    "pccc": "phòng cháy chữa cháy",
    "cnch": "cứu nạn cứu hộ",
    "pcccvacnch": "phòng cháy chữa cháy cứu nạn cứu hộ",
    "pctt": "phòng chống thiên tai",
    "tkcn": "tìm kiếm cứu nạn",
    "ptds": "phòng thủ dân sự",
    "cds": "chuyển đổi số",
    "cntt": "công nghệ thông tin",
    "tdkt": "thi đua khen thưởng",
    # fields of work
    "nnmt": "nông nghiệp môi trường",
    "nnptnt": "nông nghiệp phát triển nông thôn",
    "nnnt": "nông nghiệp nông thôn",
    "tnmt": "tài nguyên môi trường",
    "gtvt": "giao thông vận tải",
    "gtcc": "giao thông công chánh",
    "khdt": "kế hoạch đầu tư",
    "tckh": "tài chính kế hoạch",
    "ldtbxh": "lao động thương binh xã hội",
    "nvldtbxh": "nội vụ lao động thương binh xã hội",
    "vhttdl": "văn hóa thể thao du lịch",
    "vhtt": "văn hóa thể thao",
    "vhxh": "văn hóa xã hội",
    "gddt": "giáo dục đào tạo",
    "khcn": "khoa học công nghệ",
    "tttt": "thông tin truyền thông",
    "bcvt": "bưu chính viễn thông",
    "dttg": "dân tộc tôn giáo",
    "qhkt": "quy hoạch kiến trúc",
    "ktht": "kinh tế hạ tầng",
    "kthtdt": "kinh tế hạ tầng đô thị",
}
# fields of work, meant only right after “Sở”, “Phòng” and their like
AFTER_KIND = {
    "xd": "xây dựng", "tc": "tài chính", "nv": "nội vụ", "tp": "tư pháp", "yt": "y tế",
    "ct": "công thương", "kt": "kinh tế", "dl": "du lịch", "ngv": "ngoại vụ", "dt": "dân tộc",
    "nn": "nông nghiệp", "vh": "văn hóa", "gd": "giáo dục", "ld": "lao động",
}  # fmt: skip
KINDS = {"so", "phong", "nganh", "cuc"}
# syllables of the language as well, so only in capitals where a name or a head's title begins
IN_CAPITALS = {"ca": "công an", "ub": "ủy ban"}
LED_BY = {"truong", "doc", "tich", "pho"}
# titles, told apart from other words by the body that follows
BEFORE_A_BODY = {
    "gd": "giám đốc", "ct": "chủ tịch", "pct": "phó chủ tịch", "cvp": "chánh văn phòng"
}  # fmt: skip
BEFORE_A_TITLE = {"q": "quyền", "p": "phó"}
TITLES_BEGIN = {"chu", "giam", "truong", "chanh", "ct", "gd"}
PLACES = {"q": "quận", "p": "phường", "h": "huyện", "x": "xã"}
TOWN, CENTRE = "thị trấn", "trung tâm"
