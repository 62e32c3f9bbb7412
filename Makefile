# Everything that is done to this project, by name. `make help` lists it.
# The lock names every version; nothing here asks a question, and nothing but `make lock` changes a file under version control.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help install demo test fault check bench axe lock clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

install: .venv/installed ## .venv with the tool in it, and what it needs of the system where that is missing
	@sh scripts/system-deps.sh

.venv/installed: requirements.lock pyproject.toml scripts/venv.sh
	@sh scripts/venv.sh "$(PYTHON)"

demo: install ## runs the tool over the sample inbox and names the report to open
	@sh scripts/demo.sh

test: install ## the test suite
	$(BIN)/pytest

fault: install ## the full fault test: 1,000 files, 50 kills, a folder that goes away, a full disk
	$(BIN)/python -m tests.fault --files 1000 --kills 50

check: .venv/installed ## linter, type checker, import rules
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: install ## speed and accuracy, beside the physical work and plain Tesseract
	$(BIN)/python -m bench

axe: .venv/installed ## the pages it writes, checked by axe-core in Chromium for what hinders a reader
	@sh scripts/axe.sh

lock: ## resolves all versions anew and writes requirements.lock
	@sh scripts/lock.sh "$(PYTHON)"

clean: ## removes what was made, the virtual environment too
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
