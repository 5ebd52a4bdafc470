# make run: serve the app.  make test: everything.  make check: the fast part of it.  make bench: speed.
# make fuzz: a thousand damaged copies of the data.
PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check lint unit browser chromium bench fuzz rates clean

$(VENV)/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test: $(VENV)/run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/run
	@echo "Courting Compute at http://localhost:$(PORT)"
	@$(BIN)/streamlit run app.py --server.port $(PORT) --server.headless true

test: lint unit browser

check: lint unit

lint: $(VENV)/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tracker check

unit: $(VENV)/test
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not browser"

browser: $(VENV)/test chromium
	$(BIN)/python -m pytest -n 2 --dist load -m browser

# A chromium on the path serves; else the system's own package; else the one Playwright brings.
chromium: $(VENV)/test
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	|| $(BIN)/python -m playwright install chromium

fuzz: $(VENV)/test
	FUZZ_EXAMPLES=1000 $(BIN)/python -m pytest -n 2 --dist load tests/property/test_damaged_tables.py tests/property/test_damaged_settings.py

# Those we compare with have environments of their own, so that ours stays what it is.
bench/.envs/%/made: bench/envs/%.txt
	test -d $(@D) || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# Ours as a host installs it, and what `bench/probe.py` reads pages with.
bench/.envs/ours/made: requirements.txt
	test -d $(@D) || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check -r $< beautifulsoup4==4.15.0
	@touch $@

# ROUNDS visits of each page; BENCH=--quick for a first look, in six minutes.
bench: $(VENV)/test chromium bench/.envs/ours/made bench/.envs/base/made bench/.envs/dash/made bench/.envs/datasette/made
	$(BIN)/python -m bench $(ROUNDS) --write $(BENCH)

rates: $(VENV)/test
	$(BIN)/python -m tracker rates

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
