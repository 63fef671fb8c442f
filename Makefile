# Everything a person or a machine does with this repository. `make` alone prints the targets.

VENV := .venv
BIN := $(VENV)/bin
CHECKED := kopia_desktop tests packaging
ARGS ?=

# The environment's own Python first, so that it keeps the version it was made with.
ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell for each in $(BIN)/python python3 python3.14 python3.13 python3.12 python3.11; do \
	if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo "$$each"; break; fi; done)
endif
SET_UP = $(if $(PYTHON),$(PYTHON),$(error No Python 3.11 or newer was found. \
	Install one (Debian: apt-get install python3), or name it: make PYTHON=/path/to/python3)) packaging/set_up.py

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests demo run test check bench campaign screens translations lock clean

help: ## this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

setup: ## make .venv with .venv/bin/kopia-desktop (once; PYTHON=... chooses the interpreter)
	@$(SET_UP)

setup-tests: ## the same with the tests' tools and system libraries
	@$(SET_UP) --tests

demo: setup ## transcribe the bundled sample and translate it to Spanish, without a network
	@$(BIN)/kopia-desktop demo $(ARGS)

run: ## open the window
	@$(SET_UP) --for window
	@$(BIN)/kopia-desktop $(ARGS)

test: setup-tests ## run the tests (ARGS="-k name" for some of them)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

check: setup-tests ## format, lint, types, import contracts
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/mypy packaging/*.py
	$(BIN)/lint-imports

bench: setup-tests ## measure speed, accuracy and memory (ARGS is passed on)
	$(BIN)/python -m tests.benchmarks.run $(ARGS)

campaign: setup-tests ## the long runs: kills, mutated files
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m campaign --timeout=0 $(ARGS)

screens: setup-tests ## pictures of every window and dialog, as PNG files in output/screens
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens.make_screens $(ARGS)

translations: ## bring i18n/*.ts up to date with the window's texts and compile them
	@$(SET_UP) --for window
	$(BIN)/python packaging/translations.py $(ARGS)

lock: ## pin the newest versions that pyproject.toml allows
	@$(SET_UP)
	$(BIN)/python packaging/lock.py

clean: ## remove .venv and everything that was built
	rm -rf $(VENV) build dist output .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find $(CHECKED) -name __pycache__ -type d -prune -exec rm -rf {} +
