#!/usr/bin/env bash
# Draws every process as a picture and writes every decision as a table, into src/docs/diagrams.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
target="$root/src/docs/diagrams"
limit=400000 # bytes of a picture

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ]; then
    echo "Chromium not found: set CHROMIUM to its path" >&2
    exit 1
fi

[ -d "$here/npm/node_modules" ] || (cd "$here/npm" && PUPPETEER_SKIP_DOWNLOAD=true npm ci --ignore-scripts)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# the sandbox of Chromium does not start as root or in most containers; it only ever opens our own files here
printf '#!/bin/sh\nexec "%s" --no-sandbox "$@"\n' "$chromium" > "$work/chromium"
chmod +x "$work/chromium"
export PUPPETEER_EXECUTABLE_PATH="$work/chromium"

mkdir -p "$target"
for file in "$root"/processes/*.bpmn; do
    name=$(basename "$file" .bpmn)
    for scale in 2 1.5 1.25 1; do
        (cd "$here/npm" && node_modules/.bin/bpmn-to-image --no-title --no-footer --scale="$scale" "$file:$work/$name.png" > /dev/null)
        [ "$(wc -c < "$work/$name.png")" -gt "$limit" ] || break
    done
    mv "$work/$name.png" "$target/$name.png"
    echo "$name.png"
done

for file in "$root"/processes/*.dmn; do
    name=$(basename "$file" .dmn)
    node "$here/npm/decision-table.mjs" "$file" > "$target/$name.md"
    echo "$name.md"
done
