#!/usr/bin/env bash
# Bring about pods in every state, in the namespaces states and states-b of the cluster that KUBECONFIG names.
#
#   states.sh up      apply states/, do what manifests cannot, wait until every pod is in its state (expected.txt)
#   states.sh check   wait for the states only
#   states.sh down    remove everything
#
# KUBECTL: the program (kubectl); STATES_IMAGE: a program image as README.md describes it (tgr/probe:1);
# STATES_NODE: a ready node with a kubelet (the first one); STATES_LIMIT: seconds to wait (300).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${KUBECONFIG:?names the cluster to use}"
KUBECTL=${KUBECTL:-kubectl}
LIMIT=${STATES_LIMIT:-300}

k() { $KUBECTL -n states "$@"; }

node() {
  $KUBECTL get nodes -o json | jq -r '[.items[] | select(any(.status.conditions[]?; .type == "Ready" and .status == "True"))][0].metadata.name'
}

apply() {
  local node=${STATES_NODE:-$(node)} image=${STATES_IMAGE:-tgr/probe:1}
  $KUBECTL kustomize states | sed -e "s|tgr/probe:1|$image|g" -e "s|tgr-node|$node|g" > "$WORK/all.yaml"
  # kubectl's own annotation would repeat every manifest: only the planted pods are to have it
  $KUBECTL apply --server-side --force-conflicts -f "$WORK/all.yaml" > "$WORK/applied"
  for name in planted planted-and-dead; do
    k delete pod "$name" --wait > /dev/null
  done
  awk 'BEGIN { RS = "---\n"; ORS = "---\n" } /kind: Pod\n/ && /\n  name: planted/' "$WORK/all.yaml" > "$WORK/planted.yaml"
  k apply -f "$WORK/planted.yaml" > /dev/null
}

# wait_for WHAT JSONPATH VALUE POD: until a field of a pod has a value
wait_for() { k wait --for="jsonpath=$1=$2" --timeout="${LIMIT}s" "pod/$3" > /dev/null; }

write_statuses() {
  local name status token
  # a node that never was ready: nobody then takes its pods' readiness away
  $KUBECTL patch node states-away --subresource=status --type=merge -p \
    '{"status":{"conditions":[{"type":"Ready","status":"False","reason":"NoKubelet","message":"there is no kubelet"}]}}' > /dev/null
  while IFS=$'\t' read -r name status; do
    while [[ $status =~ @([^@]+)@ ]]; do
      token=${BASH_REMATCH[1]}
      status=${status//"@$token@"/$(date -u -d "$token" +%FT%TZ)}
    done
    k patch pod "$name" --subresource=status --type=merge -p "$status" > /dev/null
  done < <(jq -r 'def image: map({image: "tgr/probe:1", imageID: ""} + .);
    to_entries[] | .value |= {status: (if .containerStatuses then .containerStatuses |= image else . end
      | if .initContainerStatuses then .initContainerStatuses |= image else . end)} | [.key, (.value | tojson)] | join("\t")' written-status.json)
}

condition() { # POD TYPE STATUS
  k get pod "$1" -o json | jq --arg type "$2" --arg status "$3" --arg now "$(date -u +%FT%TZ)" \
    '{status: {conditions: ((.status.conditions // [] | map(select(.type != $type))) + [{type: $type, status: $status, lastTransitionTime: $now}])}}' \
    > "$WORK/condition.json"
  k patch pod "$1" --subresource=status --type=merge --patch-file "$WORK/condition.json" > /dev/null
}

open_gates() {
  condition gate-true example.com/registered True
  condition gate-false example.com/registered False
  condition gates-true-false-missing example.com/one True
  condition gates-true-false-missing example.com/two False
}

# Pods whose finalizer or long goodbye keeps them. Only now: what is terminating starts no container.
leave() {
  local running
  for running in terminating terminating-stopped evicted-by-api victim; do wait_for '{.status.phase}' Running "$running"; done
  wait_for '{.status.phase}' Succeeded terminating-completed
  wait_for '{.status.phase}' Failed terminating-error
  k delete --wait=false pod terminating terminating-stopped terminating-pending terminating-completed terminating-error \
    written-terminating written-terminating-failed written-node-lost > /dev/null
  printf '{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"evicted-by-api","namespace":"states"}}' |
    $KUBECTL create --raw /api/v1/namespaces/states/pods/evicted-by-api/eviction -f - > /dev/null
  k patch pod preemptor --type=json -p '[{"op":"remove","path":"/spec/schedulingGates"}]' > /dev/null
}

add_ephemeral() {
  k get pod ephemeral -o 'jsonpath={.spec.ephemeralContainers[*].name}' | grep -q . && return
  wait_for '{.status.phase}' Running ephemeral
  k debug ephemeral --image="${STATES_IMAGE:-tgr/probe:1}" --image-pull-policy=Never --container=look \
    --env=LOOK_PASSWORD=PLANTED-ENV-VALUE-of-an-ephemeral-container --arguments-only --attach=false -- serve :9090 > /dev/null 2>&1
}

one_cron_job() {
  local end=$((SECONDS + 90))
  until k get jobs -o json | jq -e 'any(.items[]; .metadata.ownerReferences[]?.name == "nightly")' > /dev/null; do
    [ "$SECONDS" -lt "$end" ] || { echo "no job of the CronJob after 90 s" >&2; return 1; }
    sleep 1
  done
  k patch cronjob nightly --type=merge -p '{"spec":{"suspend":true}}' > /dev/null
}

# Each line of expected.txt: namespace, name, READY and STATUS, all but the first as regular expressions.
differences() {
  $KUBECTL get pods -A -l app.kubernetes.io/part-of=states --no-headers |
    awk 'NR == FNR { if (NF && $0 !~ /^#/) want[++n] = $0; next }
         { pods[++m] = $1 " " $2 " " $3 " " $4 }
         END {
           for (i = 1; i <= n; i++) { split(want[i], w, /[ \t]+/); seen = "absent"; ok = 0
             for (j = 1; j <= m; j++) { split(pods[j], p, " ")
               if (p[1] == w[1] && p[2] ~ "^(" w[2] ")$") { used[j] = 1; seen = p[3] " " p[4]; if (p[3] ~ "^(" w[3] ")$" && p[4] ~ "^(" w[4] ")$") ok = 1 } }
             if (!ok) print want[i] "   is " seen }
           for (j = 1; j <= m; j++) if (!used[j]) print pods[j] "   is not in expected.txt" }' expected.txt -
}

check() {
  local end=$((SECONDS + LIMIT)) left
  until left=$(differences); [ -z "$left" ]; do
    [ "$SECONDS" -lt "$end" ] || { printf 'not as expected after %s s:\n%s\n' "$LIMIT" "$left" >&2; return 1; }
    sleep 1
  done
  echo "$(grep -vc '^#' expected.txt) states after $SECONDS s"
}

up() {
  apply
  add_ephemeral
  write_statuses
  open_gates
  leave
  one_cron_job
  check
}

down() {
  $KUBECTL delete --ignore-not-found --wait=false namespace states states-b > /dev/null
  # what the finalizers and the absent kubelet hold
  k get pods -o json 2> /dev/null | jq -r '.items[] | select(.metadata.finalizers) | .metadata.name' |
    while read -r name; do k patch pod "$name" --type=merge -p '{"metadata":{"finalizers":null}}' > /dev/null || true; done
  $KUBECTL -n states delete pod --all --force --grace-period=0 --wait=false > /dev/null 2>&1 || true
  $KUBECTL delete --ignore-not-found node/states-away priorityclass/states-high > /dev/null
  $KUBECTL wait --for=delete --timeout="${LIMIT}s" namespace/states namespace/states-b > /dev/null 2>&1 || true
  ! $KUBECTL get namespace states states-b > /dev/null 2>&1
}

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
case ${1:-} in
  up | check | down) "$1" ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
