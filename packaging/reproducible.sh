#!/usr/bin/env bash
# Proves that a release can be made again: builds it twice, the second time from a
# copy of the tree under another path, with an empty build cache, another umask
# and another time zone, and compares the bytes. TARGETS as for release.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TARGETS=${TARGETS:-linux/amd64}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
git ls-files -z | tar --null -T - -cf - | (mkdir "$work/another place" && tar -C "$work/another place" -xf -)
"./packaging/release.sh" "$work/one"
(
	umask 077
	export TZ=Pacific/Auckland GOCACHE="$work/cache"
	cd "$work/another place"
	./packaging/release.sh "$work/two"
)
diff "$work/one/SHA256SUMS" "$work/two/SHA256SUMS"
cat "$work/one/SHA256SUMS"
echo "both are the same, byte for byte"
