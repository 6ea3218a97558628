"""Dispatches of our own: four orders, one to a group, one to a name nobody knows."""

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
SECRET = DISPATCH.replace("Số: 815", "MẬT\n\nSố: 815")
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "seeds"


def real_dispatch() -> str:
    """The real dispatch, where somebody has put it beside the house."""
    found = sorted(SEEDS.glob("*.txt")) if SEEDS.exists() else []
    texts = [path.read_text() for path in found]
    dispatch = next((text for text in texts if "2606/UBND-KSTT" in text), None)
    if dispatch is None:
        pytest.skip("không có công văn thật ở máy này")
    return dispatch
