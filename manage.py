#!/usr/bin/env python
"""Django's entry point: `.venv/bin/python manage.py help` lists what it can do."""

import os
import sys

from astr_site.environment import say_and_stop


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astr_site.settings")
    from django.core.management import execute_from_command_line

    with say_and_stop():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
