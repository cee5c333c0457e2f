# Everything a person needs to run and to check Kinerja. `make` alone lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PY := .venv/bin/python
PORT ?= 8000
ORANG ?= 2000
export KINERJA_DATA ?= $(CURDIR)/.data

.PHONY: help
help: ## Tampilkan daftar ini
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

.venv/.siap: requirements.txt requirements-dev.txt
	@python3 -m venv .venv || { echo "Pasang dahulu: apt-get install python3-venv"; exit 1; }
	@echo "Memasang paket Python…"
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@$(PY) -m uv pip install --quiet --require-hashes -r requirements.txt -r requirements-dev.txt --python $(PY)
	@touch $@

node_modules/.siap: package-lock.json
	@command -v npm >/dev/null || { echo "Pasang dahulu Node.js 20 atau lebih baru (npm)."; exit 1; }
	@echo "Memasang paket Node…"
	@npm ci --silent --no-audit --no-fund
	@touch $@

kinerja/static/dist/manifest.json: node_modules/.siap bangun.mjs $(wildcard kinerja/static/css/* kinerja/static/js/* kinerja/static/*.json kinerja/static/*.svg)
	@npm run --silent build >/dev/null
	@touch $@

.PHONY: setup
setup: .venv/.siap kinerja/static/dist/manifest.json ## Pasang paket dan bangun aset

.PHONY: run
run: setup ## Siapkan, tanam demo sekali, dan jalankan (PORT=8000, KINERJA_DATA=folder)
	@$(PY) manage.py siapkan
	@exec $(PY) manage.py layani --port $(PORT)

.PHONY: worker
worker: setup ## Kerjakan antrean pekerjaan di proses tersendiri (run sudah menyertakan satu)
	@exec $(PY) manage.py kerjakan

.PHONY: demo
demo: setup ## Perbesar demo menjadi ORANG=2000 pegawai
	@$(PY) manage.py siapkan
	@$(PY) manage.py perbesar --orang $(ORANG)

.PHONY: test
test: setup ## Periksa dan uji semuanya: SQLite, PostgreSQL, dan peramban
	@bin/uji semua

.PHONY: check
check: setup ## Gaya, tipe, batas lapisan, ejaan, migrasi, dokumen
	@bin/uji periksa

.PHONY: e2e
e2e: setup ## Perjalanan di peramban
	@bin/uji peramban

.PHONY: gambar
gambar: setup ## Ambil ulang gambar panduan dari demo
	@GAMBAR_PANDUAN=1 $(PY) -m pytest tests/e2e/test_panduan.py -n0

.PHONY: fix
fix: .venv/.siap ## Rapikan yang dapat dirapikan sendiri
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format --quiet .
	@$(PY) -m kinerja.peraturan.matriks > docs/peraturan/matriks.md.baru && mv docs/peraturan/matriks.md.baru docs/peraturan/matriks.md

.PHONY: bench
bench: setup ## Ukur tiap halaman pada 500 dan 2.000 pegawai, tulis docs/dev/kinerja.md; BESAR=1: satu periode 100.000 pegawai
	@$(PY) -m tests.bench$(if $(BESAR),.periode)

.PHONY: clean
clean: ## Hapus hasil bangun dan paket; data tetap ada
	@rm -rf .venv node_modules kinerja/static/dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
