"""Addresses of the room urging."""

from django.urls import path

from dondoc.urging.views import desk, ladder, leader_words, reviews, slips

app_name = "urging"

urlpatterns = [
    path("urging/", desk.show, name="desk"),
    path("urging/preview/", desk.preview, name="preview"),
    path("urging/send/", desk.send, name="send"),
    path("urging/effects/", slips.effects, name="effects"),
    path("urging/ladder/", ladder.ladder, name="ladder"),
    path("urging/ladder/edit/", ladder.set_ladder, name="set_ladder"),
    path("urging/reviews/", reviews.index, name="reviews"),
    path("urging/reviews/open/", reviews.open_review, name="open_review"),
    path("urging/reviews/<int:pk>/", reviews.detail, name="review"),
    path("urging/reviews/<int:pk>/<str:verb>/", reviews.move, name="move_review"),
    path("urging/review-lines/<int:pk>/", reviews.line, name="review_line"),
    path("urging/slips/", slips.index, name="slips"),
    path("urging/slips/<int:pk>/", slips.detail, name="slip"),
    path("urging/slips/<int:pk>/file/<str:kind>/", slips.file, name="slip_file"),
    path("urging/slips/<int:pk>/<str:verb>/", slips.move, name="move_slip"),
    path("urging/words/<int:pk>/", leader_words.detail, name="leader_word"),
    path("urging/words/<int:pk>/<str:verb>/", leader_words.move, name="move_word"),
    path("urging/say/<str:code>/", leader_words.say, name="say_word"),
]
