# The commands of this project. `make` alone lists them.
.PHONY: help serve dev test check format shots guides bench scale-test chaos fuzz matrix messages lock

help: ## List these commands.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

serve: ## Start the site on http://127.0.0.1:8000, from nothing if need be.
	@.ci/environment
	@exec .venv/bin/python manage.py serve

dev: ## The same, starting anew whenever a file changes.
	@.ci/environment dev
	@DEBUG=yes exec .venv/bin/python manage.py dev

test: ## Run every test, from nothing if need be.
	@.ci/environment dev
	@.ci/programs
	@.venv/bin/python -m pytest --numprocesses auto --dist loadfile

check: ## Judge the code without running it: format, lint, order of imports, configuration.
	@.ci/environment dev
	@.ci/check

format: ## Put Python and templates into the agreed form.
	@.ci/environment dev
	@.venv/bin/ruff check --quiet --fix-only .
	@.venv/bin/ruff format --quiet .
	@find templates -name "*.html" -exec .venv/bin/djade --target-version 5.2 {} +

shots: ## Take a picture of every screen.
	@.ci/environment dev
	@.ci/programs
	@.venv/bin/python -m tests.shots

guides: ## Photograph the staff pages anew for the guides of the roles.
	@.ci/environment dev
	@.ci/programs
	@.venv/bin/python -m pytest --quiet tests/guides/pictures.py

bench: ## Measure how fast the site is beside others, and how that holds as it grows; takes minutes. PARTS=peers: only that.
	@.ci/environment dev
	@.ci/programs wrk
	@.venv/bin/python -m tests.bench $(PARTS)

scale-test: ## Run the site on two hosts that share a database, Redis and a bucket, behind nginx; takes minutes.
	@.ci/environment dev
	@.ci/programs redis-server
	@.venv/bin/python -m tests.scale $(CASES)

chaos: ## Break what the site stands on, under load, and say what it cost; takes minutes, and root for the full disk.
	@.ci/environment dev
	@.ci/programs
	@.venv/bin/python -m tests.chaos

fuzz: ## Send twenty thousand hostile requests to a site of its own; takes minutes.
	@.ci/environment dev
	@.venv/bin/python -m tests.fuzz

matrix: ## Print who is let in at every staff address, and compare it with what is intended; takes minutes.
	@.ci/environment dev
	@MATRIX=all .venv/bin/python -m pytest --quiet --capture=no tests/roles/test_matrix.py tests/desk/test_mended.py

messages: ## Gather the words of the interface, and compile their Spanish (needs gettext).
	@.ci/environment dev
	@command -v msgfmt >/dev/null || { echo "Install gettext first (on Debian: sudo apt-get install gettext)." >&2; exit 1; }
	@.venv/bin/python manage.py makemessages --locale es --no-wrap --no-location --ignore .venv --ignore var --ignore tests
	@.venv/bin/python manage.py compilemessages --locale es --ignore .venv

lock: ## Write the locked versions anew from pyproject.toml.
	@.ci/environment dev
	@.ci/lock
