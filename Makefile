# Đôn Đốc: `make` alone explains the words.
PY ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && { echo $$p; break; }; done)
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench docs lock

help: ## say what each word does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: ## prepare all that run and test need (.venv, front end, fonts, browser)
	@$(or $(PY),$(error Cần Python 3.11 trở lên: sudo apt install python3 python3-venv)) scripts/setup.py all

run: ## open the system with living demo data on http://127.0.0.1:8000
	@$(or $(PY),$(error Cần Python 3.11 trở lên: sudo apt install python3 python3-venv)) scripts/setup.py run
	@$(BIN)/dondoc serve --demo

check: setup ## linters, types, floors, templates, migrations, docs
	@$(BIN)/python scripts/check.py

test: setup check ## every check and every test, on SQLite and on PostgreSQL where there is one
	@$(BIN)/python scripts/test.py

bench: setup ## measure: 200 units, 100 000 tasks, 400 000 updates
	@$(BIN)/dondoc bench

docs: setup ## print docs/workflows.md from the headers of the moves
	@$(BIN)/dondoc workflows > docs/workflows.md

lock: ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements-dev.lock
