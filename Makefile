# `make run` reads the first article, `make test` runs all tests; both set up what they need in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEV    := $(VENV)/.ready-dev
WORDS  := $(patsubst %.po,%.mo,$(wildcard briefing/locales/*/LC_MESSAGES/*.po)) \
          $(patsubst %.toml,%.json,$(wildcard briefing/languages/*.toml))

# In CI a warning is an error; on a reader's machine a newer library must not break the tests. There a
# test that hangs is named, too, instead of holding up the run until somebody ends it.
# Half the time of a test goes by in waiting for the program to come to rest: two cores take four at once.
PYTEST_FLAGS ?= -n 4 --dist worksteal $(if $(CI),-W error --timeout 240 --timeout-method thread,)

.DEFAULT_GOAL := help
.PHONY: help run test check bench soak accuracy weights order conformance screenshots pictures messages release clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "briefing needs Python 3.11 or newer; $(PYTHON) is older. Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv module is missing; on Debian: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[all]'
	@touch $@

$(DEV): pyproject.toml $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(READY) $@

# Installing compiles them too, by hatch_build.py; this is for what changed since.
# pybabel would take the % of "40 % read" for a format and refuse the whole.
COMPILE := import sys; from babel.messages import mofile, pofile; \
  mofile.write_mo(open(sys.argv[2], "wb"), pofile.read_po(open(sys.argv[1], "rb")))
%.mo: %.po | $(READY)
	@$(BIN)/python -c '$(COMPILE)' $< $@.new && mv $@.new $@

%.json: %.toml | $(READY)
	@$(BIN)/python -m briefing.languages.compiled <$< >$@.new && mv $@.new $@

run: $(READY) $(WORDS) ## read the first article
	@$(BIN)/briefing corea-del-nord-russia

# The tests start the program hundreds of times: without its bytecode each start would compile it.
test: $(DEV) $(WORDS) ## run all tests
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest $(PYTEST_FLAGS)

check: $(DEV) ## lint, types, layers and translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.catalogues --check

conformance: $(DEV) ## run every example of the CommonMark specification (fetches it)
	$(BIN)/python -m tests.conformance

bench: $(DEV) $(WORDS) ## measure speed against peers
	$(BIN)/python -m tests.benchmarks

soak: $(DEV) ## ten minutes of random use (SOAK_SECONDS, SOAK_SEED)
	$(BIN)/python -m tests.soak

accuracy: $(DEV) $(WORDS) ## score analysis on our own articles (TEXTS=folder of labelled texts, PAGES=folders of web pages, PAPERS=of PDFs)
	$(BIN)/python -m tests.accuracy
	$(if $(TEXTS),$(BIN)/python -m tests.accuracy $(TEXTS))
	$(if $(PAGES),$(BIN)/python -m tests.accuracy.pages $(PAGES))
	$(if $(PAPERS),$(BIN)/python -m tests.accuracy.papers $(PAPERS))

weights: $(DEV) ## fit anew how labels are chosen (TEXTS=folder of labelled texts, TREES=folder of treebanks in CoNLL-U)
	$(BIN)/python -m tests.accuracy.weights $(TEXTS) $(TREES)

order: $(DEV) ## fit anew in which order figures are shown (TEXTS=folder of labelled texts, LABELS=folder of their labels)
	$(BIN)/python -m tests.accuracy.order $(TEXTS) $(or $(LABELS),tests/cases/labelled)

screenshots: $(DEV) ## draw the pictures of the docs again (needs rsvg-convert)
	$(BIN)/python -m tests.screenshots

pictures: $(DEV) ## keep the look of every screen as it is now (PICTURES=names), and draw contact sheets
	$(BIN)/python -m tests.pictures $(PICTURES)

messages: $(DEV) ## bring the translations up to date with the code, and name what is missing
	@$(BIN)/python -m tests.catalogues

release: $(DEV) $(WORDS) ## check a clean tree, build sdist and wheel, install the wheel once
	$(BIN)/python -m tests.packaging.release

clean: ## remove .venv and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist $(WORDS)
