#!/bin/sh
# Starts Prometheus as nobody; root only hands it the volume, which Fly mounts as root's.
set -eu
data=/prometheus
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$data"
  chown 65534:65534 "$data"
  exec setpriv --reuid=65534 --regid=65534 --clear-groups prometheus "$@"
fi
exec prometheus "$@"
