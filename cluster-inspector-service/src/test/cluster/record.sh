#!/usr/bin/env bash
# Record what the cluster of KUBECONFIG says about the pods of states.sh, as fixtures, into a folder (default: those of the unit tests).
#
#   record.sh [FOLDER]
#
# The list, the server's table and kubectl's are taken within one second of the server's clock, so that all ages agree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${KUBECONFIG:?names the cluster to use}"
KUBECTL=${KUBECTL:-kubectl}
OUT=${1:-../resources/io/tgr/cluster/kubernetes}
SELECTOR=app.kubernetes.io/part-of=states
WORK=$(mktemp -d)
mkdir -p "$OUT"
$KUBECTL proxy --unix-socket="$WORK/api" > /dev/null &
PROXY=$!
trap 'kill "$PROXY"; rm -rf "$WORK"' EXIT
until [ -S "$WORK/api" ]; do sleep 0.1; done

get() { # PATH FILE [CURL OPTION...]
  local path=$1 file=$2
  shift 2
  curl -sS --unix-socket "$WORK/api" -D "$file.head" -o "$file" "$@" "http://localhost$path"
}
moment() { date -u -d "$(sed -n 's/^[Dd]ate: //p' "$1.head" | tr -d '\r')" +%FT%TZ; }
rows() { jq -c '[.rows[].cells]' "$1"; }
# one item a line, so that a new recording can be compared
lines() { jq -c '.'"$1"' as $items | (del(.'"$1"') | tojson | .[:-1]), ",\"'"$1"'\":[", ($items[] | tojson)' -r "$2" | awk '
  NR <= 2 { printf "%s", $0; if (NR == 2) print ""; next } { if (NR > 3) print ","; printf "%s", $0 } END { print "]}" }'; }

PODS=/api/v1/pods?labelSelector=${SELECTOR/=/%3D}
table() { get "$PODS&includeObject=Metadata" "$1" -H 'Accept: application/json;as=Table;v=v1;g=meta.k8s.io'; }
for attempt in $(seq 40); do
  # begin early in a second
  python3 -c 'import time; now = time.time(); time.sleep(1.02 - now % 1)'
  table "$WORK/table"
  get "$PODS" "$WORK/pods"
  $KUBECTL get pods -A -o wide -l "$SELECTOR" > "$WORK/wide"
  table "$WORK/again"
  [ "$(moment "$WORK/table")" = "$(moment "$WORK/again")" ] || continue
  [ "$(rows "$WORK/table")" = "$(rows "$WORK/again")" ] || continue
  [ "$(jq '.items | length' "$WORK/pods")" = "$(jq '.rows | length' "$WORK/table")" ] || continue
  AT=$(moment "$WORK/table")
  break
done
[ -n "${AT:-}" ] || { echo "the cluster did not stand still for one second in $attempt tries" >&2; exit 1; }

jq 'del(.items[].metadata.managedFields)' "$WORK/pods" > "$WORK/pods.json"
jq --arg at "$AT" 'del(.rows[].object.metadata.managedFields) | {recordedAt: $at} + .' "$WORK/table" > "$WORK/table.json"
lines items "$WORK/pods.json" > "$OUT/pods.json"
lines rows "$WORK/table.json" > "$OUT/table.json"
cp "$WORK/wide" "$OUT/wide.txt"
for list in apps/v1/replicasets batch/v1/jobs; do
  get "/apis/$list?labelSelector=${SELECTOR/=/%3D}" "$WORK/list"
  jq 'del(.items[].metadata.managedFields)' "$WORK/list" > "$WORK/list.json"
  lines items "$WORK/list.json" > "$OUT/${list##*/}.json"
done
echo "$(jq '.items | length' "$OUT/pods.json") pods at $AT, attempt $attempt"
