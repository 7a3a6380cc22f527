#!/usr/bin/env bash
# A private registry (Debian's docker-registry, the program of the image registry:2) on a free port of loopback, for tests.
#   registry.sh start DIRECTORY http|https [COMMAND...]   DIRECTORY/address says where; COMMAND runs it, as: ip netns exec NODE
#   registry.sh stop DIRECTORY
# Who may push and pull: tgr, with the password in DIRECTORY/password. Whom to trust for https: DIRECTORY/certificate.pem.
set -euo pipefail

fail() {
  printf 'registry.sh: %s\n' "$*" >&2
  exit 1
}

configure() {
  openssl rand -hex 16 >"$directory/password"
  htpasswd -Bbn tgr "$(cat "$directory/password")" >"$directory/htpasswd"
  cat >"$directory/config.yml" <<END
version: 0.1
log: {level: warn}
storage:
  filesystem: {rootdirectory: $directory/data}
  delete: {enabled: true}
auth:
  htpasswd: {realm: tgr, path: $directory/htpasswd}
http:
  addr: $1
END
  if [[ $scheme == https ]]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=registry -addext subjectAltName=IP:127.0.0.1 \
      -keyout "$directory/key.pem" -out "$directory/certificate.pem" 2>/dev/null
    printf '  tls: {certificate: %s, key: %s}\n' "$directory/certificate.pem" "$directory/key.pem" >>"$directory/config.yml"
  fi
}

start() {
  local port
  port=$("$@" python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  configure "127.0.0.1:$port"
  "$@" docker-registry serve "$directory/config.yml" >"$directory/log" 2>&1 &
  echo $! >"$directory/pid"
  for _ in $(seq 100); do
    kill -0 "$(cat "$directory/pid")" 2>/dev/null || fail "The registry ended: $(tail -n 3 "$directory/log")"
    # 401: it is there, and private
    if [[ $("$@" curl --silent --insecure --output /dev/null --write-out '%{http_code}' "$scheme://127.0.0.1:$port/v2/") == 401 ]]; then
      echo "127.0.0.1:$port" >"$directory/address"
      return
    fi
    sleep 0.1
  done
  fail "The registry does not answer: $(tail -n 3 "$directory/log")"
}

# The registry would take them for its own settings: REGISTRY_AUTH_FILE is buildah's.
unset "${!REGISTRY_@}"
[[ $# -ge 2 ]] || fail "usage: registry.sh start DIRECTORY http|https [COMMAND...] | stop DIRECTORY"
case $1 in
  start)
    scheme=${3:-}
    [[ $scheme == http || $scheme == https ]] || fail "http or https?"
    for program in docker-registry htpasswd openssl curl python3; do
      command -v "$program" >/dev/null || fail "There is no $program here: docker-registry, apache2-utils, openssl, curl, python3 of Debian."
    done
    umask 077
    mkdir -p "$2"
    directory=$(cd "$2" && pwd)
    start "${@:4}"
    ;;
  stop)
    kill "$(cat "$2/pid")" 2>/dev/null || true
    rm "$2/pid"
    ;;
  *) fail "Not start or stop: $1" ;;
esac
