# The two commands are `make report` and `make test`; `make bench`, `make bench-truth` and
# `make format` are for builders.
SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := report

PACKAGES := libsqlite3-dev libcairo2-dev libpango1.0-dev libpq-dev libdeflate-dev fonts-inter
# Only what the tests look at pages and documents with, and the real servers that they start.
TEST_PACKAGES := poppler-utils qpdf tidy libxml2-utils sqlite3 python3 openssl nginx prometheus \
  prometheus-node-exporter postgresql victoria-metrics
# Suites with real servers and time limits run one after the other, when nothing else does.
SERVED := HTTP.*Tests|.*NginxTests|(Prometheus|VictoriaMetrics).*Tests|PostgresTests|HostExporterTests|CollectServerTests
CHECKED := --explicit-target-dependency-import-check error
DEMO := .build/demo
D8S := .build/release/d8s

# Where the published collections lie that `make bench-truth` scores; those that are not there are
# left out. `make bench-truth FULL=--full` judges 10,000 healthy series instead of 700.
SHARED := $(or $(D8S_SHARED_DATA),../shared/data)
COLLECTIONS := $(if $(wildcard $(SHARED)/nab),nab=$(SHARED)/nab) \
  $(if $(wildcard $(SHARED)/tcpd),changes=$(SHARED)/tcpd) \
  $(if $(wildcard $(SHARED)/statsmodels),forecasts=$(SHARED))

.PHONY: report release test lint bench bench-truth format packages test-packages clean

report: release
	$(D8S) demo --directory $(DEMO) --force
	$(D8S) nightly --config $(DEMO)/d8s.yaml --output output
	@echo "Open output/index.html; the PDF summary is output/executive/summary.pdf."

release: packages
	swift build -c release --product d8s $(CHECKED)

test: packages test-packages lint
	swift build --build-tests $(CHECKED)
	swift test --skip-build --disable-xctest --skip '$(SERVED)' | grep -v '^◇'
	swift test --skip-build --disable-xctest --no-parallel --filter '$(SERVED)' | grep -v '^◇'

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

bench: release
	Tests/Benchmarks/run

bench-truth: release
	swift run -c release --package-path Tests/Benchmarks truth $(D8S) .build/truth $(COLLECTIONS) \
	  nights $(FULL)

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

packages:
	@.ci/install $(PACKAGES)

test-packages:
	@.ci/install $(TEST_PACKAGES)

clean:
	rm -rf .build
	find output -mindepth 1 ! -name .gitkeep -delete
