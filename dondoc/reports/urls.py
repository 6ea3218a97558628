"""Addresses of the room reports."""

from django.urls import URLPattern, path

from dondoc.reports.views import dispatches, downloads, reports, summaries, summons

app_name = "reports"
urlpatterns: list[URLPattern] = [
    path("reports/", reports.index, name="list"),
    path("reports/draw-up/", reports.draw_up, name="draw_up"),
    path("reports/summons/", summons.summons, name="summons"),
    path("reports/<int:pk>/", reports.detail, name="detail"),
    path("reports/<int:pk>/edit/<slug:key>/", reports.edit_section, name="edit_section"),
    path("reports/<int:pk>/recompute/", reports.recompute, name="recompute"),
    path("reports/<int:pk>/issue/", reports.issue, name="issue_report"),
    path("reports/<int:pk>/dispatch/", reports.draft_dispatch, name="draft_dispatch"),
    path("reports/<int:pk>/behind/<int:unit>/<slug:count>/", reports.behind, name="behind"),
    path("reports/<int:pk>/download/<slug:kind>/", downloads.report, name="download"),
    path("dispatches/<int:pk>/", dispatches.detail, name="dispatch"),
    path(
        "dispatches/<int:pk>/findings/<int:finding>/",
        dispatches.decide_finding,
        name="decide_finding",
    ),
    path("dispatches/<int:pk>/edit/<slug:key>/", dispatches.edit_paragraph, name="edit_paragraph"),
    path("dispatches/<int:pk>/issue/", dispatches.issue, name="issue_dispatch"),
    path("dispatches/<int:pk>/download/<slug:kind>/", downloads.dispatch, name="dispatch_file"),
    path("summaries/draw-up/", summaries.draw_up, name="draw_up_summary"),
    path("summaries/<int:pk>/", summaries.detail, name="summary"),
    path("summaries/<int:pk>/edit/<slug:key>/", summaries.edit, name="edit_summary"),
    path("summaries/<int:pk>/recount/", summaries.recount, name="recount_summary"),
    path("summaries/<int:pk>/issue/", summaries.issue, name="issue_summary"),
    path("summaries/<int:pk>/direct/", summaries.direct, name="direct"),
    path(
        "summaries/<int:pk>/behind/<slug:board>/<int:row>/<slug:count>/",
        summaries.behind,
        name="behind_summary",
    ),
    path("summaries/<int:pk>/download/<slug:kind>/", summaries.take, name="summary_file"),
]
