"""What is asked when a document is taken in or put right."""

from datetime import date, datetime
from typing import Any

from django import forms

from dondoc.agencies.models import Agency
from dondoc.documents.actions import same_number
from dondoc.documents.filenames import FileRefused
from dondoc.documents.intake import read_at_once, upload_of, words_of_paste
from dondoc.documents.letterhead import issuer_agency
from dondoc.documents.models import Document, HandIn, Type, Urgency
from dondoc.documents.secrecy import secrecy_of
from dondoc.ui.forms import HouseForm

TURNED_AWAY = (
    "Văn bản mang dấu “{mark}”. Không đưa nội dung bí mật nhà nước lên hệ thống này; "
    "chưa lưu gì. Chỉ ghi số, ngày và cơ quan ban hành để theo dõi."
)

ACCEPTED = ".txt,.docx,.doc,.odt,.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff"


class HandInForm(HouseForm):
    """A file, or pasted words."""

    file = forms.FileField(
        label="Tệp văn bản", required=False, allow_empty_file=True,
        help_text="Nhận .docx, .doc, .odt, .pdf, .txt, bản quét và ảnh chụp (.jpg, .png, .webp, "
        ".tif), tối đa 25 MB. Tệp gốc được giữ nguyên.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    text = forms.CharField(
        label="Hoặc dán toàn văn", required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if "file" not in said or "text" not in said:
            return said
        pasted = bool(said["text"].strip())
        if bool(said["file"]) == pasted:
            self.add_error("file", "Hãy chọn một tệp, hoặc dán nội dung (chỉ một trong hai).")
            return said
        try:
            if pasted:
                said["words"] = words_of_paste(said["text"])
            else:
                said["upload"] = upload_of(said["file"])
                said["found"] = read_at_once(said["upload"])
        except FileRefused as refusal:
            self.add_error("text" if pasted else "file", str(refusal))
        return said


class Lines(forms.CharField):
    """A list, one item a line."""

    def __init__(self, label: str, **about: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(label=label, required=False, widget=widget, **about)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip(" \t-;") for line in (value or "").splitlines() if line.strip(" \t-;")]


class LetterheadForm(HouseForm):
    """Every item of the letterhead, as read or as corrected."""

    type = forms.ChoiceField(
        label="Loại văn bản", choices=[(v, n.capitalize()) for v, n in Type.choices]
    )
    number = forms.CharField(label="Số, ký hiệu", required=False, max_length=60)
    issued_on = forms.DateField(
        label="Ngày ban hành", required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    issuer = forms.CharField(label="Cơ quan ban hành", required=False, max_length=200)
    subject = forms.CharField(
        label="Trích yếu", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    urgency = forms.ChoiceField(
        label="Độ khẩn", choices=[(v, n.capitalize()) for v, n in Urgency.choices]
    )
    signer_authority = forms.CharField(label="Thẩm quyền ký", required=False, max_length=120)
    signer_title = forms.CharField(label="Chức vụ người ký", required=False, max_length=120)
    signer_name = forms.CharField(label="Người ký", required=False, max_length=100)
    addressees = Lines("Kính gửi", help_text="Mỗi dòng một nơi.")
    recipients = Lines("Nơi nhận", help_text="Mỗi dòng một nơi.")

    def __init__(self, *args: Any, committee: Agency, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.committee, self.at = committee, at

    def letterhead(self) -> dict[str, Any]:
        """What the moves take, with the issuer found in the directory."""
        asked = (name for name in LetterheadForm.base_fields if name in self.fields)
        said = {name: self.cleaned_data[name] for name in asked}
        if "issuer" in said:
            said["issuer_agency"] = issuer_agency(said["issuer"], self.committee, self.at)
        return said


class CheckForm(LetterheadForm):
    """What was read, before it goes into the register; of a file that was read the words stand."""

    text = forms.CharField(required=False, strip=False, widget=forms.Textarea(attrs={"rows": 10}))
    anyway = forms.BooleanField(
        label="Đây là văn bản khác, vẫn vào sổ", required=False, widget=forms.HiddenInput
    )
    secrecy = ""

    def __init__(self, *args: Any, hand_in: HandIn | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hand_in = hand_in
        self.fields["text"].label = "Toàn văn"
        if hand_in is not None and hand_in.text:
            del self.fields["text"]
        self.twins: list[Document] = []

    def look_for_twins(self, number: str, issuer: str, issued_on: date | None) -> None:
        """Finds the same paper in the register, and asks before it is taken in twice."""
        self.twins = list(same_number(self.committee, number, issuer, issued_on)[:3])
        if self.twins:
            self.fields["anyway"].widget = forms.CheckboxInput()

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        self._read_again(said)
        self.look_for_twins(said.get("number", ""), said.get("issuer", ""), said.get("issued_on"))
        if self.twins and not said.get("anyway"):
            self.add_error("anyway", "Sổ đã có văn bản cùng số: hãy xem lại.")
        if not any(said.get(name) for name in ("number", "subject", "text")):
            self.add_error("number", "Hãy nhập ít nhất số, ký hiệu hoặc trích yếu.")
        return said

    def _read_again(self, said: dict[str, Any]) -> None:
        """Words that come with the page are read once more: secrets stay out."""
        try:
            said["text"] = words_of_paste(said.get("text") or "")
        except FileRefused as refusal:
            self.add_error("text", str(refusal))
            return
        if mark := secrecy_of(said["text"]):
            self.secrecy = mark
            self.add_error(None, TURNED_AWAY.format(mark=mark))


class NumberOnlyForm(HouseForm):
    """Of a state secret: the number, the day, and who issued it; never a word of it."""

    type = forms.ChoiceField(
        label="Loại văn bản", choices=[(v, n.capitalize()) for v, n in Type.choices]
    )
    number = forms.CharField(
        label="Số, ký hiệu", max_length=60,
        error_messages={"required": "Hãy nhập số, ký hiệu của văn bản."},
    )  # fmt: skip
    issued_on = forms.DateField(
        label="Ngày ban hành", required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    issuer = forms.CharField(label="Cơ quan ban hành", required=False, max_length=200)
    urgency = forms.ChoiceField(
        label="Độ khẩn", choices=[(v, n.capitalize()) for v, n in Urgency.choices]
    )


class MendForm(HouseForm):
    """The words of one page, or of a whole document without pages, put right."""

    text = forms.CharField(
        label="Chữ của trang", strip=False, widget=forms.Textarea(attrs={"rows": 24}),
        error_messages={"required": "Không được để trống. Hãy giữ lại chữ của trang."},
    )  # fmt: skip

    def clean_text(self) -> str:
        try:
            return words_of_paste(self.cleaned_data["text"])
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
