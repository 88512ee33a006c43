# Kapok's front door. `make` alone says what there is.
.DEFAULT_GOAL := help
.PHONY: help run test check bench fuzz safety-case clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up, build and open a practice of synthetic people (ARGS="--clients 50" goes to kapok demo)
	@scripts/run $(ARGS)

test: ## set up and run every check and every test; the last line counts them
	@scripts/test

check: ## format, lints and types only
	@scripts/check

bench: ## measure the real binary beside its ceiling (ARGS="entries" for one part; quiet machines only)
	@scripts/bench $(ARGS)

fuzz: ## throw odd files at what reads files (ARGS="15" minutes for each target; wants a nightly compiler)
	@scripts/fuzz $(ARGS)

safety-case: ## write target/safety-case.md: every hazard, what holds it, what is open
	@scripts/safety-case

clean: ## remove everything that was built or downloaded here
	@scripts/clean
