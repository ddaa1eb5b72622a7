#!/usr/bin/env bash
# Builds what is released: one archive for each system and processor, and their
# SHA-256 sums. The same commit and the same Go give the same bytes, wherever and
# whenever it is run: no paths, no times, no names of machines. It needs Go, git
# and GNU tar.
#
#   packaging/release.sh OUT                     all targets
#   TARGETS="linux/amd64" packaging/release.sh OUT
set -euo pipefail
out=$(realpath -m "${1:?where to? packaging/release.sh OUT}")
cd "$(dirname "$0")/.."
targets=${TARGETS:-linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH CGO_ENABLED=0 GOFLAGS=-mod=readonly GOAMD64=v1 GOARM64=v8.0 LC_ALL=C TZ=UTC
unset GOEXPERIMENT GODEBUG

build() { go build -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o "$1" ./cmd/rapporteur; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build "$work/here"
version=$("$work/here" version | sed -n '1s/^rapporteur \([^ ]*\).*/\1/p')
mkdir -p "$out" "$work/extra/completions"
"$work/here" man >"$work/extra/rapporteur.1"
for shell in bash zsh fish; do "$work/here" completion $shell >"$work/extra/completions/rapporteur.$shell"; done

for target in $targets; do
	os=${target%/*} arch=${target#*/}
	name=rapporteur-$version-$os-$arch
	dir=$work/$name
	mkdir "$dir"
	binary=rapporteur
	[ "$os" = windows ] && binary=rapporteur.exe
	GOOS=$os GOARCH=$arch build "$dir/$binary"
	cp LICENSE README.md CHANGELOG.md "$dir"
	cp -r "$work/extra/." "$dir"
	[ "$os" = linux ] && cp packaging/rapporteur.service "$dir"
	find "$dir" -type f -exec chmod 644 {} + -o -type d -exec chmod 755 {} +
	chmod 755 "$dir/$binary"
	tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=ustar -C "$work" -cf - "$name" | gzip -n9 >"$out/$name.tar.gz"
	echo "$name.tar.gz"
done
(cd "$out" && sha256sum rapporteur-"$version"-*.tar.gz >SHA256SUMS)
