"""Directives of an invented city, written for these tests in the forms real ones take."""

DISPATCH = """ỦY BAN NHÂN DÂN
THÀNH PHỐ SÔNG TRẮNG

Số: 1207/UBND-KSTT
V/v đôn đốc nhiệm vụ do lãnh
đạo UBND thành phố giao

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sông Trắng, ngày 03 tháng 6 năm 2024

HỎA TỐC

Kính gửi:

- Các sở, ban, ngành;
- UBND các quận, huyện.

Xét báo cáo của Văn phòng UBND thành phố tại Báo cáo số 21/BC-VP ngày 30 tháng 5 năm 2024, \
Chủ tịch UBND thành phố có ý kiến như sau:

1. Phê bình UBND quận Bến Đò đã không có chuyển biến trong thực hiện nhiệm vụ (tỉ lệ 30,10%).

Yêu cầu UBND quận Bến Đò tập trung rà soát các nhiệm vụ được giao và báo cáo trước ngày 15/6/2024.

2. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Công an thành phố và các đơn vị liên quan \
khẩn trương lập danh mục công trình.

3. Đề nghị các cơ quan, đơn vị thường xuyên cập nhật kết quả vào phần mềm.

Nhận được Công văn này, đề nghị các cơ quan, đơn vị nghiêm túc triển khai, thực hiện./.

Nơi nhận:
- Như trên;
- CT và các PCT UBND thành phố;
- Lưu: VT, KSTT.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**

Trần
Văn An
"""

PLAN = """|
**ỦY
BAN NHÂN DÂN**
TỈNH NÚI XANH
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 08/KH-UBND
|
*Núi Xanh, ngày 10
tháng 02 năm 2025*
|

**KẾ HOẠCH**

TRỒNG CÂY VEN ĐƯỜNG
NĂM 2025

Thực hiện Chỉ thị số 45-CT/TU ngày 20/12/2024, UBND tỉnh ban hành Kế hoạch như sau:

**I. MỤC ĐÍCH, YÊU CẦU**

1. Sở Y tế hiểu rõ ý nghĩa của việc trồng cây.

**II. NHIỆM VỤ**

1. Chuẩn bị cây giống:

a) Nội dung: Chọn giống cây phù hợp.

b) Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.

c) Cơ quan phối hợp: Sở Tài chính, UBND các xã, phường.

d) Thời gian thực hiện: Quý II/2025.

**III. TỔ CHỨC THỰC HIỆN**

**1. Sở Nông nghiệp
và Môi trường**

a) Chủ trì, phối hợp với Sở Tài chính
xây dựng dự toán, gửi UBND tỉnh trước ngày 01/3/2025;

b) Hằng năm, tổ chức sơ kết.

**2. Ủy ban nhân dân các xã, phường**

- Vận động người dân tham gia;
- Báo cáo kết quả trước ngày 20 hàng tháng.

3. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.

|
*Nơi nhận:*
- Bộ Nông nghiệp và Môi trường (b/c);
- Lưu: VT, KT.
|
**TM. ỦY BAN
NHÂN DÂN**
**CHỦ TỊCH**
**Lê Thị Bình**
|

**PHỤ LỤC**

|
**TT**
|
**Nội dung**
|
**Cơ quan chủ trì**
|
**Cơ quan phối hợp**
|
**Thời gian thực hiện**
|
|
1
|
Khảo sát tuyến đường
|
Sở Xây dựng
|
Công an tỉnh; UBND các xã, phường
|
Tháng 3/2025
|
|
2
|
Tưới cây
|
UBND các xã, phường
|
|
Thường xuyên
|
"""

TELEGRAM = """THỦ TƯỚNG CHÍNH PHỦ
Số: 15/CĐ-TTg
Hà Nội, ngày 01 tháng 9 năm 2025

CÔNG ĐIỆN
VỀ VIỆC ỨNG PHÓ BÃO SỐ 5

THỦ TƯỚNG CHÍNH PHỦ điện:

- Chủ tịch Ủy ban nhân dân các tỉnh ven biển;
- Bộ trưởng các Bộ: Quốc phòng, Công an.

Theo báo cáo của Bộ Quốc phòng, đến ngày 31 tháng 8 năm 2025 đã có 15 tỉnh gửi phương án.

1. Chủ tịch Ủy ban nhân dân các tỉnh ven biển:

a) Tổ chức kêu gọi tàu thuyền về nơi trú tránh, hoàn thành trước 17 giờ ngày 02/9/2025.

b) Kịp thời sơ tán người dân.

Chủ tịch Ủy ban nhân dân cấp tỉnh chịu trách nhiệm về kết quả ứng phó.

2. Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Công an chỉ đạo các đơn vị sẵn sàng lực lượng./.

Nơi nhận:
- Như trên;
- Lưu: VT.

THỦ TƯỚNG
Phạm Văn Cường
"""

# every line followed by a blank one, as some word processors export
WARD_LETTER = "".join(
    f"{line} \n\n"
    for line in """\
Kính gửi: Trưởng các phòng chuyên môn thuộc UBND phường
Trong thời gian qua, UBND phường đã ban hành chương trình công tác tháng và giao
nhiệm vụ cho các phòng chuyên môn. Để khắc phục tồn tại, UBND phường yêu cầu:
1. Các phòng, bộ phận chuyên môn bám sát chương trình công tác đã ban
hành; phối hợp Văn phòng HĐND-UBND gửi tài liệu trước 02
ngày tổ chức hội nghị.
2. Đối với nhiệm vụ còn chậm, các phòng chuyên môn phải báo
cáo kết quả trước ngày 25 hàng tháng.
3. Giao Văn phòng HĐND và
UBND phường theo dõi, tổng hợp.
UBND phường đề nghị các phòng, bộ phận nghiêm túc triển khai thực hiện
nội dung trên./.
Nơi nhận:
- Như trên;
- Lưu: VT.
""".splitlines()
)
