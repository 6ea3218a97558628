"""Pages of a dispatch: what it proposes, its paragraphs, the sheet it becomes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dondoc.agencies.models import Officer, Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.reports import actions
from dondoc.reports.forms import FindingForm, SignForm, WordsForm
from dondoc.reports.models import Dispatch, Finding
from dondoc.reports.paper import dispatch_paper
from dondoc.workflow import attempt

RELATED = ("committee", "report", "document", "docx", "pdf", "issued_by__user", "signer__user")


def _dispatch(request: SeatedRequest, pk: int) -> Dispatch:
    lists = ("report__figures", "report__parts")
    return get_object_or_404(
        Dispatch.objects.visible_to(request.officer).select_related(*RELATED).defer(*lists), pk=pk
    )


@seated()
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """The draft to work on, or the paper as it went out."""
    return _page(request, _dispatch(request, pk))


def _page(
    request: SeatedRequest, dispatch: Dispatch, asked: dict[str, Any] | None = None
) -> HttpResponse:
    asked = asked or {}
    findings = list(dispatch.findings.order_by("place"))
    context = {
        "dispatch": dispatch,
        "findings": findings if request.officer.reads_committee else [],
        "reads_report": request.officer.reads_committee,
        "paper": dispatch_paper(dispatch, findings),
    }
    if not dispatch.is_draft or request.GET.get("view") == "paper":
        return render(request, "reports/dispatch_paper.html", context)
    context |= _forms(request, dispatch, findings, asked)
    status = next((form.status for form in asked.values()), 200)
    return render(request, "reports/dispatch.html", context, status=status)


def _forms(
    request: SeatedRequest, dispatch: Dispatch, findings: list[Finding], asked: dict[str, Any]
) -> dict[str, Any]:
    may = {move.verb for move in actions.dispatch_flow.open_to(request.officer, dispatch)}
    return {
        "may": may,
        "forms": {
            part["key"]: asked.get(part["key"])
            or WordsForm(initial={"text": part["text"]}, auto_id=f"{part['key']}_%s")
            for part in dispatch.parts
        },
        "proposals": [(one, asked.get(f"finding{one.pk}") or _asked_of(one)) for one in findings],
        "waiting": sum(one.decision == Finding.Decision.PROPOSED for one in findings),
        "sign": asked.get("sign") or SignForm(leaders=_signers(request, dispatch)),
    }


def _asked_of(finding: Finding) -> FindingForm:
    said = {"words": finding.words, "requirement": finding.requirement}
    return FindingForm(initial=said, auto_id=f"finding{finding.pk}_%s")


def _signers(request: SeatedRequest, dispatch: Dispatch) -> list[Officer]:
    """A leader signs for himself; the Office names the leader who signed."""
    leaders = actions.leaders_of(dispatch.committee, request.at)
    if request.officer.role == Role.LEADER:
        return [leader for leader in leaders if leader.pk == request.officer.pk]
    return leaders


def _back(request: SeatedRequest, dispatch: Dispatch, said: str, place: str = "") -> HttpResponse:
    messages.success(request, said, extra_tags=request.POST.get("idempotency_key", ""))
    answer = redirect("reports:dispatch", dispatch.pk)
    answer["Location"] += place
    return answer


@require_POST
@seated()
def decide_finding(request: SeatedRequest, pk: int, finding: int) -> HttpResponse:
    """A proposal is accepted, perhaps in other words, or dropped."""
    dispatch = _dispatch(request, pk)
    found = next((one for one in dispatch.findings.all() if one.pk == finding), None)
    if found is None:
        raise Http404
    form = FindingForm(request.POST, auto_id=f"finding{finding}_%s")
    if form.is_valid():
        said = form.cleaned_data
        attempt(
            form, actions.decide_finding, dispatch, by=request.officer, at=request.at,
            finding=found, **said,
        )  # fmt: skip
        if form.is_valid():
            return _back(request, dispatch, f"Đã ghi quyết định: {found}.", f"#finding{finding}")
    return _page(request, dispatch, {f"finding{finding}": form})


@require_POST
@seated()
def edit_paragraph(request: SeatedRequest, pk: int, key: str) -> HttpResponse:
    """A paragraph in other words."""
    dispatch = _dispatch(request, pk)
    if dispatch.part(key) is None:
        raise Http404
    form = WordsForm(request.POST, auto_id=f"{key}_%s")
    if form.is_valid():
        attempt(
            form, actions.edit_paragraph, dispatch, by=request.officer, at=request.at, key=key,
            text=form.cleaned_data["text"],
        )  # fmt: skip
        if form.is_valid():
            return _back(request, dispatch, "Đã lưu nội dung.", f"#{key}")
    return _page(request, dispatch, {key: form})


@require_POST
@seated()
def issue(request: SeatedRequest, pk: int) -> HttpResponse:
    """The dispatch goes out under its number, over a leader's name."""
    dispatch = _dispatch(request, pk)
    form = SignForm(request.POST, leaders=_signers(request, dispatch))
    if form.is_valid():
        attempt(
            form, actions.issue_dispatch, dispatch, by=request.officer, at=request.at,
            signer=form.leader(),
        )  # fmt: skip
        if form.is_valid():
            return _back(request, dispatch, f"Đã ban hành {dispatch.label}.")
        dispatch.refresh_from_db()
    return _page(request, dispatch, {"sign": form})
