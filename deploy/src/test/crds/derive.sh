#!/usr/bin/env bash
# Derives the schemas in this folder from Go modules, pinned by version and hash.
#   derive.sh         writes them
#   derive.sh check   fails if they are not what the modules give
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# module_folder MODULE@VERSION HASH: downloads it and prints where it is.
module_folder() {
  local module
  module=$(cd / && go mod download -json "$1") || { echo "$module" >&2; return 1; }
  if [[ $(field Sum <<<"$module") != "$2" ]]; then
    echo "$1 is not the module that was reviewed." >&2
    return 1
  fi
  field Dir <<<"$module"
}

field() {
  sed -n 's/^[[:space:]]*"'"$1"'": "\(.*\)",\{0,1\}$/\1/p'
}

# derive OUTPUT OWNER VERSION KINDS FILE...: only these kinds, in this version.
derive() {
  local output=$1 owner=$2
  shift 2
  mkdir -p "$(dirname "$output")"
  {
    echo "# $owner, Apache-2.0. Changed by derive.sh: one version, no conversion, no descriptions."
    (cd "$here/derive" && go run . "$@")
  } >"$output"
}

command -v go >/dev/null || { echo "This needs Go." >&2; exit 1; }
into=$here
if [[ ${1:-} == check ]]; then
  into=$(mktemp -d)
  trap 'rm -rf "$into"' EXIT
fi

emissary=$(module_folder github.com/emissary-ingress/emissary/v3@v3.10.0 h1:fxK8OBUxN5bLJ3oq0az1iU9Lz+WEnWBKUwTvdita3rg=)
operator=$(module_folder github.com/prometheus-operator/prometheus-operator@v0.85.0 h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=)
istio=$(module_folder istio.io/api@v1.28.0 h1:0fYY9G03CAdFwE/fCkpr0v7kKsy+Hz9OCCjLNBNLbnU=)
gateway=$(module_folder sigs.k8s.io/gateway-api@v1.4.1 h1:NPxFutNkKNa8UfLd2CMlEuhIPMQgDQ6DXNKG9sHbJU8=)

derive "$into/getambassador.yaml" "Emissary-ingress 3.10.0, (c) 2020 Datawire" v3alpha1 Mapping,Host,Listener \
  "$emissary/pkg/api/getambassador.io/crds.yaml"
derive "$into/monitoring.yaml" "Prometheus Operator 0.85.0, (c) The prometheus-operator Authors, (c) 2015 CoreOS, Inc" v1 ServiceMonitor \
  "$operator/example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml"
derive "$into/istio.yaml" "Istio API 1.28.0, (c) Istio Authors" v1 VirtualService \
  "$istio/kubernetes/customresourcedefinitions.gen.yaml"
# A folder of its own: a cluster with a gateway has these already, and must keep its own.
derive "$into/gateway-api/gateway-api.yaml" "Gateway API 1.4.1 (standard channel), (c) The Kubernetes Authors" v1 Gateway,HTTPRoute \
  "$gateway"/config/crd/standard/gateway.networking.k8s.io_{gateways,httproutes}.yaml

if [[ ${1:-} == check ]]; then
  diff -ru --exclude=derive --exclude=derive.sh "$here" "$into"
  echo "The schemas are what the modules give."
fi
