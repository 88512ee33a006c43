# Shared by the scripts beside it; sourced, never run.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Where cargo builds; a shared folder when the caller names one.
target_dir=${CARGO_TARGET_DIR:-target}

say() { printf '%s\n' "$*" >&2; }

die() {
  say "kapok: $*"
  exit 1
}

# Stops with the way to get a tool where it is missing: need TOOL "how to get it".
need() {
  command -v "$1" >/dev/null 2>&1 || die "$1 is missing: $2"
}

need_rust() {
  need cargo "install Rust from https://rustup.rs"
  need cc "install a C compiler, on Debian: apt-get install gcc libc6-dev"
}

need_node() {
  need node "install Node 20 or later from https://nodejs.org"
  need npm "it comes with Node; on Debian: apt-get install npm"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node $major is too old: install Node 20 or later"
}

# Installs what the lock file of folder $1 names, only when the lock file changed. No package
# runs a script of its own.
install_modules() {
  local stamp="$1/node_modules/.kapok-lock"
  if ! cmp -s "$1/package-lock.json" "$stamp"; then
    say "Installing what $1/package-lock.json names"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) \
      || die "npm ci in $1/ failed; the first run needs the network"
    cp "$1/package-lock.json" "$stamp"
  fi
}

# Builds the browser code into web/dist, only when something of it changed.
build_browser_code() {
  need_node
  install_modules web
  local built=web/dist/manifest.json sources=(web -path web/node_modules -prune -o -path web/dist -prune -o)
  if [ ! -e "$built" ] || [ -n "$(find "${sources[@]}" -type f -newer "$built" -print -quit)" ]; then
    (cd web && npm run --silent build >&2)
  fi
}

# Prints the path of a Chromium, and installs Debian's where there is none.
find_chromium() {
  local as_root=()
  type -P "${CHROMIUM:-chromium}" && return
  command -v apt-get >/dev/null 2>&1 || die "Chromium is missing: install it, or name it in CHROMIUM"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "Chromium is missing: as root, run apt-get install chromium"
    as_root=(sudo)
  fi
  say "Installing Debian's Chromium for the browser tests"
  { "${as_root[@]}" apt-get update -q && "${as_root[@]}" apt-get install -qy --no-install-recommends chromium; } >&2 \
    || die "Chromium could not be installed: as root, run apt-get install chromium"
  type -P chromium
}
