# Needs make and Python 3.11 or newer; everything else is installed into .venv.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run test test-older-anki lint check bench fuzz screens clean

# Build every deck of decks/ into build/.
run: $(VENV)/.installed
	$(BIN)/quizgen build

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest

# The decks once more, in the Anki of two years ago.
OLDER_ANKI := $(VENV)/older-anki
test-older-anki: $(VENV)/.installed-test $(OLDER_ANKI)
	PYTHONPATH=$(OLDER_ANKI) $(BIN)/python -m pytest tests/exporters/test_anki*.py

$(OLDER_ANKI):
	$(PIP) install --no-deps --target $@ 'anki==24.6.*'

lint: $(VENV)/.installed-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

# Time and memory beside parsing alone; prints a table.
bench: $(VENV)/.installed
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_anki.py
	$(BIN)/python tests/bench_decks.py

# Pictures of cards in the real Anki, to be looked at: build/screens.
AQT := $(VENV)/aqt
screens: $(AQT)
	PYTHONPATH=src QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 \
		QTWEBENGINE_CHROMIUM_FLAGS=--disable-gpu $(AQT)/bin/python tests/screens.py

$(AQT):
	$(PYTHON) -m venv $@
	$@/bin/python -m pip --quiet install 'aqt[qt6]' genanki pillow pyyaml

# A minute of texts broken at random; SECONDS and SEED say how long and which.
fuzz: $(VENV)/.installed
	$(BIN)/python tests/hostile.py $(or $(SECONDS),60) $(or $(SEED),1)

clean:
	rm -rf build dist $(VENV) src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache

$(VENV)/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(PIP) install --editable '.[test]'
	@touch $@
