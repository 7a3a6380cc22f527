#!/usr/bin/env bash
# Pushes an image to a private registry with deploy/images.sh, as a user would, and looks at what arrived. Needs the jars and root.
#   BASE_IMAGE=... registry-test.sh [MODULE]      (sandbox)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../.." && pwd)
module=${1:-sandbox}
work=$(mktemp -d)
passed=0

container=
cleanup() {
  [[ -z $container ]] || buildah rm "$container" >/dev/null
  [[ ! -e $work/registry/pid ]] || "$here/registry.sh" stop "$work/registry"
  if [[ -n ${registry:-} ]]; then
    buildah rmi --force "$IMAGE_PREFIX/$module:dev" "$registry/tgr/$module:0.1.0" "$registry/tgr/$module@$digest" >/dev/null 2>&1 || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT

passes() {
  passed=$((passed + 1))
  printf 'ok %s\n' "$1"
}

fails() {
  printf 'not ok %s\n' "$1" >&2
  printf '%s passed, 1 failed\n' "$passed"
  exit 1
}

# expect WHAT COMMAND...: the command succeeds
expect() {
  if "${@:2}"; then passes "$1"; else fails "$1"; fi
}

# refused WHAT WORDS COMMAND...: the command fails, and says so in these words
refused() {
  if "${@:3}" >"$work/said" 2>&1; then
    fails "$1: it was not refused"
  fi
  grep -qE "$2" "$work/said" || { cat "$work/said" >&2; fails "$1: it did not say $2"; }
  passes "$1"
}

install_tools() {
  local missing=() program
  for program in buildah skopeo docker-registry htpasswd openssl curl jq python3; do
    command -v "$program" >/dev/null || missing+=("${program/htpasswd/apache2-utils}")
  done
  if ((${#missing[@]})); then
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

# A checkout with secrets lying about, as in a careless person's.
careless_checkout() {
  mkdir -p "$work/project/deploy" "$work/project/$module/target/classes" "$work/project/$module/src/main/resources"
  cp "$root/Dockerfile" "$root/.dockerignore" "$root/pom.xml" "$work/project"
  cp "$root/deploy/images.sh" "$work/project/deploy"
  cp --preserve=timestamps "$root/$module/target/$module"-*-exec.jar "$work/project/$module/target"
  planted=planted-$(openssl rand -hex 8)
  local place
  for place in . deploy "$module" "$module/target" "$module/target/classes" "$module/src/main/resources"; do
    echo "GITHUB_TOKEN=$planted" | tee "$work/project/$place/.env" >"$work/project/$place/github.properties"
  done
}

images() {
  GITHUB_TOKEN=$planted CLIENT_SECRET=$planted SSL_CERT_FILE=$trusted "$work/project/deploy/images.sh" "$@"
}

login() {
  SSL_CERT_FILE=$work/registry/certificate.pem buildah login --username "$1" --password-stdin "$registry"
}

config() {
  jq -e "$1" "$work/config.json" >/dev/null
}

layers_hold_no_secret() {
  local layer
  for layer in $(jq -r '.layers[].digest | sub("sha256:"; "")' "$work/image/manifest.json"); do
    ! zcat "$work/image/$layer" | grep -qaF -e "$planted" -e BEGIN.PRIVATE.KEY || return 1
  done
  ! grep -qF "$planted" "$work/config.json"
}

unpack() {
  mkdir "$work/unpacked"
  local layer
  for layer in $(jq -r '.layers[].digest | sub("sha256:"; "")' "$work/image/manifest.json"); do
    tar --extract --gzip --file "$work/image/$layer" --directory "$work/unpacked"
  done
}

lists_components() {
  local list=$work/unpacked/app/sbom/application.cdx.json jar
  jq -e --arg name "$module" '.bomFormat == "CycloneDX" and .metadata.component.name == $name' "$list" >/dev/null
  jq -r '.components[] | .name + "-" + .version' "$list" >"$work/components"
  for jar in "$work"/unpacked/app/lib/*.jar; do
    # one component may have jars for several platforms
    jar=$(basename "$jar" .jar | sed -E 's/-(linux|osx|windows)-.*//')
    # Boot adds the tool that unpacked the jar; nothing else runs it
    [[ $jar == spring-boot-jarmode-tools-* ]] && continue
    grep -qxF "$jar" "$work/components" || { echo "not listed: $jar" >&2; return 1; }
  done
}

nothing_writable() {
  [[ -z $(find "$work/unpacked/app" \( -perm -o+w -o -user 65532 \) ! -type l -print -quit) ]]
}

# run FLAGS: starts the image by its own entry point until the context is refreshed
run() {
  local entrypoint
  mapfile -t entrypoint < <(jq -r '.config.Entrypoint[]' "$work/config.json")
  buildah run --isolation chroot --user 65532 --env "JAVA_TOOL_OPTIONS=-Dspring.context.exit=onRefresh \
    -Dspring.cloud.kubernetes.client.master-url=http://127.0.0.1:9 $1" "$container" -- "${entrypoint[@]}"
}

cache_is_used() {
  local from_cache all
  run "-XX:AOTMode=on -Xlog:class+load:file=/tmp/loaded" >"$work/started" 2>&1 || { cat "$work/started" >&2; return 1; }
  from_cache=$(grep -c 'shared objects file' "$files/tmp/loaded")
  all=$(wc -l <"$files/tmp/loaded")
  echo "   $from_cache of $all classes come from the cache"
  ((from_cache * 10 > all * 9))
}

starts_without_cache() {
  run "" >"$work/started" 2>&1
}

install_tools
careless_checkout
export ENGINE=buildah IMAGE_PREFIX=tgr-registry-test REGISTRY_AUTH_FILE=$work/auth.json PUSH_TAG=0.1.0
unset IMAGE_TAG TLS_VERIFY
echo '{}' >"$REGISTRY_AUTH_FILE"
trusted=
images build "$module" >"$work/build" 2>&1 || { tail -n 20 "$work/build" >&2; fails "the image builds"; }
passes "the image builds among secrets"

"$here/registry.sh" start "$work/registry" https
registry=$(cat "$work/registry/address")
digest=sha256:none
refused "a registry whose certificate nobody vouches for" 'does not speak TLS that buildah trusts' images push "$registry/tgr" "$module"
trusted=$work/registry/certificate.pem
refused "a push without credentials" "wants credentials that may push .*Run: buildah login $registry" images push "$registry/tgr" "$module"
refused "a wrong password" 'invalid username/password|unauthorized' login tgr <<<wrong
login tgr <"$work/registry/password" >/dev/null
name=$(images push "$registry/tgr" "$module" 2>"$work/push") || { cat "$work/push" >&2; fails "a push with credentials"; }
passes "a push with credentials: $name"
digest=${name#*@}
expect "the push names the digest" [ "${name%%@*} ${digest:0:7}" = "$registry/tgr/$module sha256:" ]

status=$(curl --silent --cacert "$trusted" --output /dev/null --write-out '%{http_code}' "https://$registry/v2/tgr/$module/manifests/0.1.0")
expect "nobody pulls without credentials" [ "$status" = 401 ]
export SSL_CERT_FILE=$trusted
skopeo inspect --config "docker://$name" >"$work/config.json"
skopeo copy --quiet "docker://$name" "dir:$work/image"
expect "the manifest comes by its digest" [ "sha256:$(sha256sum "$work/image/manifest.json" | cut -d ' ' -f 1)" = "$digest" ]
expect "the user is a number, and not root" config '.config.User == "65532:65532"'
expect "the entry point needs no shell" config '.config.Entrypoint[0] == "java"'
expect "it listens on 8080" config '.config.ExposedPorts | has("8080/tcp")'
for label in title description version licenses base.name; do
  expect "label $label" config ".config.Labels[\"org.opencontainers.image.$label\"] | length > 0"
done
expect "no secret in any layer, nor in the configuration" layers_hold_no_secret
unpack
expect "every jar is in the list of components" lists_components
expect "the service could not change its own files" nothing_writable

container=$(buildah from --quiet --pull-always "docker://$name")
files=$(buildah mount "$container")
expect "it starts with its AOT cache" cache_is_used
touch "$files/app/application.jar"
refused "a cache that does not fit, if it must" 'Unable to use AOT cache' run -XX:AOTMode=on
expect "a cache that does not fit is no reason not to start" starts_without_cache
expect "but the log says so" grep -q 'AOT cache' "$work/started"
printf '%s passed, 0 failed\n' "$passed"
