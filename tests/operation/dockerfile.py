"""Reads what the Dockerfile and its .dockerignore say, for machines without a container engine."""

import json
from pathlib import PurePath

from astr_site.environment import ROOT

FILE = ROOT / ".readme/operation/Dockerfile"


def instructions():
    """Return [(word, rest)] in order; no instruction of ours goes over a line."""
    lines = (line for line in FILE.read_text().splitlines() if line and not line.startswith("#"))
    return [tuple(line.split(" ", 1)) for line in lines]


def command(word):
    """Return the words that CMD or HEALTHCHECK run."""
    rest = next(rest for name, rest in instructions() if name == word)
    return json.loads(rest[rest.index("[") :])


def context():
    """Return the files that a build would be sent."""
    rules = [line for line in FILE.with_suffix(".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    sent = [PurePath(rule[1:]) for rule in rules if rule.startswith("!")]
    never = [rule.rsplit("/", 1)[-1] for rule in rules if rule.startswith("**/")]
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        wanted = any(inside.is_relative_to(each) for each in sent)
        refused = any(PurePath(part).match(rule) for part in inside.parts for rule in never)
        if path.is_file() and wanted and not refused:
            yield inside
