"""`python -m tests.bench peers`: this site beside the bare server, nginx, django CMS and Wagtail (issue 9, item 6)."""
