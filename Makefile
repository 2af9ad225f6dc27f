# diagram: make test is the whole proof, on a fresh machine too.

GO      ?= go
# Debian's Python, which has Debian's SymPy.
PYTHON  ?= /usr/bin/python3
export DIAGRAM_PYTHON = $(PYTHON)

# What the proofs need besides Go: three TeX engines with TikZ, a rasteriser of PDF, programs that draw SVG, a browser and what
# tells in it whether a page is accessible, SymPy.
COMMANDS = pdflatex lualatex xelatex kpsewhich pdftoppm rsvg-convert inkscape chromium npm
PACKAGES = texlive-latex-base texlive-latex-recommended texlive-latex-extra texlive-pictures texlive-fonts-recommended lmodern \
           texlive-luatex texlive-xetex texlive-lang-czechslovak texlive-lang-european texlive-lang-french poppler-utils librsvg2-bin inkscape python3-cairosvg chromium python3-sympy
# From npm, into build/npm: resvg draws SVG as Typst does.
MODULES  = axe-core@4.14.1 @resvg/resvg-js@2.6.2

.PHONY: help build quick test bench fuzz lint gallery golden format tools

help: ## this list
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name does; do printf '%-8s %s\n' "$$name" "$$does"; done

build: ## the command, ./diagram
	$(GO) build -o diagram ./cmd/diagram

quick: format ## what needs nothing but Go
	$(GO) vet ./...
	$(GO) test ./...

# The proofs that take longest are named first, so that the others run beside them and none is left to run alone at the end.
SLOWEST = ./emit/internal/svg ./emit ./symbolic/motion/proof ./examples ./emit/internal/tikz ./layout/mathbox
# What the property tests and random proofs draw: other cases in each run, the same again with SEED=n.
ifndef SEED
SEED := $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')
endif

test: format tools ## everything: the unit tests, then the proofs by real TeX, SymPy and a browser; prints coverage by package
	$(GO) vet -tags slow ./...
	@mkdir -p build
	@echo "to draw the same random cases again: make test SEED=$(SEED)"
	@RAPID_SEED=$(SEED) DIAGRAM_SEED=$(SEED) $(GO) test -tags slow -count=1 -timeout 40m -coverprofile=build/coverage.out $(SLOWEST) ./... || \
		{ echo "failed with SEED=$(SEED)"; exit 1; }
	@$(GO) tool cover -func=build/coverage.out | tail -1

bench: ## parse, check, layout, equation, TikZ, SVG and the whole, up to 10,000 trolleys
	$(GO) test -run '^$$' -bench . -benchmem ./...

FUZZTIME ?= 5m
# Minimizing each input that reaches new code would take most of the time.
FUZZ = $(GO) test -run '^$$' -fuzztime $(FUZZTIME) -fuzzminimizetime 1x

fuzz: ## every fuzz target for FUZZTIME
	@for f in $$(grep -rlE '^func Fuzz' --include='*_test.go' .); do \
		for name in $$(sed -nE 's/^func (Fuzz[A-Za-z]*).*/\1/p' $$f); do \
			echo "$$name in $$(dirname $$f)"; $(FUZZ) -fuzz "^$$name\$$" $$(dirname $$f) || exit 1; \
		done; \
	done

STATICCHECK = $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEADCODE    = $(GO) run golang.org/x/tools/cmd/deadcode@v0.51.0

lint: format ## vet, staticcheck, and functions that nothing calls
	$(GO) vet -tags slow ./...
	$(STATICCHECK) -tags slow ./...
	@dead="$$($(DEADCODE) -tags slow -test ./...)" || exit 1; if [ -n "$$dead" ]; then echo "$$dead"; exit 1; fi

gallery: ## build/gallery/index.html: every example, its source, both pictures and its equation
	$(GO) run ./examples/gallery -o build/gallery

golden: ## rewrite the expected outputs of the examples and scripts, and the README's tables
	$(GO) test ./examples ./cmd/diagram -run 'Examples|Readme|Scripts' -update

format: ## that gofmt would change nothing
	@unformatted="$$(gofmt -l .)"; if [ -n "$$unformatted" ]; then echo "not gofmt'ed:"; echo "$$unformatted"; exit 1; fi

tools: ## installs what is missing where it may (root on Debian); else says what is
	@missing=; \
	for c in $(COMMANDS); do command -v $$c >/dev/null || missing="$$missing $$c"; done; \
	$(PYTHON) -c 'import sympy' 2>/dev/null || missing="$$missing python3-sympy"; \
	$(PYTHON) -c 'import cairosvg' 2>/dev/null || missing="$$missing python3-cairosvg"; \
	for f in tikz.sty lmodern.sty amsmath.sty standalone.cls beamer.cls circuitikz.sty turkish.ldf czech.ldf french.ldf; do kpsewhich $$f >/dev/null 2>&1 || missing="$$missing $$f"; done; \
	if [ -n "$$missing" ]; then \
		echo "missing:$$missing"; \
		if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
			echo "the proofs need, by the names of Debian's packages: $(PACKAGES) npm"; exit 1; \
		fi; \
		apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(PACKAGES) \
			$$(command -v npm >/dev/null || echo npm) || exit 1; \
	fi; \
	for m in $(MODULES); do \
		grep -qs "\"version\": \"$${m##*@}\"" build/npm/node_modules/$${m%@*}/package.json || missing=modules; \
	done; \
	if [ "$$missing" = modules ]; then npm install --no-save --no-audit --no-fund --prefix build/npm $(MODULES); fi
