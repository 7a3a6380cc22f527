#!/usr/bin/env bash
# prometheus-image.sh OUT.tar: an image of Debian's Prometheus, tgr/prometheus:debian, without a registry or a daemon.
set -euo pipefail
[[ $# == 1 ]] || { echo "usage: prometheus-image.sh OUT.tar" >&2; exit 2; }
out=$(realpath "$1")
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../../../shared/cluster" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

root=$work/root
mkdir -p "$root"/{usr/bin,usr/lib,tmp}
ln -s usr/bin "$root/bin"
ln -s usr/lib "$root/lib"
ln -s usr/lib "$root/lib64"
chmod 1777 "$root/tmp"
(cd "$work" && apt-get download -qq prometheus && dpkg -x prometheus_*.deb package)
cp "$work/package/usr/bin/prometheus" "$root/usr/bin/"
# by the loader's account; a static program needs none
{ ldd "$root/usr/bin/prometheus" 2>/dev/null || true; } | sed -n 's/^\s*\(.* => \)\?\(\/[^ ]*\) (0x.*/\2/p' |
  while read -r lib; do cp -L "$lib" "$root/usr/lib/"; done
python3 "$tools/mkimage.py" --tag tgr/prometheus:debian --rootfs "$root" --out "$out" --user 65532 --entrypoint /bin/prometheus
