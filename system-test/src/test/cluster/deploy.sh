#!/usr/bin/env bash
# tgr in the cluster that KUBECONFIG names, for the tests of the profile `deployed`.
#
#   deploy.sh up             check every kustomization against the API server, then deploy this folder's and wait
#   deploy.sh gateway        print where the gateway answers, in the cluster's own network
#   deploy.sh watch FILE     write what each container uses, and its restarts, to FILE every 10 seconds until it is stopped
#   deploy.sh report FILE    print the most that each container used; fails if one was restarted, as by its limit
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
    { echo "The API server refuses ${1#"$work/"}." >&2; exit 1; }
  echo "${1#"$work/"}: $(wc -l <"$work/accepted") resources accepted"
}

# A copy of the manifests; files with credentials come from the examples beside them.
prepared() {
  mkdir -p "$work/system-test/src/test"
  cp -r "$ROOT/deploy" "$work/deploy"
  cp -r . "$work/system-test/src/test/cluster"
  cp -r everything "$work/deploy/overlays/"
  find "$work/deploy/components" -name '*.example' | while read -r example; do
    cp "$example" "${example%.example}"
  done
  sed -i 's/PASSWORD=$/PASSWORD=for-tests/' "$work/deploy/components/redis-credentials/redis.env"
}

# The kustomizations that users apply.
all_accepted() {
  local overlay
  for overlay in minikube minikube/live cloud everything; do
    accepted "$work/deploy/overlays/$overlay"
  done
}

deployed() {
  k apply --server-side --force-conflicts -k "$tested" >/dev/null
  local started=$SECONDS
  k -n "$NAMESPACE" wait --for=condition=Available deployment --all --timeout="$READY_WITHIN" &&
    k -n "$NAMESPACE" rollout status statefulset/redis --timeout="$READY_WITHIN" >/dev/null ||
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
    k -n "$NAMESPACE" top pods --containers --no-headers 2>/dev/null | awk '{ print "used", $2, $4 + 0 }' >>"$1" || true
    # not of pods that tests let fail
    k -n "$NAMESPACE" get pods -l app.kubernetes.io/part-of=tgr -o json 2>/dev/null |
      jq -r '.items[] | .metadata.name as $pod | .status.containerStatuses[]? | "restarts \(.name) \(.restartCount) \($pod)"' >>"$1" || true
    sleep 10
  done
}

report() {
  echo "The most that each container used, in MiB of its working set:"
  awk '$1 == "used" && $3 > most[$2] { most[$2] = $3 } END { for (name in most) print "  " name ": " most[name] }' "$1" | sort
  local name
  for name in trending-service repo-details-service cluster-inspector-service sandbox; do
    grep -q "^used $name " "$1" || { echo "Nothing was seen of $name." >&2; exit 1; }
  done
  if grep '^restarts [^ ]* [1-9]' "$1" | sort -u >&2; then
    echo "Containers were restarted." >&2
    exit 1
  fi
}

work=$(mktemp -d)
tested=$work/system-test/src/test/cluster
trap 'rm -rf "$work"' EXIT
case "${1:-} $#" in
  "up 1")
    prepared
    definitions
    all_accepted
    deployed
    ;;
  "gateway 1") gateway ;;
  "watch 2") watch "$2" ;;
  "report 2") report "$2" ;;
  "down 1")
    prepared
    k delete -k "$tested" --ignore-not-found --timeout=120s
    ;;
  *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
esac
