# Shorthands; README.md has the two commands that need nothing but Python.
PYTHON ?= .venv/bin/python

.PHONY: check test format bench screenshot reference

check:  ## exactly what CI runs, in a virtual environment that is set up
	$(PYTHON) tests/check.py

test:
	$(PYTHON) tests/check.py tests

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

bench:
	$(PYTHON) tests/bench/all.py

screenshot:
	$(PYTHON) docs/screenshot.py

reference:
	$(PYTHON) docs/reference.py
