"""The door for granian."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
application = get_wsgi_application()
_ = get_resolver().url_patterns  # every door is loaded now, not while somebody waits
gc.collect()
gc.freeze()  # what stands for good need not be looked through in the middle of a page
