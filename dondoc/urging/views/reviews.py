"""Reviews: their list, how far each is, the lines behind every figure, and one line at a time."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dondoc.agencies.calendars import soon_until
from dondoc.agencies.models import Role
from dondoc.agencies.seating import SeatedRequest, seated
from dondoc.database.clock import day_of
from dondoc.ui.forms import HouseForm
from dondoc.urging import actions, forms
from dondoc.urging.actions.reviews import line_flow, review_flow
from dondoc.urging.models import Review, ReviewLine
from dondoc.urging.reviewing import CONFIRMED, KINDS, TURN, dated, progress, whole
from dondoc.urging.views.desk import WHO, committee_of
from dondoc.workflow import attempt

READING = (*WHO, Role.UNIT_HEAD, Role.FOCAL_POINT, Role.OFFICER, Role.AUDITOR)
PER_PAGE = 50


@require_safe
@seated(*READING)
def index(request: SeatedRequest) -> HttpResponse:
    """The reviews one may see, the newest first, with one's own x of n."""
    seen = Review.objects.visible_to(request.officer).select_related("committee")
    page = Paginator(seen.order_by("-pk"), PER_PAGE).get_page(request.GET.get("page"))
    lines = ReviewLine.objects.visible_to(request.officer)
    counted = lines.filter(review__in=list(page.object_list)).order_by().values("review")
    sums = counted.annotate(n=Count("pk"), x=Count("pk", filter=CONFIRMED))
    context = {
        "page": page, "today": day_of(request.at), "may_open": request.officer.role in WHO,
        "counts": {row["review"]: row for row in sums},
    }  # fmt: skip
    return render(request, "urging/reviews.html", context)


@seated(*WHO)
def open_review(request: SeatedRequest) -> HttpResponse:
    """Which units, what is asked, by when."""
    committee, today = committee_of(request), day_of(request.at)
    posted = request.POST if request.method == "POST" else None
    form = forms.OpenReviewForm(posted, committee=committee, today=today)
    if request.method == "POST" and form.is_valid():
        by, at = request.officer, request.at
        review = attempt(form, actions.open_review, committee, by=by, at=at, **form.cleaned_data)
        if review is not None:
            return _said(request, review, f"Đã mở “{review}” và báo các đơn vị.")
    return render(request, "urging/open_review.html", {"form": form}, status=form.status)


def _said(request: SeatedRequest, review: Review, words: str) -> HttpResponse:
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect("urging:review", review.pk)


def _review(request: SeatedRequest, pk: int) -> Review:
    related = ("committee", "opened_by__user", "closed_by__user")
    visible = Review.objects.visible_to(request.officer).select_related(*related)
    return get_object_or_404(visible, pk=pk)


@require_safe
@seated(*READING)
def detail(request: SeatedRequest, pk: int) -> HttpResponse:
    """How far it is, and the lines behind the figure that was pressed."""
    return _page(request, _review(request, pk))


def _page(
    request: SeatedRequest, review: Review, form: forms.CloseReviewForm | None = None
) -> HttpResponse:
    lines = ReviewLine.objects.visible_to(request.officer).filter(review=review)
    rows = progress(lines)
    show, unit = request.GET.get("show", ""), request.GET.get("unit", "")
    wanted = Q()
    if show in KINDS:
        wanted &= KINDS[show][1]
    if unit.isdecimal() and len(unit) < 10:
        wanted &= Q(unit=int(unit))
    listed = dated(lines).filter(wanted).select_related("task", "unit", "confirmed_by__user")
    in_turn = listed.defer("task__search").order_by(TURN, "unit__name", "task__due_at", "pk")
    page = Paginator(in_turn, PER_PAGE).get_page(request.GET.get("page"))
    soon = soon_until(review.committee, request.at)
    context = {
        "review": review, "rows": rows, "whole": whole(rows), "kinds": KINDS, "page": page,
        "show": show, "unit": unit, "today": day_of(request.at),
        "judge": lambda task: task.judged(request.at, soon),
        "may": {move.verb for move in review_flow.open_to(request.officer, review)},
        "form": form or forms.CloseReviewForm(),
    }  # fmt: skip
    return render(request, "urging/review.html", context, status=form.status if form else 200)


@require_POST
@seated(*WHO)
def move(request: SeatedRequest, pk: int, verb: str) -> HttpResponse:
    """Urges the units that owe lines, or ends the review."""
    review = _review(request, pk)
    deeds: dict[str, tuple[Any, str]] = {
        "urge_review": (actions.urge_review, "Đã đôn đốc các đơn vị chưa rà soát xong."),
        "close_review": (actions.close_review, "Đã kết thúc đợt rà soát."),
    }
    if verb not in deeds:
        raise Http404
    deed, words = deeds[verb]
    form = forms.CloseReviewForm(request.POST)
    if form.is_valid():
        asked = form.cleaned_data if verb == "close_review" else {}
        attempt(form, deed, review, by=request.officer, at=request.at, **asked)
        if form.is_valid():
            return _said(request, review, words)
        review.refresh_from_db()
    return _page(request, review, form)


@seated(*READING)
def line(request: SeatedRequest, pk: int) -> HttpResponse:
    """One task: how it stands, what will be done, by when; then the next one that waits."""
    visible = ReviewLine.objects.visible_to(request.officer)
    related = ("review__committee", "task__lead", "task__issuer", "unit", "confirmed_by__user")
    found = get_object_or_404(visible.select_related(*related), pk=pk)
    first = {"standing": found.standing, "solution": found.solution, "commit_on": found.commit_on}
    if found.task.due_on and found.task.due_on >= day_of(request.at):
        first["commit_on"] = first["commit_on"] or found.task.due_on
    form = forms.ConfirmLineForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        by, at = request.officer, request.at
        attempt(form, actions.confirm_line, found, by=by, at=at, **form.cleaned_data)
        if form.is_valid():
            return _onward(request, found)
    return _line_page(request, found, form)


def _line_page(request: SeatedRequest, found: ReviewLine, form: HouseForm) -> HttpResponse:
    soon = soon_until(found.review.committee, request.at)
    may = line_flow.moves["confirm_line"].is_open_to(request.officer, found)
    left = ReviewLine.objects.filter(review=found.review, unit=found.unit).waiting().count()
    context = {
        "line": found, "review": found.review, "task": found.task, "form": form, "left": left,
        "may": may and found.review.is_open, "judged": found.task.judged(request.at, soon),
    }  # fmt: skip
    return render(request, "urging/review_line.html", context, status=form.status)


def _onward(request: SeatedRequest, done: ReviewLine) -> HttpResponse:
    """To the unit's next line that waits; when none does, to the review."""
    rest = ReviewLine.objects.visible_to(request.officer).waiting()
    mine = rest.filter(review=done.review, unit=done.unit).order_by("task__due_at", "pk")
    words = f"Đã rà soát {done.task.code}."
    following = mine.first()
    if following is None:
        return _said(request, done.review, f"{words} Đơn vị đã rà soát xong.")
    messages.success(request, words, extra_tags=request.POST.get("idempotency_key", ""))
    return redirect("urging:review_line", following.pk)
