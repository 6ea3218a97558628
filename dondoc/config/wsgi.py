"""The door for granian."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
application = get_wsgi_application()

# What the house is made of stays for good: large pages need not have it searched for litter.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
