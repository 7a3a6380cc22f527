#!/usr/bin/env bash
# Builds the images, and brings them where a cluster finds them. docs/images.md tells more.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
modules=(trending-service repo-details-service cluster-inspector-service sandbox)
prefix=${IMAGE_PREFIX:-tgr}
tag=${IMAGE_TAG:-dev}

usage() {
  cat <<'END'
usage: deploy/images.sh COMMAND

  build [MODULE...]                     build the images from the jars
  tag REGISTRY/PREFIX [MODULE...]       name them for a registry
  push REGISTRY/PREFIX [MODULE...]      tag and push them; prints each name with its digest
  save DIRECTORY [MODULE...]            write each as DIRECTORY/MODULE.tar, which docker load takes
  minikube [MODULE...]                  load them into minikube

MODULE: trending-service, repo-details-service, cluster-inspector-service, sandbox; all of them if none is named.
The jars come first: mvn -B -ntp -DskipTests package

Settings, from the environment:
  IMAGE_PREFIX, IMAGE_TAG   the images here are IMAGE_PREFIX/MODULE:IMAGE_TAG    (tgr, dev)
  PUSH_TAG                  their tag in the registry                          (IMAGE_TAG)
  BASE_IMAGE, BUILD_IMAGE   what they stand on, and what unpacks the jars      (the Dockerfile's)
  SOURCE                    where the sources are, for the image's label             (nothing)
  PLATFORM                  such as linux/arm64                                (this machine's)
  ENGINE                    docker, podman or buildah             (the first of them that works)
  TLS_VERIFY                false: push over plain HTTP, or to a certificate nobody vouches for; podman and buildah only
END
}

fail() {
  printf 'images.sh: %s\n' "$*" >&2
  exit 1
}

find_engine() {
  if [[ -n ${ENGINE:-} ]]; then
    case $ENGINE in
      docker | podman | buildah) engine=$ENGINE ;;
      *) fail "ENGINE=$ENGINE is none of docker, podman, buildah." ;;
    esac
    command -v "$engine" >/dev/null || fail "There is no $engine on this machine."
  elif docker info >/dev/null 2>&1; then
    engine=docker
  elif command -v podman >/dev/null; then
    engine=podman
  elif command -v buildah >/dev/null; then
    engine=buildah
  else
    fail "No image builder: docker does not answer (docker info), and neither podman nor buildah is installed."
  fi
}

# The modules that were named, or all.
choose() {
  local module
  for module in "$@"; do
    [[ " ${modules[*]} " == *" $module "* ]] || fail "No module $module; there are: ${modules[*]}."
  done
  if (($#)); then
    modules=("$@")
  fi
}

version() {
  sed -n 's|^\t<version>\(.*\)</version>$|\1|p' "$root/pom.xml"
}

# The jar of a module: exactly one, and with the list of its components.
check_jar() {
  local target=$root/$1/target
  local jars=("$target/$1"-*-exec.jar)
  [[ -f ${jars[0]} ]] || fail "$1 is not built. Run: mvn -B -ntp -DskipTests package -pl $1 -am"
  [[ ${#jars[@]} == 1 ]] || fail "$1/target has several jars: ${jars[*]##*/}. Run: mvn -B -ntp -DskipTests clean package -pl $1 -am"
  # Names of entries are not compressed.
  grep -qaF META-INF/sbom/application.cdx.json "${jars[0]}" ||
    fail "The jar of $1 does not say what it is made of: Maven was offline (-o). Run: mvn -B -ntp -DskipTests package -pl $1 -am"
}

build() {
  choose "$@"
  local module
  for module in "${modules[@]}"; do
    check_jar "$module"
  done
  for module in "${modules[@]}"; do
    build_one "$module"
  done
}

build_one() {
  local options=(--build-arg "MODULE=$1" --build-arg "VERSION=$(version)" --tag "$prefix/$1:$tag")
  local revision
  if revision=$(git -C "$root" rev-parse HEAD 2>/dev/null); then
    options+=(--build-arg "REVISION=$revision" --build-arg "CREATED=$(TZ=UTC git -C "$root" log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ)")
  fi
  local name
  for name in BASE_IMAGE BUILD_IMAGE SOURCE; do
    [[ -z ${!name:-} ]] || options+=(--build-arg "$name=${!name}")
  done
  [[ -z ${PLATFORM:-} ]] || options+=(--platform "$PLATFORM")
  case $engine in
    # the network is only for the base, which is fetched outside of the build
    docker) docker build --network none "${options[@]}" "$root" ;;
    podman) podman build --network none --layers "${options[@]}" "$root" ;;
    # chroot: works where namespaces are not to be had, as in a container
    buildah) buildah build --isolation chroot --layers "${options[@]}" "$root" ;;
  esac
  echo "Built $prefix/$1:$tag"
}

check_image() {
  local image=$prefix/$1:$tag
  case $engine in
    docker | podman) "$engine" image inspect "$image" >/dev/null 2>&1 ;;
    buildah) buildah inspect --type image "$image" >/dev/null 2>&1 ;;
  esac || fail "There is no image $image here (asked $engine). Run: deploy/images.sh build $1"
}

tag() {
  [[ $# -gt 0 ]] || fail "Say for which registry: deploy/images.sh tag registry.example.com/tgr"
  local to=${1%/}
  shift
  choose "$@"
  local module
  for module in "${modules[@]}"; do
    tag_one "$to" "$module"
    echo "$to/$module:${PUSH_TAG:-$tag}"
  done
}

tag_one() {
  check_image "$2"
  "$engine" tag "$prefix/$2:$tag" "$1/$2:${PUSH_TAG:-$tag}"
}

push() {
  [[ $# -gt 0 ]] || fail "Say where to: deploy/images.sh push registry.example.com/tgr"
  local to=${1%/}
  shift
  choose "$@"
  scratch=$(mktemp -d)
  local module
  for module in "${modules[@]}"; do
    tag_one "$to" "$module"
    push_one "$to/$module" "${PUSH_TAG:-$tag}"
  done
}

push_one() {
  local options=() digest
  if [[ $engine != docker ]]; then
    options+=(--digestfile "$scratch/digest")
    [[ -z ${TLS_VERIFY:-} ]] || options+=("--tls-verify=$TLS_VERIFY")
  fi
  # written so for bash before 4.4, where an empty list counts as unset
  "$engine" push ${options[@]+"${options[@]}"} "$1:$2" 2>&1 | tee "$scratch/log" >&2 || refused "$1"
  if [[ $engine == docker ]]; then
    digest=$(sed -n 's/.*digest: \(sha256:[0-9a-f]*\).*/\1/p' "$scratch/log" | tail -n 1)
  else
    digest=$(cat "$scratch/digest")
  fi
  echo "$1@$digest"
}

refused() {
  local registry=${1%%/*}
  if grep -qiE 'unauthorized|authentication required|denied|no basic auth' "$scratch/log"; then
    fail "$registry wants credentials that may push $1. Run: $engine login $registry"
  elif grep -qiE 'server gave HTTP response|certificate|tls:' "$scratch/log"; then
    fail "$registry does not speak TLS that $engine trusts. Install its certificate; for a test registry only: TLS_VERIFY=false (podman, buildah), insecure-registries (docker)."
  fi
  fail "The push of $1 failed; $engine says why above."
}

save() {
  [[ $# -gt 0 ]] || fail "Say where to: deploy/images.sh save DIRECTORY"
  local to=$1
  shift
  choose "$@"
  mkdir -p "$to"
  local module
  for module in "${modules[@]}"; do
    save_one "$module" "$to/$module.tar"
    echo "$to/$module.tar"
  done
}

save_one() {
  check_image "$1"
  rm -f "$2"
  case $engine in
    docker) docker save --output "$2" "$prefix/$1:$tag" ;;
    # without localhost/ before the name, which no manifest says
    podman | buildah) "$engine" push --quiet "$prefix/$1:$tag" "docker-archive:$2:$prefix/$1:$tag" ;;
  esac
}

load_minikube() {
  command -v minikube >/dev/null || fail "There is no minikube on this machine."
  minikube status >/dev/null || fail "minikube is not running. Run: minikube start"
  choose "$@"
  scratch=$(mktemp -d)
  local module
  for module in "${modules[@]}"; do
    save_one "$module" "$scratch/$module.tar"
    minikube image load --overwrite "$scratch/$module.tar"
    rm "$scratch/$module.tar"
    echo "Loaded $prefix/$module:$tag"
  done
}

scratch=
trap '[[ -z $scratch ]] || rm -rf "$scratch"' EXIT

command=${1:-}
(($#)) && shift
case $command in
  build | tag | push | save) run=$command ;;
  minikube) run=load_minikube ;;
  -h | --help | help)
    usage
    exit
    ;;
  *)
    usage >&2
    exit 2
    ;;
esac
find_engine
"$run" "$@"
