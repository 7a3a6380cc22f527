#!/usr/bin/env bash
# tgr in the cluster that KUBECONFIG names, for the tests of the profile `deployed`.
#
#   deploy.sh up             check every kustomization against the API server, then deploy this folder's and wait
#   deploy.sh gateway        print where the gateway answers, in the cluster's own network
#   deploy.sh watch FILE     write what each container uses to FILE, every 10 seconds, until it is stopped
#   deploy.sh report FILE    print the most that each container used; fails above its limit, or after a restart
#   deploy.sh down           remove it
#
# KUBECTL: the program (kubectl). The images must be in the cluster already (images.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${KUBECONFIG:?names the cluster to use}"
KUBECTL=${KUBECTL:-kubectl}
ROOT=../../../..
NAMESPACE=tgr
READY_WITHIN=60s

k() { $KUBECTL "$@"; }

definitions() {
  k apply --server-side --force-conflicts -f "$ROOT/deploy/src/test/crds" >/dev/null
  k wait --for=condition=Established crd --all --timeout=30s >/dev/null
}

# Whether the API server takes every resource as it stands, with no field unknown.
accepted() { # DIRECTORY
  k kustomize "$1" >"$work/rendered.yaml"
  sed -n 's/^  namespace: //p' "$work/rendered.yaml" | sort -u | while read -r namespace; do
    k create namespace "$namespace" --dry-run=client -o yaml | k apply --server-side -f - >/dev/null
  done
  k apply --server-side --force-conflicts --dry-run=server --validate=strict -f "$work/rendered.yaml" >"$work/accepted" ||
    { echo "The API server refuses $1." >&2; exit 1; }
  echo "$1: $(wc -l <"$work/accepted") resources accepted"
}

# The kustomizations that users apply; files with credentials come from the examples beside them.
all_accepted() {
  cp -r "$ROOT/deploy" "$work/deploy"
  cp -r everything "$work/deploy/overlays/"
  find "$work/deploy/components" -name '*.example' | while read -r example; do
    cp "$example" "${example%.example}"
  done
  local overlay
  for overlay in minikube minikube/live cloud everything; do
    (cd "$work" && accepted "deploy/overlays/$overlay")
  done
}

deployed() {
  k apply --server-side --force-conflicts -k . >/dev/null
  local started=$SECONDS
  k -n "$NAMESPACE" wait --for=condition=Available deployment --all --timeout="$READY_WITHIN" ||
    { k -n "$NAMESPACE" get pods -o wide; k -n "$NAMESPACE" describe pods | tail -n 60; exit 1; }
  echo "All deployments are available after $((SECONDS - started)) s."
  k -n "$NAMESPACE" wait --for=condition=Programmed gateway/tgr --timeout=60s >/dev/null
  local restarts
  restarts=$(k -n "$NAMESPACE" get pods -o 'jsonpath={.items[*].status.containerStatuses[*].restartCount}')
  [[ -z ${restarts//[0 ]/} ]] || { echo "Containers were restarted: $restarts" >&2; exit 1; }
}

gateway() {
  local name
  name=$(k get services -A -l "gateway.envoyproxy.io/owning-gateway-namespace=$NAMESPACE,gateway.envoyproxy.io/owning-gateway-name=tgr" \
    -o 'jsonpath={.items[0].spec.ports[0].nodePort}')
  echo "http://$(k get nodes -o 'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}'):$name"
}

watch() {
  while true; do
    k -n "$NAMESPACE" top pods --containers --no-headers >>"$1" 2>/dev/null || true
    sleep 10
  done
}

report() {
  echo "The most that each container used, in MiB of its working set:"
  awk '{ sub("Mi", "", $4); if ($4 + 0 > most[$2]) most[$2] = $4 + 0 } END { for (name in most) print "  " name ": " most[name] }' "$1" | sort
  k -n "$NAMESPACE" get pods -o json |
    jq -e '[.items[].status.containerStatuses[] | select(.restartCount > 0) | .name] | if . == [] then true else error("restarted: \(.)") end' >/dev/null
  awk '/-service|sandbox/ { sub("Mi", "", $4); if ($4 + 0 > 256) { print "above its limit: " $0; over = 1 } } END { exit over }' "$1"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case "${1:-} $#" in
  "up 1") definitions && all_accepted && deployed ;;
  "gateway 1") gateway ;;
  "watch 2") watch "$2" ;;
  "report 2") report "$2" ;;
  "down 1") k delete -k . --ignore-not-found --timeout=120s ;;
  *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
