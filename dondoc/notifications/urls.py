"""Addresses of the room notifications."""

from django.urls import path

from dondoc.notifications import views
from dondoc.notifications.bell import bell

app_name = "notifications"
urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/bell/", bell, name="bell"),
    path("inbox/read_all/", views.read_all, name="read_all"),
    path("inbox/settings/", views.preferences, name="settings"),
    path("inbox/settings/test/", views.send_test, name="send_test"),
    path("inbox/settings/test_text/", views.send_test_text, name="send_test_text"),
    path("inbox/settings/test_push/", views.send_test_push, name="send_test_push"),
    path("inbox/settings/devices/", views.add_device, name="add_device"),
    path("inbox/settings/devices/<int:pk>/remove/", views.remove_device, name="remove_device"),
    path("inbox/heard/<str:code>/", views.heard, name="heard"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("inbox/deliveries/", views.deliveries, name="deliveries"),
    path("inbox/deliveries/<int:pk>/retry/", views.retry, name="retry"),
    path("inbox/<int:pk>/", views.open_notice, name="open"),
    path("inbox/<int:pk>/read/", views.read, name="read"),
]
