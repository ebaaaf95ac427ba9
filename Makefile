# `make run` and `make test` do all the set-up themselves, in .venv beside this file.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
.PHONY: help run chat test check shots format posters bench docs constraints clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Wanderhue needs Python 3.11 or newer; name one with make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV_STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(STAMP)

run: $(STAMP)  ## set up and open the studio in the browser
	@$(BIN)/wanderhue

chat: $(STAMP)  ## set up and start a conversation in the terminal
	@$(BIN)/wanderhue chat

test: $(DEV_STAMP)  ## set up and run the tests
	$(BIN)/python -m pytest -q -n auto --dist worksteal

check: $(DEV_STAMP)  ## format, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py

shots: $(DEV_STAMP)  ## pictures of a whole journey through the studio, in out/browser
	$(BIN)/python -m pytest -q -n auto tests/browser -m shots

format: $(DEV_STAMP)  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

posters: $(DEV_STAMP)  ## contact sheets of the illustrator, in out/posters
	$(BIN)/python benchmarks/posters.py --out out/posters

bench: $(DEV_STAMP)  ## the speed table
	$(BIN)/python benchmarks/speed.py

docs: $(DEV_STAMP)  ## the generated parts of README, docs and .env.example
	$(BIN)/python docs/generate.py

constraints: $(DEV_STAMP)  ## write what is installed now as what is tested
	$(BIN)/python -m pip freeze --exclude-editable --exclude wanderhue | grep -vE '^(pip|setuptools|wheel|torch)==' > constraints.txt

clean:  ## remove what the build made (not your conversations)
	rm -rf build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache
