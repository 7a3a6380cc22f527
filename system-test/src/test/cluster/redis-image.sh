#!/usr/bin/env bash
# redis-image.sh OUT.tar: an image of Debian's Redis, tgr/redis:test, without a registry or a daemon: its programs, a shell, and the libraries they need.
set -euo pipefail
[[ $# == 1 ]] || { echo "usage: redis-image.sh OUT.tar" >&2; exit 2; }
out=$(realpath "$1")
tools=${TGR_CLUSTER_TOOLS:-$(dirname "${BASH_SOURCE[0]}")/../../../../../shared/cluster}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v redis-server >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server >/dev/null
root=$work/root
mkdir -p "$root"/{etc,tmp,usr/bin,usr/lib}
ln -s usr/bin "$root/bin"
ln -s usr/lib "$root/lib"
ln -s usr/lib "$root/lib64"
chmod 1777 "$root/tmp"
for program in sh redis-server redis-cli; do
  cp -L "$(command -v "$program")" "$root/usr/bin/$program"
  # what the loader says it needs
  ldd "$(command -v "$program")" | sed -n 's/^\s*\(.* => \)\?\(\/[^ ]*\) (0x.*/\2/p'
done | sort -u | while read -r library; do
  cp -L "$library" "$root/usr/lib/"
done
python3 "$tools/mkimage.py" --tag tgr/redis:test --rootfs "$root" --out "$out" --user 65532 \
  --env PATH=/usr/bin --env LD_LIBRARY_PATH=/usr/lib --entrypoint /usr/bin/redis-server
