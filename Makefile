# The first Python here that is new enough; another one: make PYTHON=/path/to/python setup
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/pip install --quiet --no-deps

# Usage telemetry of every dependency is off.
export DO_NOT_TRACK ?= 1
export PREFECT_SERVER_ANALYTICS_ENABLED ?= false

# Tests start some hundred processes: without kept byte code each compiles all that it imports.
unexport PYTHONDONTWRITEBYTECODE

CHECKS := ruff format sqlfluff mypy imports

.PHONY: $(CHECKS) setup demo check test test-e2e score floors bench profile docs audit

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer is needed; install it, or say make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "make: $(PYTHON) lacks venv; on Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

demo: export SITREP_DATA_DIR := data/demo
demo: export PREFECT_HOME := $(CURDIR)/data/demo/prefect
demo: setup
	@rm -rf data/demo
	$(BIN)/sitrep ingest --orchestrated samples
	$(BIN)/sitrep sql "select date_start, kind, place, actors, targets, figures from latest_events order by date_start desc nulls last, kind, place limit 10"

# Two at a time, as each has one processor at work; what one says stands together
check: setup
	@$(MAKE) --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync) $(CHECKS)

$(CHECKS): setup

ruff:
	$(BIN)/ruff check .

format:
	$(BIN)/ruff format --check .

sqlfluff:
	$(BIN)/sqlfluff lint sql

mypy:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

# Without the service end to end, which takes some minutes: make test E2E=no
test: check
	$(BIN)/pytest $(if $(filter no,$(E2E)),--ignore tests/e2e)

test-e2e: setup
	$(BIN)/pytest tests/e2e

score: setup
	$(BIN)/python -m tests.eval.score

floors: setup
	$(BIN)/python -m tests.eval.score --raise-floors

bench: setup
	$(BIN)/python -m benchmarks

# Where the time of the main job goes, worker by worker; results/profile.html opens in a browser
profile: setup
	$(BIN)/python -m benchmarks.profile

# The last line tells a known weakness (1) from a database of advisories that could not be asked (3); make ends with 2
audit: setup
	$(BIN)/python deploy/audit.py

docs: setup
	$(BIN)/python docs/build.py
	$(BIN)/python docs/tutorial.py
