"""Django's own door, for those who develop Đôn Đốc; operators use `dondoc`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    execute_from_command_line(sys.argv)
