#!/usr/bin/env bash
# Record answers of the API server other than lists of pods: refusals, reviews, events, usage (after states.sh up).
#
#   record-answers.sh [FOLDER]    STATES_EXPIRED_TOKEN: a file with a token of states/caller that has expired (optional)
#
# The first 10 minutes of a cluster have nothing compacted: the two 410 then come out as something else, which is an error here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${KUBECONFIG:?names the cluster to use}"
KUBECTL=${KUBECTL:-kubectl}
OUT=${1:-../resources/io/tgr/cluster/kubernetes}/answers
WORK=$(mktemp -d)
mkdir -p "$OUT"
$KUBECTL proxy --unix-socket="$WORK/api" > /dev/null &
PROXY=$!
trap 'kill "$PROXY"; $KUBECTL delete namespace states-caller --ignore-not-found --wait=false > /dev/null; rm -rf "$WORK"' EXIT
until [ -S "$WORK/api" ]; do sleep 0.1; done

CALLER=system:serviceaccount:states-caller:caller
$KUBECTL create namespace states-caller > /dev/null
$KUBECTL -n states-caller create serviceaccount caller > /dev/null

answer() { # NAME EXPECTED-CODE PATH [CURL OPTION...]
  local name=$1 expected=$2 path=$3 code
  shift 3
  code=$(curl -sS --max-time 10 --unix-socket "$WORK/api" -o "$WORK/answer" -w '%{http_code}' "$@" "http://localhost$path")
  [ "$code" = "$expected" ] || { echo "$name: $code instead of $expected" >&2; cat "$WORK/answer" >&2; exit 1; }
  case $name in
    *.txt) cp "$WORK/answer" "$OUT/$name" ;;
    *) jq 'del(.items[]?.metadata.managedFields, .metadata.managedFields) | if .spec.token then .spec.token = "withheld" else . end' "$WORK/answer" > "$OUT/$name.json" ;;
  esac
}
review() { # NAME GROUP-VERSION KIND SPEC [CURL OPTION...]
  local name=$1 version=$2 kind=$3 spec=$4 plural
  shift 4
  plural=$(tr '[:upper:]' '[:lower:]' <<< "$kind")s
  answer "$name" 201 "/apis/$version/$plural" -H 'Content-Type: application/json' "$@" \
    -d "{\"apiVersion\":\"$version\",\"kind\":\"$kind\",\"spec\":$spec}"
}
token_review() { review "$1" authentication.k8s.io/v1 TokenReview "{\"token\":\"$2\"${3:-}}"; }
access_review() { review "$1" authorization.k8s.io/v1 SubjectAccessReview "{\"user\":\"$CALLER\",\"groups\":[\"system:serviceaccounts\",\"system:authenticated\"],\"resourceAttributes\":$2}"; }
AS=(-H "Impersonate-User: $CALLER" -H "Impersonate-Group: system:authenticated")

# What an account without rights is told
answer forbidden-list-pods 403 /api/v1/pods "${AS[@]}"
answer forbidden-list-pods-in-namespace 403 /api/v1/namespaces/states/pods "${AS[@]}"
answer forbidden-watch-pods 403 '/api/v1/pods?watch=true' "${AS[@]}"
answer forbidden-get-pod-log 403 /api/v1/namespaces/states/pods/running/log "${AS[@]}"
answer forbidden-list-usage 403 /apis/metrics.k8s.io/v1beta1/pods "${AS[@]}"
answer forbidden-list-events 403 /api/v1/events "${AS[@]}"
answer forbidden-list-replicasets 403 /apis/apps/v1/replicasets "${AS[@]}"
answer forbidden-create-tokenreview 403 /apis/authentication.k8s.io/v1/tokenreviews "${AS[@]}" -H 'Content-Type: application/json' \
  -d '{"apiVersion":"authentication.k8s.io/v1","kind":"TokenReview","spec":{"token":"any"}}'
# not through the proxy, whose own certificate would vouch for the caller
$KUBECTL config view --raw --minify -o json > "$WORK/config"
jq -r '.clusters[0].cluster."certificate-authority-data"' "$WORK/config" | base64 -d > "$WORK/ca"
curl -sS --max-time 10 --cacert "$WORK/ca" -H 'Authorization: Bearer no-such-token' "$(jq -r '.clusters[0].cluster.server' "$WORK/config")/api/v1/pods" |
  jq . > "$OUT/unauthorized.json"

# What a bad question is told
answer bad-label-selector 400 '/api/v1/pods?labelSelector=a%20in%20(b'
answer bad-label-selector-operator 400 '/api/v1/pods?labelSelector=a%20like%20b'
answer bad-label-selector-value 400 '/api/v1/pods?labelSelector=a%3D-b-'
answer bad-field-selector 400 '/api/v1/pods?fieldSelector=status.phase'
answer bad-field-selector-field 400 '/api/v1/pods?fieldSelector=spec.image%3Da'
answer bad-continue 400 '/api/v1/pods?limit=5&continue=forged'
answer not-found-pod 404 /api/v1/namespaces/states/pods/no-such-pod
answer bad-log-container 400 '/api/v1/namespaces/states/pods/two-containers/log'
answer bad-log-waiting 400 /api/v1/namespaces/states/pods/image-pull/log
answer bad-log-previous 400 '/api/v1/namespaces/states/pods/running/log?previous=true'

# What a late question is told
old=$(printf '{"v":"meta.k8s.io/v1","rv":2,"start":"states/running\\u0000"}' | base64 -w0 | tr -d '=' | tr '+/' '-_')
answer expired-continue 410 "/api/v1/pods?limit=5&continue=$old"
answer expired-watch 200 '/api/v1/pods?watch=true&resourceVersion=1&timeoutSeconds=1'
answer too-large-resource-version 504 '/api/v1/pods?resourceVersion=99999999999&resourceVersionMatch=NotOlderThan&limit=1'
answer bookmark.txt 200 "/api/v1/namespaces/states-caller/pods?watch=true&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=0&timeoutSeconds=1"

# APIs that are not there, or registered and dead
answer absent-api.txt 404 /apis/absent.example.com/v1beta1/pods

# Events and usage of the recorded pods
answer warnings 200 '/api/v1/namespaces/states/events?fieldSelector=type%3DWarning%2CinvolvedObject.kind%3DPod&limit=60'
answer usage 200 '/apis/metrics.k8s.io/v1beta1/namespaces/states/pods?labelSelector=app.kubernetes.io/part-of%3Dstates'

# Who a caller is, and what it may do
token=$($KUBECTL -n states-caller create token caller)
token_review token-review "$token"
token_review token-review-of-an-audience "$($KUBECTL -n states-caller create token caller --audience=tgr)" ',"audiences":["tgr","https://kubernetes.default.svc.cluster.local"]'
token_review token-review-wrong-audience "$($KUBECTL -n states-caller create token caller --audience=elsewhere)"
token_review token-review-invalid not-a-token
token_review token-review-forged "${token%.*}.$(tr 'A-Za-z' 'B-ZAb-za' <<< "${token##*.}")"
[ -z "${STATES_EXPIRED_TOKEN:-}" ] || token_review token-review-expired "$(cat "$STATES_EXPIRED_TOKEN")"
pods='"verb":"list","resource":"pods"'
access_review access-review-denied "{\"namespace\":\"states\",$pods}"
$KUBECTL -n states-caller create role pods --verb=list,get --resource=pods > /dev/null
$KUBECTL -n states-caller create rolebinding caller --role=pods --serviceaccount=states-caller:caller > /dev/null
for _ in $(seq 20); do
  access_review access-review-allowed "{\"namespace\":\"states-caller\",$pods}"
  [ "$(jq .status.allowed "$OUT/access-review-allowed.json")" = false ] || break
  sleep 0.2
done
review rules-review authorization.k8s.io/v1 SelfSubjectRulesReview '{"namespace":"states-caller"}' "${AS[@]}"
review self-access-review authorization.k8s.io/v1 SelfSubjectAccessReview "{\"resourceAttributes\":{$pods}}" "${AS[@]}"
ls "$OUT"
