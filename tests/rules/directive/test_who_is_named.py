"""Sentences of directives: who is asked, and with whom."""

# ruff: noqa: E501 — a row is read on one line

import pytest

from dondoc.rules.directive.sentences import ask

NAMED = [
    ("Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và sở, ngành có liên quan tham mưu bố trí kinh phí.",
     ["Sở Tài chính"], ["Sở Nội vụ", "sở, ngành có liên quan"]),
    ("Giao Sở Tài chính chủ trì, phối hợp với sở, ban, ngành, địa phương liên quan tham mưu bố trí kinh phí.",
     ["Sở Tài chính"], ["sở, ban, ngành, địa phương liên quan"]),
    ("Giao Sở Tài chính phối hợp với Công an thành phố, các bộ, ngành liên quan tham mưu.",
     ["Sở Tài chính"], ["Công an thành phố", "các bộ, ngành liên quan"]),
    ("Bộ Công an và bộ, ngành liên quan khẩn trương rà soát.", ["Bộ Công an", "bộ, ngành liên quan"], []),
    ("Giao Sở Tài chính và sở, ban, ngành liên quan rà soát.", ["Sở Tài chính", "sở, ban, ngành liên quan"], []),
    ("Giao Sở Nội vụ phối hợp với Sở Khoa học và Công nghệ, đơn vị cung cấp dịch vụ công nghệ thông tin cập nhật dữ liệu.",
     ["Sở Nội vụ"], ["Sở Khoa học và Công nghệ", "đơn vị cung cấp dịch vụ công nghệ thông tin"]),
    ("Hạt Kiểm lâm phối hợp với Ủy ban nhân dân cấp xã, cơ quan Thuế rà soát.",
     ["Hạt Kiểm lâm"], ["Ủy ban nhân dân cấp xã", "cơ quan Thuế"]),
    ("Sở Y tế phối hợp với lực lượng Kiểm lâm, chính quyền địa phương tuyên truyền.",
     ["Sở Y tế"], ["lực lượng Kiểm lâm", "chính quyền địa phương"]),
    ("Sở Y tế phối hợp với cấp ủy, chính quyền các cấp tuyên truyền.", ["Sở Y tế"], ["cấp ủy, chính quyền các cấp"]),
    ("Sở Y tế phối hợp với các cơ quan, đơn vị liên quan và trong thời hạn 05 ngày báo cáo kết quả.",
     ["Sở Y tế"], ["các cơ quan, đơn vị liên quan"]),
    ("Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ khẩn trương rà soát.",
     ["Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"], []),
    ("Đề nghị Sở Công Thương các tỉnh, thành phố trực thuộc Trung ương một số nhiệm vụ sau:",
     ["Sở Công Thương các tỉnh, thành phố trực thuộc Trung ương"], []),
    ("Đề nghị các tổ chức cung cấp dịch vụ chi trả", ["các tổ chức cung cấp dịch vụ chi trả"], []),
    ("Sở Y tế phối hợp với các nhà mạng xây dựng lộ trình.", ["Sở Y tế"], ["các nhà mạng"]),
    ("Sở Công Thương phối hợp các đơn vị điện lực trên địa bàn tỉnh trong việc rà soát lưới điện.",
     ["Sở Công Thương"], ["các đơn vị điện lực trên địa bàn tỉnh"]),
    ("Ủy ban nhân dân xã mời người dân đến mở tài khoản. Ngân hàng hướng dẫn quy trình.",
     ["Ủy ban nhân dân xã"], []),
]  # fmt: skip


@pytest.mark.parametrize(("said", "leads", "supporting"), NAMED, ids=[row[0][:60] for row in NAMED])
def test_each_body_of_a_list_is_named_apart(said, leads, supporting):
    asked = ask(said)
    assert (list(asked.leads), list(asked.supporting)) == (leads, supporting)


# what a regulation says of a body, without giving it work
DEFINED = [
    "Đơn vị thoát nước có các quyền sau:",
    "Các đơn vị thuộc Chi cục gồm:",
    "Người sử dụng lao động tham gia bảo hiểm gồm:",
    "Hội đồng có quyền yêu cầu giải trình.",
    "Người dân, doanh nghiệp vẫn ưu tiên nộp hồ sơ trực tiếp.",
    "Để việc triển khai có hiệu quả, Thủ tướng Chính phủ yêu cầu thực hiện một số nội dung.",
]


@pytest.mark.parametrize("said", DEFINED)
def test_what_a_body_is_or_may_do_is_no_order(said):
    assert not ask(said).leads
