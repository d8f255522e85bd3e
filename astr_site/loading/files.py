"""The content files: where they are, and what a broken one says."""

from pathlib import Path

import yaml


class ContentError(ValueError):
    """A content file that cannot be read, with its name and what is wrong."""


def read(path):
    """Return one content file as a dictionary.

    Raises ContentError with the file's name where it is not valid YAML or lacks a key.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{path}: {error}") from error
    if not isinstance(data, dict) or "key" not in data:
        raise ContentError(f"{path}: every content file is a list of “name: value” lines and has a key.")
    return data


def read_all(folder: Path):
    """Return every file of a folder, in the order of `position`, then key."""
    return sorted(
        (read(path) for path in folder.glob("*.yaml")), key=lambda data: (data.get("position", 0), data["key"])
    )


def read_yaml(path, kind):
    """Return what a file holds.

    Raises ContentError where it is missing, broken, or neither the list nor the dict that is expected.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{path}: {error}") from error
    if not isinstance(data, kind):
        expected = "a list" if kind is list else "“name: value” lines"
        raise ContentError(f"{path}: this file is {expected}.")
    return data
