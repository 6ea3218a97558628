"""The house's settings for processes of their own, with stand-ins for task pages."""

from dondoc.config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.notifications.addresses"
