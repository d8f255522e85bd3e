"""Requests that no honest browser sends, at a site on this machine (issue 10, Done when)."""
