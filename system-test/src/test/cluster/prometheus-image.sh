#!/usr/bin/env bash
# prometheus-image.sh OUT.tar: an image of Prometheus, tgr/prometheus:test, without a registry or a daemon. It is built from its
# Go module: Debian's has no kubernetes_sd_configs. Of the ways to find pods only that one is in, which makes it quick.
set -euo pipefail
[[ $# == 1 ]] || { echo "usage: prometheus-image.sh OUT.tar" >&2; exit 2; }
out=$(realpath "$1")
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../../../shared/cluster" && pwd)
# Prometheus 3.13.5
version=v0.313.5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/root"/{bin,tmp} "$work/module"
chmod 1777 "$work/root/tmp"
cd "$work/module"
# no `go install`: it refuses a module that excludes others
go mod init module
go get "github.com/prometheus/prometheus/cmd/prometheus@$version"
CGO_ENABLED=0 go build -trimpath -ldflags=-s -tags remove_all_sd,enable_kubernetes_sd -o "$work/root/bin/prometheus" github.com/prometheus/prometheus/cmd/prometheus
python3 "$tools/mkimage.py" --tag tgr/prometheus:test --rootfs "$work/root" --out "$out" --user 65532 --entrypoint /bin/prometheus
