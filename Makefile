# make score   set up and print the scorecard of a sample report
# make test    set up and run the tests
# make check   everything that must hold before a commit: format, lint, types, rules, tests
# make slow    the tests that are too long for every run
# make coverage   lines and branches that the tests run, in every process; fails under 95 %
# make mutants    change what decides verdicts and quotes in a thousand ways, write docs/mutants.md; fails where tests do not see it
# make ranges     the tests that libraries bear on, with the lowest and with the newest versions that pyproject.toml allows
# make bench   measure against the plain ways, write docs/performance.md
# make golden  re-record the golden scorecards; read the change as a diff
# make docs    write the pages in docs/rules anew
# make site    the documents as a site in build/site, to be read offline
# make pictures   make the pictures of README and docs anew (needs Chromium)
# make licences   list the licences of all libraries anew in docs/licences.md
# make bundle     one archive with wheels of everything, for machines without a network
# make clean   remove what the others made
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: score test slow coverage mutants ranges bench lint check docs site golden pictures licences bundle clean

score: $(VENV)/.ready
	$(BIN)/scorer score reports/good.txt

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

# The fuzzer has a wheel for some systems only; where there is none its tests are skipped and say so.
slow: $(VENV)/.ready-dev
	-$(PIP) install --only-binary :all: 'atheris>=2.3'
	$(BIN)/python -m pytest -m slow

coverage: $(VENV)/.ready-dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# mutmut stays out of the extra `dev`: nothing else needs it, and it brings a dozen libraries along.
mutants: $(VENV)/.ready-dev
	$(PIP) install 'mutmut>=3.8,<4'
	rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/python tests/mutants.py

ranges: $(VENV)/.ready-dev
	$(PIP) install 'uv>=0.5'
	$(BIN)/python tests/distribution/ranges.py

bench: $(VENV)/.ready-dev
	$(BIN)/python tests/bench

lint: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32
	$(BIN)/scorer rules check
	$(BIN)/scorer rules test
	$(BIN)/scorer rules docs --check
	$(BIN)/scorer rules check docs/examples/city-rules

check: lint test

docs: $(VENV)/.ready
	$(BIN)/scorer rules docs

site: $(VENV)/.ready
	$(PIP) install --editable '.[docs]'
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

golden: $(VENV)/.ready-dev
	RECORD_GOLDEN=1 $(BIN)/python -m pytest -q tests/golden

pictures: $(VENV)/.ready-dev
	$(BIN)/python docs/pictures/make.py

licences: $(VENV)/.ready-dev
	$(BIN)/python tests/distribution/licences.py

bundle: $(VENV)/.ready-dev
	$(BIN)/python tests/distribution/bundle.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* htmlcov mutants
	find scorer tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps keep installs from being repeated; a changed pyproject.toml repeats them.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	touch $@

$(VENV)/.ready-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[dev]'
	touch $(VENV)/.ready $@
