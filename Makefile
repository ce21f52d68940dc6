# make run    installs what is missing into .venv and opens the app with the demo company
# make test   installs what the tests need and runs the checks and all tests
# Both need Python 3.11 or later and nothing else.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PORT ?= 8501

.PHONY: run test check format demo clean

run: .venv/runs
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.headless $(if $(BROWSER_OFF)$(CI),true,false)

test: check
	$(BIN)/python -m pytest -q -n auto --dist loadgroup $(ARGS)

check: .venv/tests
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/mypy

format: .venv/tests
	$(BIN)/ruff format -q .
	$(BIN)/ruff check -q --fix .

demo: .venv/runs
	$(BIN)/python -m sales_metrics.demo

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "Python's venv module is missing: on Debian and Ubuntu, apt-get install python3-venv"; rm -rf .venv; exit 1; }

.venv/runs: requirements.txt requirements-lock.txt | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt -c requirements-lock.txt
	@touch $@

.venv/tests: requirements-dev.txt .venv/runs
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt -c requirements-lock.txt
	@touch $@
