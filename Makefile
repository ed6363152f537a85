# Short commands. Needs Python 3.11 or later, git and make; finds uv, or puts it in .uv/ here.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --frozen

.PHONY: setup demo test test-ocr check format accuracy samples bundle try-bundle

setup: $(UV)
	$(UV) sync --frozen --quiet

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet uv

demo: setup   ## run the sample board through its rounds
	$(RUN) roundbook demo demo

test: setup   ## run the tests
	$(RUN) pytest

test-ocr: setup ## run the tests of reading scans, with the extra they need
	$(RUN) --extra ocr pytest tests/ingest/test_scan.py

check: setup  ## style, types, and which package may import which
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) python -m benchmarks.audit

format: setup ## put the code in the house style
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

accuracy: setup ## measure on the real corpus, where it is present
	$(RUN) python -m benchmarks.accuracy ../shared/corpus/child-f
	$(RUN) python -m benchmarks.plans ../shared/corpus/child-f

samples: setup ## write the sample board's documents afresh
	$(RUN) python -m samples.write

bundle: $(UV) ## a self-contained folder, dist/roundbook, for computers without Python
	$(RUN) --isolated --no-dev --group bundle --extra msg pyinstaller bundle/roundbook.spec --noconfirm --log-level WARN

try-bundle: ## start that folder once where there is neither Python nor a network
	bundle/try_it.sh dist/roundbook
