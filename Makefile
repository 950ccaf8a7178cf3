# Each target works from nothing: it first makes ready what it needs (see installer/setup/setup.sh).
# ARGS is handed on: make test ARGS="-k emoji", make run ARGS="check draft.txt".

SHELL := /bin/bash
PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
TRIAL := PYTHONPATH=.:tests/reliability $(BIN)/python
READY := PYTHON="$(PYTHON)" SYSTEM="$(SYSTEM)" bash installer/setup/setup.sh
TYPED := checks desktop resources tests $(if $(wildcard installer/*.py installer/*/*.py),installer)

.DEFAULT_GOAL := help
.PHONY: help run test check setup format lint types boundaries dead-code dependencies reference coverage docs access corpus
.PHONY: work bench soak faults fuzz privacy evaluate wording pins clean deb deb-reproducible deb-test deb-bench audit changelog screenshot

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: ## Open the window; without a display, check a sample draft in the terminal
	@$(READY) run
	@$(BIN)/soundpost $(ARGS)

test: ## Run all tests
	@$(READY) test
	@$(BIN)/python -m pytest $(ARGS)

check: ## Run every gate that a change must pass
	@$(READY) test
	@$(MAKE) --no-print-directory --keep-going lint types boundaries dead-code dependencies reference
	@$(MAKE) --no-print-directory coverage
	@echo "check: every gate passed"

setup: ## Make ready for all of the above, and try LanguageTool again if it could not be built
	@$(READY) test

format: ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

lint: ## Gate: form and habits (ruff)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: ## Gate: types (mypy --strict)
	$(BIN)/mypy $(TYPED)

boundaries: ## Gate: who may import what (import-linter)
	$(BIN)/lint-imports --no-logo

dead-code: ## Gate: nothing unused (vulture)
	$(BIN)/vulture

dependencies: ## Gate: nothing imported undeclared, nothing declared unused (deptry)
	$(BIN)/deptry .

reference: ## Gate: the reference of rules, policy templates, model card, page for managers, words to translate say what is so
	$(BIN)/python installer/docs/rule_reference.py --check
	$(BIN)/python -m installer.policy.generate --check
	$(BIN)/python -m installer.wording.card --check
	$(BIN)/python -m installer.docs.manager_page --check
	$(BIN)/python -m installer.translations.update --check

docs: ## Write the reference of rules, policy templates, model card, page for managers, words to translate from what they rest on
	@$(READY) test
	$(BIN)/python installer/docs/rule_reference.py
	$(BIN)/python -m installer.policy.generate
	$(BIN)/python -m installer.wording.card
	$(BIN)/python -m installer.docs.manager_page
	$(BIN)/python -m installer.translations.update

corpus: ## Write down anew what is noticed in the corpus of posts; read the difference before it is committed
	@$(READY) test
	SOUNDPOST_WRITE_CORPUS=1 $(BIN)/python -m pytest -q tests/corpus
	@git diff --stat -- tests/corpus

work: ## Write down anew what work the checks take; read the difference before it is committed
	@$(READY) test
	SOUNDPOST_WRITE_WORK=1 $(BIN)/python -m pytest -q tests/work
	@git diff --stat -- tests/work

bench: ## Measure each layer, the window and the peers in one run, and write docs/benchmarks.md
	@$(READY) test
	PYTHONPATH=. $(BIN)/python tests/bench/bench.py $(ARGS)

soak: ## Type for six minutes in the real window and see that nothing grows (ARGS="--minutes 60")
	@$(READY) test
	$(TRIAL) tests/reliability/soak.py $(ARGS)

faults: ## Break each part under the real window, kill it again and again, count what survives (ARGS="--kills 1000 --minutes 300")
	@$(READY) test
	$(TRIAL) tests/reliability/faults.py $(ARGS)

fuzz: ## Feed every reader made-up and spoilt input for five minutes (ARGS="--seconds 3600")
	@$(READY) test
	$(TRIAL) tests/fuzz/fuzz.py $(ARGS)

privacy: ## Watch the system calls of a whole run: nothing of a draft may leave the machine or reach a file (needs strace)
	@$(READY) test
	$(TRIAL) tests/reliability/privacy.py $(ARGS)

evaluate: ## Print how the checks fare on posts and identifiers by others (needs ../shared, says so without)
	@$(READY) test
	$(BIN)/python tests/evaluation/posts.py
	$(BIN)/python tests/evaluation/identifiers.py
	$(BIN)/python tests/evaluation/fairness.py

wording: ## Train the wording model anew, an hour and a half on two cores (ARGS="--try NAME" only measures)
	@bash installer/wording/train.sh $(ARGS)

coverage: ## Gate: checks/ run by its own tests to 95 % (aim: all); ARGS=tests has all tests run, and tells of desktop/ too
	$(BIN)/coverage run -m pytest $(or $(ARGS),tests/checks)
	$(if $(ARGS),@$(BIN)/coverage report --include='desktop/*')
	$(BIN)/coverage report --include='checks/*' --fail-under=95

screenshot: ## Take the pictures of the window in docs/images/ anew, and those of a whole journey through it
	@$(READY) test
	$(BIN)/python docs/screenshot.py $(ARGS)
	SOUNDPOST_WHOLE=1 SOUNDPOST_PICTURES=$(CURDIR)/docs/images/journey $(BIN)/python -m pytest -q tests/journeys -k power_cut

access: ## Read the window back as a screen reader does, and drive it from its first start to a power cut
	@$(READY) test
	SOUNDPOST_WHOLE=1 $(BIN)/python -m pytest tests/access tests/journeys $(ARGS)

pins: ## Pin the packages anew from pyproject.toml
	@$(READY) test
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --upgrade --group build -o requirements/run.txt pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --upgrade --group build --group dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml

	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade -c requirements/run.txt -o installer/bundle/requirements.txt installer/bundle/requirements.in
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade -o installer/tools/requirements.txt installer/tools/requirements.in

deb: ## Build the Debian package in build/deb/ (ARGS=tarball: an archive for other systems too)
	@$(READY) run
	@bash installer/linux/build.sh $(ARGS)

deb-reproducible: ## Build the Debian package twice, from nothing, and compare the two
	@$(READY) run
	@DEB_FOLDER=build/deb/once bash installer/linux/build.sh
	@DEB_FOLDER=build/deb/again bash installer/linux/build.sh
	@bash installer/linux/compare.sh build/deb/once build/deb/again

deb-test: ## Prove the Debian package on a bare Debian: install, use every part, remove
	@bash installer/linux/prove.sh

deb-bench: ## Print the package's size, and how soon it paints and looks at spelling
	@$(READY) test
	@PYTHONPATH=. $(BIN)/python -m installer.linux.bench build/deb

audit: ## Ask whether a weakness is known in any pinned package; says so where that cannot be asked
	@bash installer/tools/audit.sh

changelog: ## Take docs/changes/ into CHANGELOG.md under the version of pyproject.toml (ARGS=--draft only shows it)
	@bash installer/tools/run.sh towncrier build --yes --version "$$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)" $(ARGS)

clean: ## Remove everything that was made here, .venv included
	rm -rf .venv build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
