"""Addresses of the room remedies."""

from django.urls import URLPattern, path

from dondoc.remedies.views import (
    accountability,
    causes,
    considerations,
    inspections,
    remedies,
    reports,
)

app_name = "remedies"
urlpatterns: list[URLPattern] = [
    path("remedies/", remedies.board, name="board"),
    path("remedies/repeats/", remedies.repeats, name="repeats"),
    path("remedies/reports/", reports.index, name="reports"),
    path("remedies/reports/urge/", reports.urge_all, name="urge_all"),
    path("remedies/reports/<int:pk>/", reports.detail, name="report"),
    path("remedies/reports/<int:pk>/download/<slug:kind>/", reports.file, name="report_file"),
    path("remedies/reports/<int:pk>/<slug:verb>/", reports.move, name="move_report"),
    path("remedies/inspections/", inspections.index, name="inspections"),
    path("remedies/inspections/plan/", inspections.plan, name="plan_inspection"),
    path("remedies/inspections/<int:pk>/", inspections.detail, name="inspection"),
    path("remedies/inspections/<int:pk>/<slug:verb>/", inspections.move, name="move_inspection"),
    path("remedies/<int:pk>/", remedies.detail, name="detail"),
    path("remedies/<int:pk>/<slug:verb>/", remedies.move, name="move"),
    path("causes/", causes.index, name="causes"),
    path("causes/ask/<str:code>/", causes.ask, name="ask_cause"),
    path("causes/<int:pk>/", causes.detail, name="cause"),
    path("causes/<int:pk>/<slug:verb>/", causes.move, name="decide_cause"),
    path("accountability/", accountability.index, name="accountability"),
    path("accountability/grading/", accountability.grade, name="grading"),
    path("accountability/grading/xlsx/", accountability.grade_sheet, name="grading_sheet"),
    path("accountability/people/<int:pk>/", accountability.person, name="person"),
    path("accountability/units/<int:pk>/", accountability.unit, name="unit"),
    path("considerations/", considerations.index, name="considerations"),
    path("considerations/draft/", considerations.draft, name="draft_consideration"),
    path("considerations/<int:pk>/", considerations.detail, name="consideration"),
    path("considerations/<int:pk>/paper/<slug:kind>/", considerations.paper, name="paper"),
    path("considerations/<int:pk>/<slug:verb>/", considerations.move, name="consider"),
]
