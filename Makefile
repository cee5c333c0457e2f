# Everything a person needs to run and to check Kinerja. `make` alone lists the targets.
.DEFAULT_GOAL := help
PY := .venv/bin/python
PORT ?= 8000
export KINERJA_DATA ?= $(CURDIR)/.data

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

.venv/.siap: requirements.txt requirements-dev.txt
	python3 -m venv .venv || { echo "Pasang dahulu: apt-get install python3-venv"; exit 1; }
	$(PY) -m pip install --quiet --disable-pip-version-check uv
	$(PY) -m uv pip install --quiet --require-hashes requirements-dev.txt requirements.txt --python $(PY)
	@touch $@

node_modules/.siap: package-lock.json
	@command -v npm >/dev/null || { echo "Pasang dahulu Node.js 20 atau lebih baru (npm)."; exit 1; }
	npm ci --silent --no-audit --no-fund
	@touch $@

kinerja/static/dist/manifest.json: node_modules/.siap bangun.mjs $(wildcard kinerja/static/css/* kinerja/static/js/* kinerja/static/*.json)
	npm run --silent build

.PHONY: setup
setup: .venv/.siap kinerja/static/dist/manifest.json ## Install and build everything

.PHONY: run
run: setup ## Install, build, migrate, plant the demo once, and serve
	@$(PY) manage.py siapkan
	@$(PY) manage.py layani --port $(PORT)
