"""A scratch environment for the neighbours: made by pip under var/bench/, and kept for later runs."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

FOLDER = Path("var/bench/scratch")
NAMED = Path(__file__).with_name("requirements.txt")
# The same versions as ours, so that what differs is how the pages are answered.
LIKE_OURS = (
    *("Django", "django-cms", "djangocms-text", "djangocms-versioning", "django-treebeard", "django-sekizai"),
    *("gunicorn", "whitenoise"),
)
TOLD = (*LIKE_OURS, "djangocms-frontend", "django-filer", "wagtail", "wagtail-cache", "granian")
VERSIONS = (
    "import json, sys; from importlib.metadata import version as v; print(json.dumps({n: v(n) for n in sys.argv[1:]}))"
)


def prepared(say):
    """Return the Python of the scratch environment, which is made where there is none or its packages are others."""
    python, stamp = FOLDER.absolute() / "bin/python", FOLDER / "made-from.txt"
    wanted = [f"{name}=={version(name)}" for name in LIKE_OURS]
    made_from = NAMED.read_text() + "\n".join([*wanted, sys.version])
    if stamp.exists() and stamp.read_text() == made_from:
        return python
    say("… installing Wagtail, django CMS and granian into a scratch environment")
    attempt([sys.executable, "-m", "venv", "--clear", str(FOLDER)])
    attempt([str(python), "-m", "pip", "install", "--quiet", "-r", str(NAMED), *wanted])
    stamp.write_text(made_from)
    return python


def attempt(words):
    done = subprocess.run(words, capture_output=True, text=True, timeout=900)
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["it does not say why"]
        raise SystemExit(
            f"The neighbours to measure beside could not be installed ({reason[0]}). They need pip and a way to its "
            "packages; “make bench PARTS='pages search'” measures without them."
        )


def versions(python):
    """Return {package: version} of what the neighbours run on."""
    told = subprocess.run([str(python), "-c", VERSIONS, *TOLD], capture_output=True, text=True, check=True)
    return dict(zip(TOLD, json.loads(told.stdout), strict=True))
