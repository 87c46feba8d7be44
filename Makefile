# Two commands are all the set-up there is: `make run` (a whole week through Airflow on the bundled newsstand) and `make test`.
.PHONY: run test setup setup-dev lock lint types evaluate train train-passages bench calibrate screenshots docs clean

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --python-version 3.11 --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -q
INSTALL := $(BIN)/uv pip install -q --require-hashes --compile-bytecode
export PYTHONDONTWRITEBYTECODE :=

run: setup            ## the newsstand's week through Airflow; prints where the digest and the snapshot are
	$(BIN)/python scripts/run_week.py

test: setup-dev       ## everything: lint, types, import rules, records, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check -q .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/reelcheck shows lint
	$(BIN)/pytest -n 2 --dist loadgroup

setup: $(VENV)/.run   ## .venv with what the nightly job needs

setup-dev: $(VENV)/.dev

$(BIN)/uv: requirements/bootstrap.txt scripts/system-packages.sh
	bash scripts/system-packages.sh venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	touch $@

$(VENV)/.run: $(BIN)/uv requirements/run.txt pyproject.toml
	@echo "installing the locked packages (about a minute the first time)"
	$(INSTALL) -r requirements/run.txt
	$(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	bash scripts/system-packages.sh browser
	$(INSTALL) -r requirements/dev.txt
	touch $@

lock: $(BIN)/uv       ## pin and hash again what requirements/*.in ask for
	$(LOCK) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(LOCK) requirements/run.in -o requirements/run.txt
	$(LOCK) requirements/dev.in -o requirements/dev.txt
	$(LOCK) requirements/bench.in -o requirements/bench.txt
	$(LOCK) requirements/bench-mediacloud.in -o requirements/bench-mediacloud.txt
	$(LOCK) requirements/train.in -o requirements/train.txt

lint: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: setup-dev
	$(BIN)/mypy

evaluate: setup       ## accuracy on the labelled articles beside the project, and the swap, metamorphic and noise suites
	$(BIN)/python scripts/evaluate_all.py

calibrate: setup      ## fit the layer over the score on development articles, cross-validated by show
	$(BIN)/python scripts/calibrate.py

build/train/env: $(BIN)/uv requirements/train.txt
	$(BIN)/uv venv -q --python $(PYTHON) $@
	$(BIN)/uv pip install -q --python $@/bin/python --require-hashes -r requirements/train.txt

# about two hours of one core; FRESH are folders by writers who know no pattern, from which the line is set
TRAIN = build/train/env/bin/python scripts/train_slots.py build/train/examples.jsonl
train: setup build/train/env ## train the slot model on FOLDERS="..." FRESH="..." of labelled articles, and fit what its findings are worth
	$(BIN)/python -m scripts.slot_examples build/train/examples.jsonl $(FOLDERS) $(FRESH)
	mkdir -p build/train/first build/train/second
	for fold in 0 1 2; do $(TRAIN) --fold $$fold --epochs 4 --out build/train/first/$$fold.onnx || exit 1; done
	for fold in 0 1 2; do $(TRAIN) --fold $$fold --doubted-by build/train/first --out build/train/second/$$fold.onnx || exit 1; done
	$(TRAIN) --doubted-by build/train/first
	$(BIN)/python -m scripts.fit_confidence build/train/second $(FOLDERS) --line-from $(FRESH)

# half an hour of two cores; HONEST are folders of articles in which every statement is true
train-passages: setup build/train/env ## train the passage model, which goes on from the slot model, on FOLDERS="..." HONEST="..."
	$(BIN)/python -m scripts.passage_examples build/train/passages.jsonl --labelled $(FOLDERS) --honest $(HONEST)
	build/train/env/bin/python scripts/train_passages.py build/train/passages.jsonl

bench: setup          ## speed on served real pages beside news-please, Scrapy, mediacloud-metadata and trafilatura, with ratios; then extraction
	nice $(BIN)/python scripts/bench.py
	nice $(BIN)/python scripts/bench_extract.py

docs: setup           ## the generated pages of docs/
	$(BIN)/python scripts/make_docs.py
	$(BIN)/python scripts/make_data_dictionary.py

screenshots: setup-dev ## pictures of the newsstand's issue for the README, after `make run`
	$(BIN)/python scripts/take_screenshots.py data/newsstand/digests/2026-W47 docs/images

clean:
	rm -rf $(VENV) data airflow_home build *.egg-info
