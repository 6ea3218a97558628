"""Words of orders: what a body's name begins with, what an order's verb is, what is no order."""

import re

from dondoc.rules.deadlines.words import pattern


def one_of(text: str) -> str:
    """Alternatives of a word list, longest first, blanks as any blanks."""
    words = sorted((w.strip() for w in text.replace("\n", " ").split("|")), key=len, reverse=True)
    return "|".join(w.replace(" ", r"\s+") for w in words if w)


VERBS = one_of(
    "tập trung|tăng cường|đổi mới|tiếp thu|phối hợp|tiếp tục|khẩn trương|thực hiện|triển khai"
    "|rà soát|căn cứ|báo cáo|gửi|hướng dẫn|theo dõi|đôn đốc|kiểm tra|đề xuất"
    "|tổng hợp|xem xét|bố trí|cập nhật|chịu trách nhiệm|có trách nhiệm|có văn bản"
    "|có kế hoạch|có giải pháp|có phương án|có biện pháp|có ý kiến|phải|cần|nghiêm túc"
    "|thường xuyên|kịp thời|chủ động|phát huy|bảo đảm|đảm bảo|quán triệt|tuyên truyền|phổ biến"
    "|theo chức năng|theo thẩm quyền|theo nhiệm vụ|theo quy định|tùy theo|nâng cao|đẩy mạnh"
    "|đẩy nhanh|hoàn thành|hoàn thiện|lập kế hoạch|lập danh|lập dự|lập báo|lập hồ|ban hành"
    "|yêu cầu|đề nghị|phân công|quyết định|quan tâm|ưu tiên|trong việc|trong quá trình"
    "|trong công tác|trong thời gian|huy động|vận động|kiện toàn|trên cơ sở|trong phạm vi|nếu"
    "|khi|để|đã|không|chưa|vẫn|phê duyệt|tiếp nhận|giải quyết|xử lý|tháo gỡ|khắc phục|chia sẻ"
    "|công bố|công khai|đăng tải|đưa tin|chuẩn bị|làm việc|làm đầu mối|là|trực tiếp|trao đổi"
    "|lãnh đạo, chỉ đạo|phân bổ|cân đối|quản lý chặt|đánh giá|thống kê|rút kinh nghiệm"
    "|kiểm điểm|nghiêm cấm|tiến hành|tham gia|tích cực|quyết liệt|sớm|lưu ý|chú trọng|thông báo"
    "|trên tinh thần|với tinh thần|phản ánh|phản hồi|kiến nghị|nêu cao"
    "|duy trì|bám sát|chấp hành|tuân thủ|lồng ghép|lựa chọn"
    "|cử|mời|tham dự|đồng thời|hằng năm|hàng năm|định kỳ|hằng tháng|hàng tháng|trước ngày"
    "|chậm nhất|cho ý kiến|góp ý|đối chiếu|làm rõ|thông qua|phân loại|tạm dừng|bàn giao"
    "|nhanh chóng|thành lập|sắp xếp|bồi dưỡng|tập huấn|nỗ lực|phấn đấu|thống nhất|tận dụng"
    "|thu hồi|xác minh|di dời|sơ tán|nắm bắt|nắm chắc|tính toán|kêu gọi|bổ sung|sửa đổi|đề ra"
    "|tự kiểm tra|tự rà soát|ngay|dự thảo|cụ thể hóa|xác định|niêm yết|ngăn chặn|đình chỉ"
    "|chấm dứt|chấn chỉnh|trong đó|nhất là|đặc biệt là|bao gồm|làm tốt|làm nòng cốt"
    "|khuyến cáo|nhưng|xuất cấp|cấp phát"
    "|nhận được|kết luận|ghi nhận|vào cuộc|khuyến khích|trong thời hạn|trong vòng|gồm|có quyền"
    "|có các quyền|có nghĩa vụ|có các nghĩa vụ|một số nhiệm vụ|một số nội dung"
)
# “Tỉnh”, “Thành phố” alone are bodies where they act: “Tỉnh cần tập trung …”
ACTING = rf"(?:{VERBS}|tổ\s+chức|xây\s+dựng|chủ\s+trì|chỉ\s+đạo|hỗ\s+trợ)(?!\w)"
# “Sở Xây dựng”, “Chủ tịch Ủy ban nhân dân …”: names of bodies and of those who lead them
TITLES = one_of(
    "Giám đốc|Phó Giám đốc|Trưởng phòng|Phó Trưởng phòng|Trưởng ban|Tổ trưởng|Đội trưởng"
    "|Chủ tịch|Phó Chủ tịch|Thủ trưởng|Trưởng|Phó Trưởng|Người đứng đầu"
    "|Chánh|Tổng giám đốc|Tổng Giám đốc|Tổng biên tập|Tổng Biên tập|Bộ trưởng|Thứ trưởng"
    "|Phó Thủ tướng|Thủ tướng|Bí thư|Bí Thư|Đồng chí|Ông|Bà|Lãnh đạo|Cục trưởng|Chi cục trưởng"
    "|Hiệu trưởng|Chủ nhiệm|Chỉ huy trưởng|Tổng Thanh tra|Thống đốc|Viện trưởng|Phó Chánh"
)
BODY = (
    one_of(
        "Ủy ban|Uỷ ban|UBND|HĐND|HĐND&UBND|Hội đồng|Thường trực|Bộ Chỉ huy|Bộ Tư lệnh|Sở|Cục"
        "|Chi cục|Tổng cục|Văn phòng|VPCP|VP|Trung tâm|Công an|Thanh tra|Kho bạc|Ngân hàng"
        "|Bảo hiểm|Tập đoàn|Tổng công ty|Tổng Công ty|Công ty|Doanh nghiệp|Đài|Cổng|Bệnh viện"
        "|Quỹ|Liên đoàn|Liên minh|Tỉnh đoàn|Thành đoàn|Thành Đoàn|Tỉnh Đoàn|Mặt trận|UBMTTQVN"
        "|UBMTTQ|Tỉnh ủy|Thành ủy|Đảng ủy|Tòa án|Tổ công tác|Tổ Công tác|Tổ giúp việc|Cơ quan"
        "|Đơn vị|Chủ đầu tư|Chủ cơ sở|Chủ rừng"
        "|Học viện|Đại học|Thông tấn xã|Quân khu|Kiểm toán|Hải quan|Thuế|BQL"
        "|BCH|BHXH|Ngành|Liên hiệp|Hiệp hội|Đoàn thể|Điện lực|Viễn thông|Nhà thầu|Hạt Kiểm lâm"
        "|Đồn Biên phòng|Cảng vụ|Đoàn Thanh niên|Người dân|Cấp ủy|Chính quyền|Trạm|Xí nghiệp"
        "|Nhà máy|Chi nhánh|Bảo tàng|Hợp tác xã|Bộ đội"
    )
    + r"|Bộ(?!\s+(?:luật|phận|máy|tiêu|thủ|chỉ\s+số|dữ))|Ban(?!\s+hành)"
    r"|Vụ(?!\s+(?:việc|án|mùa))|Báo(?!\s+(?:cáo|động))"
    r"|Hội(?!\s+(?:nghị|thảo|thi|họp|nhập))|Đoàn(?!\s+kết)|Viện(?!\s+dẫn)|Trường(?!\s+hợp)"
    r"|Phòng(?!\s*,|\s+(?:chống|ngừa|cháy|tránh|thủ))"
    rf"|(?:Tỉnh|Thành\s+phố|Huyện|Quận|Xã|Phường)(?=\s+(?:[A-ZĐ]|{ACTING}))"
)
# “các sở, ban, ngành”, “đơn vị liên quan”: groups
MEMBERS = one_of(
    "sở|ban|ngành|bộ|cơ quan|đơn vị|địa phương|phòng|tổ chức|cấp|hội|đoàn thể|xã|phường|quận"
    "|huyện|tỉnh|thành phố|doanh nghiệp|tập đoàn|tổng công ty|trường|trung tâm|chủ đầu tư"
    "|nhà đầu tư|nhà thầu|thành viên|đồng chí|chi cục|cục|cá nhân|lực lượng|ủy ban|ubnd|nhà mạng"
    "|ban quản lý|bộ phận|cơ sở giáo dục|công ty|hợp tác xã|nhà cung cấp|viện|đảng ủy|ngân hàng"
    "|bệnh viện|công an|tổ công tác|thành viên ban chỉ đạo|phó thủ tướng|phó chủ tịch|chủ rừng"
    "|đặc khu|phòng ban|vụ|người dân|cán bộ|tầng lớp nhân dân|cơ sở"
)
GROUP = rf"(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Tt]ừng)\s+(?i:{MEMBERS})"
LOOSE = one_of(
    "đơn vị|cơ quan|địa phương|doanh nghiệp|chính quyền địa phương|thủ trưởng|người đứng đầu"
    "|chủ đầu tư|lãnh đạo|trưởng|giám đốc|ban quản lý|đồng chí|chủ tịch|phó chủ tịch|chánh|ông|bà"
    "|ủy ban nhân dân|công an|văn phòng|sở(?= [A-ZĐ])|phòng(?= [A-ZĐ])|ban(?= [A-ZĐ])"
    "|sở, ngành|sở, ban, ngành|bộ, ngành"
    "|chi cục(?= [A-ZĐ])|trung tâm(?= [A-ZĐ])|công ty(?= [A-ZĐ])|trạm(?= [A-ZĐ])"
)
PROPER = rf"(?:{TITLES}|{BODY})"
NAME_START = re.compile(rf"(?:{PROPER}|{GROUP})(?!\w)")
PROPER_START = re.compile(rf"{PROPER}(?!\w)")
TITLE_START = re.compile(rf"(?:{TITLES})(?!\w)")
ANY_START = re.compile(rf"(?:{PROPER}|{GROUP}|{LOOSE})(?!\w)")
LOOSE_START = re.compile(rf"(?:{GROUP}|{LOOSE})(?!\w)")
# those one works together with, who are seldom ordered by these names
PARTNER_START = re.compile(
    r"(?:" + one_of("cấp ủy|chính quyền|cấp trên|lực lượng|ngành|cơ sở|nhà trường") + r")(?!\w)"
)
# “tỉnh Đắk Lắk cần …”: a place stands for those who govern it
PLACE_START = re.compile(r"(?:tỉnh|thành\s+phố|huyện|quận|xã|phường|đặc\s+khu)(?=\s+[A-ZĐ])")

EVERYDAY_VERBS = one_of(
    "lập|trồng|nạo vét|lắp đặt|cấp phép|cấp giấy|đấu giá|đấu thầu|tiêm chủng|xử phạt|bồi thường"
    "|cưỡng chế|khởi công|nghiệm thu|trình|góp ý|đính chính|tuyển dụng|điều động|sửa chữa|thu gom"
    "|trực(?! thuộc)|ký|tạm ứng|quyết toán|thanh toán|mua sắm|trả lời|tiếp công dân"
    "|thu phí|thu thuế|nộp|trả|chi|chuyển|bàn giao|in|treo|dọn|phun|đo đạc"
    "|xây|làm|mở|đóng|dừng|hủy|cắt|giảm|tăng|nâng|thay|đưa|lấy|tìm|giữ"
    "|tuần tra|canh gác|ứng trực|giúp|tặng|thăm|viết|soạn"
    "|xác nhận|chứng thực|hạch toán|rà|quét|sắm"
)
# words that also stand inside names: “Ban Quản lý dự án đầu tư xây dựng”, “nhà cung cấp dịch vụ”
VERBS_NOT_AFTER = {
    "chủ trì": "cơ quan|đơn vị",
    "xây dựng": "đầu tư|sở|Sở|ngành|hạ tầng|vật liệu",
    "trình": "chương|công|quy|tờ|lộ",
    "chỉ đạo": "Ban|ban",
    "cung cấp": "nhà|đơn vị|tổ chức|doanh nghiệp|cơ sở",
    "chi trả": "dịch vụ|tổ chức",
    "thẩm định": "Hội đồng|hội đồng|cơ quan",
    "giám sát": "đơn vị|tư vấn",
    "tham mưu": "cơ quan|các ban",
    "nghiên cứu": "viện|Viện|trung tâm|cơ sở",
    "giao": "Nhà nước|được|đã|Ngoại|ngoại|bàn|Bàn",
    "hỗ trợ": "Trung tâm|trung tâm|Quỹ|quỹ|và|Ban|ban",
    # “các cơ quan, tổ chức, cá nhân”
    "tổ chức": ",|và|cơ quan|các|những",
}
# … and what may follow them there: “các tổ chức liên quan”, “công trình giao thông”
NOT_BEFORE = {
    "tổ chức": r"(?!\s*,?\s*(?:có\s+liên|liên\s+quan|đảng|chính\s+trị|thành\s+viên|xã\s+hội"
    r"|,|;|và\s+cá|cá\s+nhân))",
    "giao": r"(?!\s+(?:thông|dịch|lưu))",
}


def _not_after(verb: str, before: str) -> str:
    behind = "".join(rf"(?<!{word} )(?<!{word}\n)" for word in before.split("|"))
    return behind + one_of(verb) + NOT_BEFORE.get(verb, "")


CHOOSY = "|".join(_not_after(verb, before) for verb, before in VERBS_NOT_AFTER.items())
# “… liên quan, tổ chức khảo sát”, “… liên quan tổ chức, triển khai”
ORGANISE = r"(?:(?<=n quan,\s)|(?<=n\nquan,\s)|(?<=n quan\s)|(?<=n\nquan\s))tổ\s+chức"
VERB = re.compile(rf"(?<![\w-])(?:{VERBS}|{ORGANISE}|{CHOOSY})(?!\w)")
# common verbs that stand in no name; needed only where the end of a name is in doubt
EVERYDAY = re.compile(rf"(?<![\w-])(?:{EVERYDAY_VERBS})(?!\w)")
# what follows the one who speaks, or tells what was done, how things are, or who is to blame
NOT_DOING = pattern(
    r"(?:đã|có ý kiến|nhận được|ghi nhận|kết luận|thông báo|trong đó|không|chưa"
    r"|giao \d|phê bình|biểu dương|khen|đánh giá cao|hoan nghênh|nhắc nhở|còn|vẫn|đang"
    r"|được(?! phân công| giao)|bị"
    r"|đạt|chiếm|(?:bao )?gồm|có (?:các )?quyền|có \d"
    r"|có (?:công văn|tờ trình|báo cáo|văn bản) số|vừa|mới|đều|cơ bản"
    r"|chậm(?! nhất)|để xảy ra|buông lỏng|thiếu|xin"
    r"|(?:yêu cầu|đề nghị) (?:thực hiện|triển khai)"
    r"|cảm ơn|trân trọng|nhận thấy|thấy|cho rằng|cho biết|nêu|trình bày|tổ chức họp|thuộc|vi phạm"
    r"|sai phạm|làm trái|lập khống|thống nhất (?:chỉ|về|chủ trương|đánh giá|cao|nhận định))(?!\w)"
)
# “Sở / Xây dựng”: the line was broken inside the name
NOT_HALF = "".join(
    f"(?<!{half})"
    for half in ("Sở", "Bộ", "Ban", "Cục", "Viện", "Phòng", "phòng", "tâm", ",", "và")
)
# a verb that opens a line of its own: “Giao Sở X / Khẩn trương chia sẻ …”
LINE_VERB = re.compile(rf"{NOT_HALF}\n\s*(?i:{VERBS}|{one_of('|'.join(VERBS_NOT_AFTER))})(?!\w)")

ASSIGN = re.compile(
    r"(?<!\w)(?i:giao(?:\s+(?:nhiệm\s+vụ|trách\s+nhiệm))?|yêu\s+cầu|đề\s+nghị|phân\s+công"
    r"|kiến\s+nghị|ủy\s+quyền|khuyến\s+khích)(?:\s+cho|\s?:)?\s+"
)
# “Chỉ đạo Sở X …” opens an order only where no heading says who is to direct
DIRECT = re.compile(r"(?i:chỉ\s+đạo)\s+")
# “… có trách nhiệm”: who is named before it is charged, in any paragraph
DUTY = pattern(r"(?:có trách nhiệm|chịu trách nhiệm|chủ trì|cần|phải)(?!\w)")
# words by which a heading charges those it names
CHARGES = pattern(
    r"(?<!\w)(?:trách nhiệm|thực hiện|triển khai|cần|phải|căn cứ|tập trung|tiếp tục|khẩn trương"
    r"|chủ động|tổ chức|phối hợp|chủ trì|tăng cường|nghiêm túc|rà soát|báo cáo|sau|theo)(?!\w)"
)
# “Qua kiểm tra cho thấy Sở X …”: what was found, no order
FOUND = pattern(
    r"(?:qua|theo (?:báo cáo|phản ánh|kết quả|thông tin|số liệu|tổng hợp)"
    r"|kết quả) [^.]{0,300}?(?<!\w)(?:cho thấy|nhận thấy|phát hiện|ghi nhận|còn|chậm(?! nhất)|sai"
    r"|vi phạm|đã|chưa|để xảy ra)(?!\w)"
)
TOGETHER = re.compile(
    r"(?<!\w)(?i:phối\s+hợp)(?:\s+(?:chặt\s+chẽ|tốt|hiệu\s+quả|đồng\s+bộ))?(?:\s+(?:cùng\s+với"
    r"|với|cùng))?\s+|(?<!\w)phối\s+với\s+|(?<=trì\s)cùng(?:\s+với)?\s+|(?<!\w)cùng\s+với\s+"
)
ORDERED_OTHERS = pattern(
    r"(?:(?<!ban\s)chỉ đạo|hướng dẫn|tham mưu|đôn đốc|yêu cầu|đề nghị|phân công|giữa) [^,;:.]*$"
)

OPENER = pattern(
    r"(?:đối với|trên cơ sở|căn cứ|để|với|trong|nếu|trường hợp|khi|về|theo|sau khi|nhằm|qua|từ"
    r"|thực hiện|định kỳ|hằng|hàng|trước|ngoài|riêng|nhận được|bên cạnh|tại|do|đồng thời"
    r"|ngay sau)(?!\w)"
)
# sections that tell, aim or bound, but do not ask
TELLING = pattern(
    r"(?:[ivx]+\. ?|\d+(?:\.\d+)*\.? ?)?(?:về )?(?:mục đích"
    r"|yêu cầu(?! chung)(?!\w)|mục tiêu|quan điểm"
    r"|đánh giá|tình hình|kết quả|phạm vi|đối tượng|căn cứ"
    r"|sự cần thiết|tồn tại|một số tồn tại|một số kết quả|hạn chế|nguyên nhân|bối cảnh"
    r"|thực trạng|hiện trạng|chỉ tiêu|nguyên tắc|vị trí|địa điểm|tần suất|thông số|tiêu chí"
    r"|cách thức (?:xếp|chấm|đánh giá)|thành phần|thời gian, địa điểm|thuận lợi|khó khăn)"
)
PRAISE = pattern(
    r"(?:phê bình|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|khen ngợi|nhắc nhở|nhiệt liệt)(?!\w)"
)
BASIS = pattern(
    r"(?:căn cứ|xét|theo đề nghị|theo báo cáo|thực hiện (?:quyết định|nghị quyết|kế hoạch"
    r"|chỉ thị|công văn|chương trình|thông báo|luật|công điện|thông tri)|triển khai thực hiện"
    r"|tiếp theo)(?!\w)"
)
# “nghiêm túc triển khai thực hiện”: a call to obey, which asks for nothing of its own
CALL = pattern(r"(?<!để\s)(?:triển khai|thực hiện|chấp hành|quán triệt|thi hành)")
# … with nothing of its own after it: “thi hành Quyết định này”, “triển khai thực hiện”
CALL_ONLY = pattern(r".*(?:này|trên|thi hành|triển khai|thực hiện)[ ./;]*$")
ASKS_MORE = pattern(
    r"(?:báo cáo|phản ánh|phản hồi|gửi|tổng hợp|theo dõi|đôn đốc|kiểm tra|trước ngày|hoàn thành"
    r"|xây dựng|cập nhật|rà soát|có văn bản|tham mưu|hướng dẫn|kiến nghị|đề xuất|chủ trì"
    r"|phối hợp)"
)
# a paragraph that speaks to all again and belongs to no clause
CLOSING = pattern(
    r"(?:trên đây|nhận được|trong quá trình|quá trình|nếu có"
    r"|trường hợp (?:có |gặp |phát sinh )?(?:khó khăn|vướng mắc)|(?:chủ tịch )?(?:ủy ban"
    r"|uỷ ban|ubnd)[^.:;]{0,60}(?:yêu cầu|đề nghị|giao)|đề nghị|yêu cầu|giao|công điện này"
    r"|(?:sở|bộ|văn phòng|phòng|ban|chi cục) [^.:;]{0,60}(?:yêu cầu|đề nghị)"
    r"|chỉ thị này|kế hoạch này|thông báo này|văn phòng chính phủ (?:xin )?thông báo"
    r"|quyết định này|văn phòng (?:xin |kính )?thông báo"
    r"|(?:thừa lệnh|thừa uỷ quyền|thừa ủy quyền) [^.:;]{0,120}thông báo)"
)
# “Trường hợp còn thiếu, …”: a case of the order above it
CASE = pattern(r"(?:trường hợp|khi|nếu|đối với trường hợp)(?!\w)")
# “Phó Thủ tướng có ý kiến như sau:”: whoever is named in the paragraphs below is asked
ANNOUNCED = re.compile(
    r"(?:(?:ý\s+kiến|chỉ\s+đạo|kết\s+luận|yêu\s+cầu|đề\s+nghị)(?:\s+như\s+sau)?|giao\s+như\s+sau)\s*:$"
)
# “… tập trung thực hiện một số nhiệm vụ, giải pháp sau đây:”
AS_FOLLOWS = re.compile(r"\ssau(?:\s+đây)?\s*:$")
# “II. Một số nhiệm vụ, giải pháp trong thời gian tới”
WORK_TITLE = pattern(
    r"(?:một số |các |những |về )?(?:yêu cầu,? |định hướng,? |nội dung,? )?"
    r"(?:nhiệm vụ|giải pháp)(?!\w)"
)
# what a list of papers and measures begins with, and no order does
NOUN_START = pattern(
    r"(?:các |những )?(?:nghị (?:định|quyết)|luật|thông tư|quyết định số|chỉ thị|công văn"
    r"|công điện|kế hoạch số|ý kiến|kết luận|quy định|tổng (?:số|giá trị|mức|hợp số)|t[ỷỉ] lệ"
    r"|số (?:lượng|liệu|vụ|hồ sơ|\d)|danh (?:sách|mục)|mẫu|biểu|phụ lục|văn bản)(?!\w)"
)
# … whatever stands above it
ENDS_ALL = pattern(r"(?:trên đây là|nhận được)(?!\w)")
TITLE_LIKE = pattern(
    r"(?:về|đối với|công tác|nhiệm vụ|nội dung|một số|các nhiệm vụ|giải pháp|tổ chức thực hiện"
    r"|trách nhiệm)(?!\w)"
)
