"""What may stand in a log: nothing that a person typed, and no address that is itself a secret."""

import re

SECRET_PATHS = re.compile(r"(/my-story/|/admin/password/)[^\s\"'?]+")
QUERY = re.compile(r"\?[^\s\"']*(?==)[^\s\"']*")
EMAIL = re.compile(r"[^\s@<>\"'(=]+@[\w-]+(\.[\w-]+)+")
# PostgreSQL repeats the values of a row that breaks a rule.
DETAIL = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)


def scrubbed(text):
    text = SECRET_PATHS.sub(r"\1…", text)
    text = QUERY.sub("?…", text)
    text = DETAIL.sub(r"\1: …", text)
    return EMAIL.sub("…@…", text)


def scrubbed_all(value):
    """Do the same inside lists and dicts; any other thing is told by its name."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, dict):
        return {key: scrubbed_all(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [scrubbed_all(each) for each in value]
    return scrubbed(str(value))
