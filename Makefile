# Two commands: `make demo` and `make test`. Each sets up what it needs, and is quick the next time.
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PYTEST ?= $(BIN)/pytest

help:
	@echo "make demo   build the invented example programme and serve it"
	@echo "make test   run all tests"
	@echo "make lint   style, types and the floor plan"
	@echo "make docs   build the documentation"

$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

$(VENV)/.packages: requirements/dev.txt | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

FRONT := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null)
$(VENV)/.installed: $(VENV)/.packages pyproject.toml hatch_build.py $(FRONT)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@

setup: $(VENV)/.installed

demo: setup
	@$(BIN)/localvision demo

browser: setup
	@$(BIN)/python scripts/find_chromium.py

test: setup browser
	$(PYTEST) -n auto --dist worksteal
	$(BIN)/python scripts/with_postgres.py $(PYTEST) tests/workbench -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

reference: setup
	$(BIN)/python scripts/write_reference.py

docs: setup
	$(BIN)/python scripts/write_reference.py --check
	$(BIN)/sphinx-build --fail-on-warning -b html docs docs/_build/html

screenshots: setup browser
	LOCALVISION_SCREENSHOTS=docs/screenshots $(PYTEST) tests/journeys/test_screenshots.py

bench: setup
	$(PYTEST) tests/bench -p no:cacheprovider -s --bench

.PHONY: help setup demo browser test lint reference docs screenshots bench
