#!/usr/bin/env bash
# images.sh DIRECTORY: the four images as DIRECTORY/MODULE.tar, where there is no registry to take their base from and no docker:
# the base is made of this machine's JDK 25 and C library, and the images by buildah. Needs the jars, and JAVA_HOME or a JDK 25 in /usr/lib/jvm.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
tools=${TGR_CLUSTER_TOOLS:-$root/../shared/cluster}
base=localhost/tgr/base-java:25
# what Spring needs, and jcmd
modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.scripting
modules+=,java.security.jgss,java.security.sasl,java.sql,java.xml
modules+=,jdk.crypto.ec,jdk.jcmd,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

fail() {
  printf 'images.sh: %s\n' "$*" >&2
  exit 1
}

is_25() {
  grep -qs '^JAVA_VERSION="25\.' "$1/release"
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if is_25 "$candidate" && [[ -x $candidate/bin/jlink ]]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  fail "Found no JDK 25: set JAVA_HOME."
}

make_base() {
  if [[ ! -s $1 ]]; then
    find_jdk
    TAG=${base#localhost/} "$tools/java-base.sh" "$1.part" "$modules"
    mv "$1.part" "$1"
  fi
  buildah pull --quiet "docker-archive:$1" >/dev/null
}

[[ $# == 1 ]] || fail "usage: images.sh DIRECTORY"
mkdir -p "$1"
directory=$(cd "$1" && pwd)
command -v buildah >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends buildah >/dev/null
make_base "$directory/base.tar"
export ENGINE=buildah BASE_IMAGE=$base
# two at a time: training is mostly one thread's work
"$root/deploy/images.sh" build trending-service repo-details-service &
half=$!
"$root/deploy/images.sh" build cluster-inspector-service sandbox
wait "$half"
"$root/deploy/images.sh" save "$directory"
