#!/bin/sh
# Starts Prometheus on Fly.io, as nobody. POSIX sh: the image has busybox alone, no bash and no envsubst.
#
# Deployed by deploy-monitoring, everything arrives ready: [[files]] and flags, among them --config.file.
#
# Deployed by hand, without that flag, the configuration is /etc/prometheus/prometheus-fly.yml, completed from:
#   PROMETHEUS_WEB_CONFIG       basic auth, in base64: `deploy-monitoring password --web-config` prints it
#   PROMETHEUS_PASSWORD         the same password in plain, for Prometheus' scrape of itself
#   PROMETHEUS_ACCESS           password (needs PROMETHEUS_WEB_CONFIG, and is assumed), public or private
#   GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY
#                               remote write: all three, or none and the block is left out
#   PROMETHEUS_RETENTION_TIME   15d unless told
#   PROMETHEUS_RETENTION_SIZE   such as 7GB; three quarters of the volume unless told, and never more
# Only these three of Grafana, FLY_APP_NAME and FLY_REGION are replaced in the configuration, where `${NAME}` is a
# whole value; everything else in it stays as it is.
set -eu
umask 077

etc=/etc/prometheus
data=/prometheus
template=$etc/prometheus-fly.yml
config=$etc/completed.yml
web_config=$etc/web.yml
self_password=$etc/self-password
remote_write_key=$etc/remote-write-key

fail() {
  echo "docker-entrypoint: $*" >&2
  exit 1
}

is_line() {
  [ "$(printf '%s' "$1" | LC_ALL=C tr -d '\000-\037\177')" = "$1" ]
}

# Prometheus reads passwords and keys from files, byte for byte: nothing to quote, nothing to escape.
keep() {
  printf '%s' "$2" >"$1"
}

prepare_access() {
  case ${PROMETHEUS_ACCESS:-password} in
    password)
      [ -n "${PROMETHEUS_WEB_CONFIG:-}" ] ||
        fail 'PROMETHEUS_WEB_CONFIG is not set, and without it everybody could read everything.' \
          'Set it as a secret, or say PROMETHEUS_ACCESS=public or private.'
      ;;
    public | private) ;;
    *) fail "PROMETHEUS_ACCESS is \"$PROMETHEUS_ACCESS\"; use password, public or private." ;;
  esac
  if [ -n "${PROMETHEUS_WEB_CONFIG:-}" ]; then prepare_web_config; fi
  if grep -q "$self_password" "$template"; then prepare_self_password; fi
}

prepare_web_config() {
  printf '%s' "$PROMETHEUS_WEB_CONFIG" | base64 -d >"$web_config" 2>/dev/null ||
    fail 'PROMETHEUS_WEB_CONFIG is not base64.'
  grep -q '^basic_auth_users:' "$web_config" || fail 'PROMETHEUS_WEB_CONFIG names no basic_auth_users.'
  # Its complaints may quote the file.
  promtool check web-config "$web_config" >/dev/null 2>&1 || fail 'promtool refuses PROMETHEUS_WEB_CONFIG.'
}

prepare_self_password() {
  password=${PROMETHEUS_PASSWORD:-}
  [ -n "$password" ] ||
    fail 'PROMETHEUS_PASSWORD is not set; Prometheus needs it to scrape itself. Set it as a secret.'
  case $password in
    [[:space:]]* | *[[:space:]]) fail 'PROMETHEUS_PASSWORD begins or ends with white space.' ;;
  esac
  [ "$(printf '%s' "$password" | wc -c)" -le 72 ] || fail 'PROMETHEUS_PASSWORD is longer than 72 bytes.'
  keep "$self_password" "$password"
}

prepare_remote_write() {
  missing='' given=''
  for name in GRAFANA_PROMETHEUS_URL GRAFANA_PROMETHEUS_USER GRAFANA_PROMETHEUS_API_KEY; do
    eval "value=\${$name:-}"
    if [ -z "$value" ]; then missing="$missing $name"; else given="$given $name"; fi
    is_line "$value" || fail "$name holds a line break or another control character."
  done
  [ -n "$given" ] || return 0
  [ -z "$missing" ] || fail "Remote write needs all three or none; not set:$missing."
  case $GRAFANA_PROMETHEUS_URL in
    http://?* | https://?*) ;;
    *) fail 'GRAFANA_PROMETHEUS_URL is no http or https URL.' ;;
  esac
  grep -q '^remote_write:' "$template" || fail "Remote write is set, but $template has no remote_write."
  keep "$remote_write_key" "$GRAFANA_PROMETHEUS_API_KEY"
}

# A placeholder becomes a single-quoted YAML scalar, the one form in which nothing but the quote itself is special.
write_config() {
  awk '
    function quoted(value) {
      gsub(/\047/, "\047\047", value)
      return "\047" value "\047"
    }
    function stop(why) {
      print "docker-entrypoint: line " NR " of the configuration: " why > "/dev/stderr"
      failed = 1
      exit 1
    }
    function replace(line, name,   token, at, before, after, last, first) {
      token = "${" name "}"
      at = index(line, token)
      if (!at) return line
      if (ENVIRON[name] == "") stop(name " is not set")
      before = substr(line, 1, at - 1)
      after = substr(line, at + length(token))
      last = substr(before, length(before))
      first = substr(after, 1, 1)
      if (last == first && (first == "\047" || first == "\"")) {
        before = substr(before, 1, length(before) - 1)
        after = substr(after, 2)
        last = substr(before, length(before))
        first = substr(after, 1, 1)
      }
      if (last !~ /^[ \t]$/ || first !~ /^[ \t]?$/) stop(token " is not a whole value")
      return before quoted(ENVIRON[name]) replace(after, name)
    }
    BEGIN {
      count = split("GRAFANA_PROMETHEUS_URL GRAFANA_PROMETHEUS_USER GRAFANA_PROMETHEUS_API_KEY FLY_APP_NAME FLY_REGION", names, " ")
    }
    /^remote_write:/ { dropping = ENVIRON["GRAFANA_PROMETHEUS_URL"] == "" }
    /^[A-Za-z]/ && !/^remote_write:/ { dropping = 0 }
    dropping || /^[ \t]*#/ { next }
    {
      for (i = 1; i <= count; i++) $0 = replace($0, names[i])
      print
    }
    END { if (failed) exit 1 }
  ' "$template" >"$config" || exit 1
  promtool check config "$config" >&2 || fail "promtool refuses the configuration."
}

# In MB as Prometheus counts them. The volume also holds the write-ahead log and needs room to compact.
retention_size() {
  most=$(df -Pk "$data" | awk 'NR == 2 { printf "%d", $2 / 1024 * 3 / 4 }')
  asked=$(printf '%s' "${PROMETHEUS_RETENTION_SIZE:-${most}MB}" | awk '
    /^[0-9]+[KMGT]B$/ {
      unit = substr($0, length($0) - 1, 1)
      printf "%d", $0 * (unit == "K" ? 1 / 1024 : unit == "M" ? 1 : unit == "G" ? 1024 : 1048576)
    }')
  [ -n "$asked" ] || fail "PROMETHEUS_RETENTION_SIZE is \"$PROMETHEUS_RETENTION_SIZE\"; use a size such as 7GB."
  if [ "$asked" -gt "$most" ]; then
    echo "docker-entrypoint: ${PROMETHEUS_RETENTION_SIZE} is too much for this volume, ${most}MB are kept." >&2
    asked=$most
  fi
  echo "${asked}MB"
}

as_nobody() {
  # Secrets are in files by now; the process need not carry them.
  unset PROMETHEUS_WEB_CONFIG PROMETHEUS_PASSWORD GRAFANA_PROMETHEUS_API_KEY \
    MONITORING_SELF_PASSWORD MONITORING_REMOTE_WRITE_KEY
  if [ "$(id -u)" != 0 ]; then exec "$@"; fi
  chown -Rh 65534:65534 "$data"
  # Files that [[files]] brought or that were written above; a read-only one must be readable as it is.
  chown -Rh 65534:65534 "$etc" 2>/dev/null || :
  if command -v setuidgid >/dev/null; then exec setuidgid nobody "$@"; fi
  exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}

case " $* " in
  *" --config.file="*) ;;
  *)
    [ -f "$template" ] || fail "There is no configuration: neither the flag --config.file nor $template."
    prepare_access
    prepare_remote_write
    write_config
    if [ -n "${PROMETHEUS_WEB_CONFIG:-}" ]; then set -- "--web.config.file=$web_config" "$@"; fi
    size=$(retention_size)
    set -- "--config.file=$config" "--storage.tsdb.path=$data" \
      "--storage.tsdb.retention.time=${PROMETHEUS_RETENTION_TIME:-15d}" "--storage.tsdb.retention.size=$size" \
      '--web.listen-address=[::]:9090' "$@"
    ;;
esac
as_nobody prometheus "$@"
