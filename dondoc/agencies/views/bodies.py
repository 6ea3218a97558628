"""The doors through which an administrator changes the tree of bodies."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from dondoc.agencies import actions, forms
from dondoc.agencies.models import Agency, Role
from dondoc.agencies.queries import root_of, users_visible_to
from dondoc.agencies.roles import administers, keeps_names
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.agencies.views.moves import form_page
from dondoc.database.clock import day_of


def _agency(request: SeatedRequest, pk: int) -> Agency:
    """The body, for whoever administers it: to others there is no such door."""
    agency = get_object_or_404(
        Agency.objects.visible_to(request.officer).select_related("parent", "committee"), pk=pk
    )
    if not administers(request.officer, agency):
        raise Http404
    return agency


def _back(agency: Agency) -> str:
    return reverse("agencies:detail", args=[agency.pk])


@seated(Role.ADMINISTRATOR)
def establish(request: SeatedRequest, pk: int) -> HttpResponse:
    """A new body under this one."""
    parent = _agency(request, pk)
    first = {"from_on": day_of(request.at), "is_scored": True}
    return form_page(
        request, forms.EstablishForm(request.POST or None, initial=first), actions.establish,
        parent, title=f"Thành lập đơn vị thuộc {parent.name}", back=_back(parent),
        done="Đã thành lập.",
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def rename(request: SeatedRequest, pk: int) -> HttpResponse:
    """A new name from a day on."""
    agency = _agency(request, pk)
    first = {"name": agency.name, "short_name": agency.short_name, "from_on": day_of(request.at)}
    return form_page(
        request, forms.RenameForm(request.POST or None, initial=first), actions.rename, agency,
        title=f"Đổi tên {agency.name}", back=_back(agency), done="Đã ghi nhận tên mới.",
        note="Số liệu và văn bản trước ngày này vẫn giữ tên cũ.",
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def describe(request: SeatedRequest, pk: int) -> HttpResponse:
    """Symbol, identifiers, place."""
    agency = _agency(request, pk)
    names = ("symbol", "identifier", "old_identifier", "place", "is_scored")
    first = {name: getattr(agency, name) for name in names}
    return form_page(
        request, forms.DescribeForm(request.POST or None, initial=first), actions.describe,
        agency, title=f"Sửa thông tin {agency.name}", back=_back(agency), done="Đã lưu.",
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def move_under(request: SeatedRequest, pk: int) -> HttpResponse:
    """Under another body from a day on."""
    agency = _agency(request, pk)
    form = forms.MoveUnderForm(
        request.POST or None, under=root_of(request.officer),
        initial={"parent": agency.parent_id, "from_on": day_of(request.at)},
    )  # fmt: skip
    return form_page(
        request, form, actions.move_under, agency, title=f"Chuyển trực thuộc: {agency.name}",
        back=_back(agency), done="Đã chuyển.",
        note="Mọi đơn vị bên dưới chuyển theo. Số liệu trước ngày này không thay đổi.",
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def dissolve(request: SeatedRequest, pk: int) -> HttpResponse:
    """The end of a body, and who takes over."""
    agency = _agency(request, pk)
    form = forms.DissolveForm(
        request.POST or None, under=root_of(request.officer),
        initial={"until_on": day_of(request.at)},
    )  # fmt: skip
    return form_page(
        request, form, actions.dissolve, agency, title=f"Kết thúc hoạt động: {agency.name}",
        back=_back(agency), done="Đã ghi nhận.", danger=True, ends=True,
        note="Các chức vụ tại đây kết thúc cùng ngày. Việc đang làm cần được bàn giao.",
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def name_successors(request: SeatedRequest, pk: int) -> HttpResponse:
    """Who took over from a body that has ended."""
    agency = _agency(request, pk)
    chosen = list(agency.successions.values_list("successor_id", flat=True))
    form = forms.NameSuccessorsForm(
        request.POST or None, under=root_of(request.officer), initial={"successors": chosen}
    )
    return form_page(
        request, form, actions.name_successors, agency, title=f"Cơ quan kế thừa {agency.name}",
        back=_back(agency), done="Đã ghi nhận.",
        note="Văn bản ghi tên cơ quan này sẽ được gợi ý cơ quan kế thừa.",
    )  # fmt: skip


@seated()
def keep_alias(request: SeatedRequest, pk: int) -> HttpResponse:
    """Another way people write the name."""
    agency = _named(request, pk)
    return form_page(
        request, forms.AliasForm(request.POST or None), actions.keep_alias, agency,
        title=f"Tên gọi khác của {agency.name}", back=_back(agency), done="Đã ghi nhớ.",
    )  # fmt: skip


@require_POST
@seated()
def forget_alias(request: SeatedRequest, pk: int) -> HttpResponse:
    """That way of writing no longer means this body."""
    agency = _named(request, pk)
    name = request.POST.get("name", "")
    actions.forget_alias(agency, by=request.officer, at=request.at, name=name)
    messages.success(request, f"Đã bỏ tên gọi “{name}”.")
    return redirect(_back(agency))


def _named(request: SeatedRequest, pk: int) -> Agency:
    agency = get_object_or_404(Agency.objects.visible_to(request.officer), pk=pk)
    if not keeps_names(request.officer, agency):
        raise Http404
    return agency


@seated(Role.ADMINISTRATOR)
def found_field(request: SeatedRequest, pk: int) -> HttpResponse:
    """A committee's new field of work."""
    agency = _agency(request, pk)
    return form_page(
        request, forms.NewFieldForm(request.POST or None), actions.found_field, agency,
        title=f"Thêm lĩnh vực của {agency.name}", back=_back(agency), done="Đã thêm lĩnh vực.",
    )  # fmt: skip


@seated(Role.ADMINISTRATOR)
def set_fields(request: SeatedRequest, pk: int) -> HttpResponse:
    """The fields in which the body works."""
    agency = _agency(request, pk)
    chosen = list(agency.fields.values_list("pk", flat=True))
    form = forms.FieldsForm(
        request.POST or None, committee=agency.committee, initial={"fields_chosen": chosen}
    )
    return form_page(
        request, form, _set_fields, agency, title=f"Lĩnh vực của {agency.name}",
        back=_back(agency), done="Đã lưu.",
    )  # fmt: skip


def _set_fields(agency: Agency, *, fields_chosen: object, **said: object) -> None:
    actions.set_fields(agency, fields=list(fields_chosen), **said)  # type: ignore[call-overload,arg-type]  # a queryset


@seated(Role.ADMINISTRATOR)
def appoint(request: SeatedRequest, pk: int) -> HttpResponse:
    """Somebody who has an account takes a seat here."""
    agency = _agency(request, pk)
    form = forms.AppointForm(
        request.POST or None, people=users_visible_to(request.officer),
        initial={"from_on": day_of(request.at)},
    )  # fmt: skip
    return form_page(
        request, form, actions.appoint, agency, title=f"Bổ nhiệm, phân công tại {agency.name}",
        back=_back(agency), done="Đã phân công.",
    )  # fmt: skip
