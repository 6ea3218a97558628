"""Dispatches of our own: four orders, one to a group, one to a name nobody knows; and an urging."""

from pathlib import Path

import pytest

DISPATCH = """\
ỦY BAN NHÂN DÂN
THÀNH PHỐ ĐÀ NẴNG

Số: 815/UBND-KSTT

V/v tăng cường quản lý trật tự xây dựng

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Đà Nẵng, ngày 14 tháng 3 năm 2022

Kính gửi:

- Các sở, ban, ngành;
- UBND các quận, huyện.

Xét đề nghị của Sở Xây dựng, Chủ tịch UBND thành phố có ý kiến như sau:

1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch khu vực Hòa Khánh, \
báo cáo UBND thành phố trước ngày 15/4/2022.

2. Giao UBND quận Liên Chiểu kiểm tra, xử lý các công trình không phép trên địa bàn, báo cáo \
kết quả trong vòng 10 ngày kể từ ngày nhận được Công văn này.

3. Giao Ban Quản lý vịnh Mân Quang chủ trì lập phương án giải tỏa bến thuyền.

4. Đề nghị các sở, ban, ngành cập nhật kết quả thực hiện vào phần mềm theo dõi công việc.

Nơi nhận:

- Như trên;
- Lưu: VT, KSTT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Nam
"""
URGING = """\
ỦY BAN NHÂN DÂN
THÀNH PHỐ ĐÀ NẴNG

Số: 3117/UBND-KSTT

V/v đôn đốc thực hiện nhiệm vụ được giao

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Đà Nẵng, ngày 16 tháng 5 năm 2022

Kính gửi:

- Các sở, ban, ngành;
- UBND các quận, huyện.

Xét báo cáo của Văn phòng UBND thành phố, Chủ tịch UBND thành phố có ý kiến như sau:

1. Yêu cầu UBND quận Liên Chiểu rà soát các nhiệm vụ còn chậm, có giải pháp nâng cao tỉ lệ \
hoàn thành nhiệm vụ.

2. Yêu cầu Ban Xúc tiến và Hỗ trợ đầu tư kiểm tra, xử lý các nhiệm vụ chưa hoàn thành.

3. Đề nghị các cơ quan, đơn vị cập nhật tình hình thực hiện các nhiệm vụ có gắn sao.

4. Giao Văn phòng UBND thành phố theo dõi, kiểm tra và tổng hợp tình hình thực hiện.

Nơi nhận:

- Như trên;
- Lưu: VT, KSTT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Nam
"""
SECRET = DISPATCH.replace("Số: 815", "MẬT\n\nSố: 815")
HEAD, TAIL = DISPATCH[: DISPATCH.index("1. Giao")], DISPATCH[DISPATCH.index("Nơi nhận:") :]
NAMED_TWICE = f"""{HEAD}1. Giao Ban Quản lý vịnh Mân Quang chủ trì lập phương án giải tỏa bến \
thuyền, hoàn thành trước ngày 15/4/2022.

2. Giao Ban Quản lý vịnh Mân Quang chủ trì bố trí chỗ neo đậu tạm, hoàn thành trước ngày 30/4/2022.

{TAIL}"""
TWO_UNKNOWN = f"""{HEAD}1. Giao Ban Quản lý vịnh Mân Quang và Trung tâm Điều độ bến bãi chủ trì \
lập phương án giải tỏa bến thuyền, hoàn thành trước ngày 15/4/2022.

{TAIL}"""
TWO_DAYS = f"""{HEAD}1. Giao Sở Tài chính tổng hợp tình hình giải ngân, báo cáo UBND thành phố sáu \
tháng trước ngày 30/6/2022 và cả năm trước ngày 15/12/2022.

{TAIL}"""
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "seeds"


def found_dispatch() -> str | None:
    """The real dispatch, where somebody has put it beside the house."""
    found = sorted(SEEDS.glob("*.txt")) if SEEDS.exists() else []
    texts = [path.read_text() for path in found]
    return next((text for text in texts if "2606/UBND-KSTT" in text), None)


def real_dispatch() -> str:
    """The real dispatch, for tests that mean nothing without it."""
    dispatch = found_dispatch()
    if dispatch is None:
        pytest.skip("không có công văn thật ở máy này")
    return dispatch
