PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test score bench check clean

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	SITREP_DATA_DIR=data/demo $(BIN)/sitrep ingest --orchestrated samples
	SITREP_DATA_DIR=data/demo $(BIN)/sitrep sql "select * from latest_events limit 10"

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint sql

test: check
	$(BIN)/pytest

score: setup
	$(BIN)/python -m tests.eval.score

bench: setup
	$(BIN)/python -m benchmarks
