# One command for each thing that a developer does. Every target does its own set-up: on a bare
# Debian machine with Go and Node, `make run` is enough.

MINIO_VERSION    := v0.0.0-20260212201848-7aac2a2c5b7c
GOLANGCI_VERSION := v2.15.0

BIN      := .dev/bin
DEVSTACK := $(BIN)/devstack
LINTER   := $(BIN)/golangci-lint-$(GOLANGCI_VERSION)
MINIO    := $(BIN)/minio-$(MINIO_VERSION)

SHELL := bash
# Nothing here needs C, and one setting for all commands means one build cache.
export CGO_ENABLED := 0

DEVSTACK_SOURCES := $(shell find devstack -name '*.go' -not -name '*_test.go') devstack/go.mod devstack/go.sum
NODE_MODULES     := ui/node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help run demo desks test test-app test-devstack test-ui bench pictures lint generate build ui devstack packages reset

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: packages devstack build ## bring up the servers and the product, until Ctrl-C; the data stays
	@$(DEVSTACK) exec --data .dev/data --ports-from-env -- scripts/run-app

demo: ## play the whole story of one filing against what `make run` runs
	@at=$${JIANGXIN_LISTEN:-127.0.0.1:8080}; (exec 3<>/dev/tcp/$${at%:*}/$${at##*:}) 2>/dev/null || { \
	  echo "Nothing answers at $$at: start the product with \`make run\` in another terminal first."; exit 1; }
	@$(MAKE) --no-print-directory build
	@bin/jiangxin demo

desks: build ## bring a case to every desk of what `make run` runs, so that each has something to do
	@bin/jiangxin demo --desks

test: test-ui test-devstack test-app ## every test, on servers of its own

test-app: packages devstack ui ## the product's Go tests, with a browser on the whole of it
	@$(DEVSTACK) exec --fresh -- bash -c 'go test -timeout 25m $$(go list ./... | grep -v /ui/e2e) && go test -timeout 40m ./ui/e2e'

test-devstack: packages devstack ## the tests of the servers' supervisor and of the compose file
	@cd devstack && go test -timeout 10m ./...

test-ui: ui ## the web app's types and unit tests, and what its pages weigh
	@npm --prefix ui test
	@node ui/scripts/budgets.mjs

bench: packages devstack build ## measure the product against its yardsticks; PARTS=query,rows measures these alone
	@$(DEVSTACK) exec --fresh -- go run ./bench $(PARTS)

pictures: $(NODE_MODULES) ## take the README's pictures of what `make run` runs, after `make demo desks`
	@node ui/scripts/pictures.mjs

lint: $(LINTER) ## format, vet, linters, the import table, stale generated files
	@unformatted=$$(git ls-files --cached --others --exclude-standard '*.go' | xargs -r ls -d 2>/dev/null | xargs -r gofmt -l); \
	  if [ -n "$$unformatted" ]; then echo "Run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	@go vet ./...
	@cd devstack && go vet ./...
	@$(LINTER) run ./...
	@cd devstack && ../$(LINTER) run --config ../.golangci.yml ./...
	@cd devstack && JIANGXIN_LINTER=$(abspath $(LINTER)) go test -count=1 ./internal/house -run ImportTable
	@scripts/check-generated

generate: $(NODE_MODULES) ## renew the generated files from their sources
	@go generate ./...
	@npm --prefix ui run generate

build: ui ## bin/jiangxin, with the web app in it
	@go build -trimpath -o bin/jiangxin ./cmd/jiangxin

ui: $(NODE_MODULES) ## ui/dist, the built web app
	@scripts/build-ui

devstack: $(DEVSTACK) $(BIN)/minio ## the servers, built once into .dev/bin

packages: ## Debian's packages, where they are missing
	@scripts/debian-packages

reset: devstack ## drop the data of `make run`
	@$(DEVSTACK) reset --data .dev/data
	@echo "The data is dropped."

$(DEVSTACK): $(DEVSTACK_SOURCES)
	@GO_BUILD_DIR=devstack scripts/go-build "devstack with the Temporal server" $@ build -o $(abspath $@) .

$(MINIO):
	@GOBIN=$(abspath $(BIN))/fetch scripts/go-build "MinIO" $@ install github.com/minio/minio@$(MINIO_VERSION)
	@mv $(BIN)/fetch/minio $@

$(BIN)/minio: $(MINIO)
	@ln -sf $(notdir $(MINIO)) $@

$(LINTER):
	@GOBIN=$(abspath $(BIN))/fetch scripts/go-build "golangci-lint" $@ install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	@mv $(BIN)/fetch/golangci-lint $@

$(NODE_MODULES): ui/package-lock.json ui/package.json
	@echo "Fetching the web app's packages"
	@npm --prefix ui ci --no-audit --no-fund
	@touch $@
