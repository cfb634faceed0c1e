#!/bin/sh
# Starts Prometheus on Fly.io as the user nobody, and an Alertmanager next to it when /etc/alertmanager/alertmanager.yml
# exists. POSIX sh: the image has only busybox, no bash and no envsubst.
#
# In a deploy by deploy-monitoring, everything is complete: [[files]] and flags, including --config.file.
#
# In a manual deploy, without that flag, the configuration is /etc/prometheus/prometheus-fly.yml, completed from:
#   PROMETHEUS_WEB_CONFIG       basic auth, in base64: `deploy-monitoring password --web-config` prints it
#   PROMETHEUS_PASSWORD         the same password in plain text, for the self-scrape of Prometheus
#   PROMETHEUS_ACCESS           password (default) or private, which need PROMETHEUS_WEB_CONFIG; or public: no password,
#                               and the only way to have none
#   GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY
#                               remote write: set all three; without them the block is left out
#   SLACK_WEBHOOK_URL, DISCORD_WEBHOOK_URL, TELEGRAM_BOT_TOKEN, NTFY_URL, PAGERDUTY_ROUTING_KEY, SMTP_PASSWORD,
#   NOTIFY_WEBHOOK_URL          receivers of alerts: those that alertmanager.yml names
#   HEARTBEAT_URL, NTFY_TOKEN   optional: the ping of the Alertmanager, and the token of a protected topic
#   METRICS_TOKEN, …            the variables that credentials_env and password_env of monitoring.yml name
#   FLY_METRICS_TOKEN           monitoring.fly_metrics: a read-only token of the organization
#   PROMETHEUS_ENGINE           server (default), or agent, which sends all samples by remote write and keeps none
#   PROMETHEUS_RETENTION_TIME   from 2h to 100y, default 15d
#   PROMETHEUS_RETENTION_SIZE   such as 7GB, at least 1MB; default and maximum: three quarters of the volume
# Only these three GRAFANA_ variables, FLY_APP_NAME, FLY_REGION, SHARD and SHARD_HASH are replaced in the configuration,
# where `${NAME}` is a whole value; everything else in it is unchanged.
set -eu
umask 077

etc=/etc/prometheus
data=/prometheus
template=$etc/prometheus-fly.yml
config=$etc/completed.yml
web_config=$etc/web.yml
self_password=$etc/self-password
remote_write_key=$etc/remote-write-key
scrape_secrets=$etc/secrets
alertmanager_etc=/etc/alertmanager
alertmanager_config=$alertmanager_etc/alertmanager.yml
receiver_secrets=$alertmanager_etc/secrets

fail() {
  echo "docker-entrypoint: $*" >&2
  exit 1
}

warn() {
  echo "docker-entrypoint: warning: $*" >&2
}

is_line() {
  [ "$(printf '%s' "$1" | LC_ALL=C tr -d '\000-\037\177')" = "$1" ]
}

# Prometheus reads passwords and keys from files, byte for byte: nothing has to be quoted or escaped.
write_secret() {
  printf '%s' "$2" >"$1"
}

prepare_access() {
  case ${PROMETHEUS_ACCESS:-password} in
    password | private)
      [ -n "${PROMETHEUS_WEB_CONFIG:-}" ] ||
        fail 'PROMETHEUS_WEB_CONFIG is not set, and without it anyone could read all metrics.' \
          'Set it as a secret, or set PROMETHEUS_ACCESS=public.'
      ;;
    public) ;;
    *) fail "PROMETHEUS_ACCESS is \"$PROMETHEUS_ACCESS\"; use password, public or private." ;;
  esac
  if [ -n "${PROMETHEUS_WEB_CONFIG:-}" ]; then prepare_web_config; fi
  if grep -q "$self_password" "$template"; then prepare_self_password; fi
}

prepare_web_config() {
  printf '%s' "$PROMETHEUS_WEB_CONFIG" | base64 -d >"$web_config" 2>/dev/null ||
    fail 'PROMETHEUS_WEB_CONFIG is not base64.'
  check_web_config "$web_config" PROMETHEUS_WEB_CONFIG
}

# Prometheus accepts a file without a user, and then requires no password. So there must be a user with a hash where
# Prometheus reads it, in a form that cannot be anything else; promtool checks the rest.
check_web_config() {
  [ -r "$1" ] || fail "$2 cannot be read."
  cost=$(LC_ALL=C awk '
    { sub(/\r$/, "") }
    /^---[ \t]*(#.*)?$/ && !content { next }
    /^(---|\.\.\.|%)/ { exit }
    /^[ \t]*#/ { next }
    {
      line = $0
      sub(/[ \t]#.*$/, "", line)
      if (line ~ /\\/ || gsub(/"/, "", line) % 2 || gsub(/\047/, "", line) % 2) exit
    }
    /[^ \t]/ { content = 1 }
    /^[^ \t#]/ { users = /^basic_auth_users:[ \t]*(#.*)?$/ }
    users && /^ +[^ #:][^:]*: +["\047]?\$2[aby]\$[0-3][0-9]\$[.\/0-9A-Za-z]+["\047]?[ \t]*(#.*)?$/ ||
    /^basic_auth_users: *\{[^#{}]*: *["\047]?\$2[aby]\$[0-3][0-9]\$[^#{}]*\}[ \t]*(#.*)?$/ {
      while (match($0, /\$2[aby]\$[0-3][0-9]\$/)) {
        cost = substr($0, RSTART + 4, 2)
        if (least == "" || cost < least) least = cost
        $0 = substr($0, RSTART + RLENGTH)
      }
    }
    END { print least }
  ' "$1")
  [ -n "$cost" ] ||
    fail "$2 does not have a user with a bcrypt hash under basic_auth_users, and without one anyone could read all metrics." \
      'Use the output of "deploy-monitoring password --web-config".'
  # Its messages may quote the file.
  promtool check web-config "$1" >/dev/null 2>&1 || fail "promtool rejects $2."
  case $cost in
    0*) warn "a bcrypt hash in $2 has cost $cost, so its password is easy to guess from a stolen hash; use 10 or more." ;;
  esac
}

prepare_self_password() {
  password=${PROMETHEUS_PASSWORD:-}
  [ -n "$password" ] ||
    fail 'PROMETHEUS_PASSWORD is not set; Prometheus needs it to scrape itself. Set it as a secret.'
  case $password in
    [[:space:]]* | *[[:space:]]) fail 'PROMETHEUS_PASSWORD begins or ends with white space.' ;;
  esac
  bytes=$(printf '%s' "$password" | wc -c)
  [ "$bytes" -le 72 ] || fail 'PROMETHEUS_PASSWORD is longer than 72 bytes.'
  [ "$bytes" -ge 12 ] || warn 'PROMETHEUS_PASSWORD is shorter than 12 characters, so it is easy to guess.'
  write_secret "$self_password" "$password"
}

prepare_remote_write() {
  missing='' given=''
  for name in GRAFANA_PROMETHEUS_URL GRAFANA_PROMETHEUS_USER GRAFANA_PROMETHEUS_API_KEY; do
    eval "value=\${$name:-}"
    if [ -z "$value" ]; then missing="$missing $name"; else given="$given $name"; fi
    is_line "$value" || fail "$name contains a line break or another control character."
  done
  [ -n "$given" ] || return 0
  [ -z "$missing" ] || fail "Remote write needs all three variables; not set:$missing."
  case $GRAFANA_PROMETHEUS_URL in
    http://?* | https://?*) ;;
    *) fail 'GRAFANA_PROMETHEUS_URL is not an http or https URL.' ;;
  esac
  grep -q '^remote_write:' "$template" || fail "Remote write is configured, but $template has no remote_write."
  write_secret "$remote_write_key" "$GRAFANA_PROMETHEUS_API_KEY"
}

# The secrets of scrapes and of remote write: files that the configuration names.
prepare_scrape_secrets() {
  # shellcheck disable=SC2013 # names without spaces
  for name in $(sed -n "s|^.*_file: *$scrape_secrets/\\([A-Z0-9_]*\\) *\$|\\1|p" "$template"); do
    eval "value=\${$name:-}"
    # flyctl prints a token with the name of its scheme, which the job has.
    if [ "$name" = FLY_METRICS_TOKEN ]; then value=${value##*FlyV1 }; fi
    [ -n "$value" ] || fail "$name is not set, and the configuration needs it. Set it as a secret."
    is_line "$value" || fail "$name contains a line break or another control character."
    mkdir -p "$scrape_secrets"
    write_secret "$scrape_secrets/$name" "$value"
  done
}

# The shard that this machine is, where several share the targets (monitoring.shards): the process group is app for the first
# one, then shard2, shard3, …; the hash of its addresses is one less.
prepare_shard() {
  SHARD=${FLY_PROCESS_GROUP:-app}
  SHARD=${SHARD#shard}
  case $SHARD in
    *[!0-9]*) SHARD=1 ;;
  esac
  SHARD_HASH=$((SHARD - 1))
  export SHARD SHARD_HASH
}

# A placeholder becomes a single-quoted YAML scalar, the only form in which just the quote itself is special.
write_config() {
  awk '
    function quoted(value) {
      gsub(/\047/, "\047\047", value)
      return "\047" value "\047"
    }
    function stop(why) {
      print "docker-entrypoint: line " at_line " of the configuration: " why > "/dev/stderr"
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
      count = split("GRAFANA_PROMETHEUS_URL GRAFANA_PROMETHEUS_USER GRAFANA_PROMETHEUS_API_KEY FLY_APP_NAME FLY_REGION SHARD SHARD_HASH", names, " ")
    }
    function write(line, number,   i) {
      at_line = number
      for (i = 1; i <= count; i++) line = replace(line, names[i])
      print line
    }
    # A target of remote write whose variables are not set is left out, and the whole block when it has no other one.
    function end_target(   i) {
      if (size && !(unset && ENVIRON["GRAFANA_PROMETHEUS_URL"] == "")) {
        if (header != "") write(header, NR)
        header = ""
        for (i = 1; i <= size; i++) write(target[i], number[i])
      }
      size = unset = 0
    }
    /^[ \t]*#/ { next }
    /^[A-Za-z]/ {
      end_target()
      inside = /^remote_write:[ \t]*$/
      if (inside) { header = $0; dash = ""; next }
    }
    inside && match($0, /^[ \t]*- /) && (dash == "" || RLENGTH == dash) { end_target(); dash = RLENGTH }
    inside {
      target[++size] = $0
      number[size] = NR
      if (/\$\{GRAFANA_PROMETHEUS_/) unset = 1
      next
    }
    { write($0, NR) }
    END {
      if (!failed) end_target()
      if (failed) exit 1
    }
  ' "$template" >"$config" || exit 1
  promtool check config "$config" >&2 || fail "promtool rejects the configuration."
}

# In MB as Prometheus counts them: powers of 1024. The volume also has the write-ahead log and needs space for compaction.
# For Prometheus 0 means no limit, and a size that overflows has the same effect.
retention_size() {
  given=${PROMETHEUS_RETENTION_SIZE:-}
  case $given in
    *[!0-9.KMGTPEiB]*) fail "PROMETHEUS_RETENTION_SIZE is \"$given\"; use a size such as 7GB." ;;
  esac
  most=$(df -Pk "$data" | LC_ALL=C awk 'NR == 2 { printf "%.0f", int($2 / 1024 * 3 / 4) }')
  [ "${most:-0}" -ge 1 ] || fail "The volume at $data has no space for samples."
  # Numbers in awk do not overflow.
  size=$(printf '%s\n' "${given:-${most}MB}" | LC_ALL=C awk -v most="$most" '
    /^[0-9]+(\.[0-9]+)?([KMGTPE]i?)?B$/ {
      unit = $0
      gsub(/[0-9.iB]/, "", unit)
      power = unit == "" ? 0 : index("KMGTPE", unit)
      # busybox may be built without powers.
      for (size = $0 + 0; power > 2; power--) size *= 1024
      for (; power < 2; power++) size /= 1024
      print (size < 1 ? "little" : size > most ? "much" : int(size))
    }')
  case $size in
    '') fail "PROMETHEUS_RETENTION_SIZE is \"$given\"; use a size such as 7GB." ;;
    little) fail "PROMETHEUS_RETENTION_SIZE is \"$given\"; use at least 1MB, or do not set it." ;;
    much)
      echo "docker-entrypoint: PROMETHEUS_RETENTION_SIZE $given is too large for this volume; ${most}MB is used." >&2
      size=$most
      ;;
  esac
  echo "${size}MB"
}

# Where the samples are, and for how long. Before version 3 an agent is a feature to enable. busybox does not end a substitution
# at a command that fails, so each one says so.
storage_flags() {
  case ${PROMETHEUS_ENGINE:-server} in
    server)
      size=$(retention_size) || exit 1
      time=$(retention_time) || exit 1
      echo "--storage.tsdb.path=$data --storage.tsdb.retention.time=$time --storage.tsdb.retention.size=$size"
      ;;
    agent)
      grep -q '^remote_write:' "$config" ||
        fail 'An agent keeps no samples, and remote_write has no target: set its three variables.'
      if prometheus --help 2>&1 | grep -qE -- '--(\[no-\])?agent '; then agent=--agent; else agent=--enable-feature=agent; fi
      echo "$agent --storage.agent.path=$data/agent"
      ;;
    *) fail "PROMETHEUS_ENGINE is \"$PROMETHEUS_ENGINE\"; use server or agent." ;;
  esac
}

# Durations of Prometheus: descending units, each at most once. 0 would mean forever; a block covers two hours.
retention_time() {
  time=${PROMETHEUS_RETENTION_TIME:-15d}
  printf '%s\n' "$time" | LC_ALL=C awk '
    BEGIN {
      split("31536000 604800 86400 3600 60 1 0.001", seconds, " ")
      split("y w d h m s ms", units, " ")
      for (i in units) rank[units[i]] = i + 0
    }
    {
      if ($0 == "") bad = 1
      while (!bad && match($0, /^[0-9]+[a-z]+/)) {
        unit = part = substr($0, 1, RLENGTH)
        sub(/^[0-9]+/, "", unit)
        if (!(unit in rank) || rank[unit] <= last) bad = 1
        last = rank[unit]
        total += (part + 0) * seconds[last]
        $0 = substr($0, RLENGTH + 1)
      }
      if ($0 != "" || NR > 1) bad = 1
    }
    END { exit bad || total < 7200 || total > 100 * 31536000 }
  ' || fail "PROMETHEUS_RETENTION_TIME is \"$time\"; use a duration from 2h to 100y, such as 15d."
  echo "$time"
}

# In a manual deploy the heartbeat and the token of ntfy are optional: without the secret, a copy of the configuration is
# used that does not have them.
drop_optional() {
  no_heartbeat='' no_token=''
  if lacks heartbeat-url "${HEARTBEAT_URL:-}"; then no_heartbeat=1; fi
  if lacks ntfy-token "${NTFY_TOKEN:-}"; then no_token=1; fi
  [ -n "$no_heartbeat$no_token" ] || return 0
  awk -v no_heartbeat="$no_heartbeat" -v no_token="$no_token" '
    { match($0, /^ */); depth = RLENGTH }
    dropping && depth > from { next }
    { dropping = 0 }
    (no_heartbeat && /^ *- (receiver|name): heartbeat$/) || (no_token && /^    +http_config:$/) {
      dropping = 1
      from = depth
      next
    }
    { print }
  ' "$alertmanager_config" >"$alertmanager_etc/without-optional.yml"
  alertmanager_config=$alertmanager_etc/without-optional.yml
}

# Whether the configuration needs the file of a secret, and there is neither the file nor the value.
lacks() {
  [ -z "$2" ] && [ ! -f "$receiver_secrets/$1" ] && grep -q "_file: *$receiver_secrets/$1\$" "$alertmanager_config"
}

# The receivers' secrets: files of [[files]] in a deploy by deploy-monitoring, else variables.
prepare_receivers() {
  # shellcheck disable=SC2013 # names without spaces
  for file in $(sed -n "s|^.*_file: *$receiver_secrets/\\([a-z-]*\\) *\$|\\1|p" "$alertmanager_config"); do
    [ ! -f "$receiver_secrets/$file" ] || continue
    name=$(printf '%s' "$file" | tr 'a-z-' 'A-Z_')
    eval "value=\${$name:-}"
    [ -n "$value" ] || fail "$name is not set, and $alertmanager_config needs it. Set it as a secret."
    is_line "$value" || fail "$name contains a line break or another control character."
    case $name:$value in
      NTFY_URL:*template=*) ;;
      NTFY_URL:*\?*) value="$value&template=alertmanager" ;;
      NTFY_URL:*) value="$value?template=alertmanager" ;;
    esac
    write_secret "$receiver_secrets/$file" "$value"
  done
}

# Before 0.27 an Alertmanager reads some secrets only from its configuration: they are written into a copy of it.
inline_secrets() {
  awk '
    /^ *(- )?(url|webhook_url|bot_token)_file: / {
      path = $NF
      value = ""
      getline value < path
      close(path)
      gsub(/\047/, "\047\047", value)
      sub(/_file: .*/, "")
      print $0 ": \047" value "\047"
      next
    }
    { print }
  ' "$alertmanager_config" >"$alertmanager_etc/completed.yml"
  alertmanager_config=$alertmanager_etc/completed.yml
}

prepare_alertmanager() {
  command -v alertmanager >/dev/null ||
    fail "$alertmanager_config exists, and the image has no alertmanager. Build it from the Dockerfile.monitoring of this deploy."
  mkdir -p "$receiver_secrets"
  drop_optional
  prepare_receivers
  # go install leaves the version out, so the help is asked.
  if alertmanager --help 2>&1 | grep -q receiver-name-in-metrics; then
    receiver_names=--enable-feature=receiver-name-in-metrics
  else
    receiver_names=''
    inline_secrets
  fi
  mkdir -p "$data/alertmanager"
}

own_files() {
  # The secrets are in files now; the processes do not need them in their environment.
  unset PROMETHEUS_WEB_CONFIG PROMETHEUS_PASSWORD GRAFANA_PROMETHEUS_API_KEY \
    MONITORING_SELF_PASSWORD MONITORING_REMOTE_WRITE_KEY
  for name in SLACK_WEBHOOK_URL DISCORD_WEBHOOK_URL TELEGRAM_BOT_TOKEN NTFY_URL NTFY_TOKEN \
    PAGERDUTY_ROUTING_KEY SMTP_PASSWORD NOTIFY_WEBHOOK_URL HEARTBEAT_URL; do
    unset "$name" "MONITORING_$name"
  done
  for file in "$scrape_secrets"/*; do
    if [ -f "$file" ]; then unset "${file##*/}" "MONITORING_SCRAPE_${file##*/}"; fi
  done
  [ "$(id -u)" = 0 ] || return 0
  chown -Rh 65534:65534 "$data"
  # Files from [[files]] or written above; a read-only one must be readable already.
  chown -Rh 65534:65534 "$etc" "$alertmanager_etc" 2>/dev/null || :
}

as_nobody() {
  if [ "$(id -u)" != 0 ]; then exec "$@"; fi
  if command -v setuidgid >/dev/null; then exec setuidgid nobody "$@"; fi
  exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}

# The Alertmanagers of several machines find each other on the private network and share what they have sent: one message is
# sent, not one by each. Alone, an Alertmanager listens for no other one.
# Either process ending ends the machine, so that Fly starts it again: an Alertmanager without a Prometheus is silent, and
# a Prometheus without an Alertmanager tells no one. Silences are written to the volume every few seconds: by default it
# takes 15 minutes, and an Alertmanager that dies would lose those of tonight.
supervise() {
  (as_nobody prometheus "$@") &
  prometheus_pid=$!
  peers=${ALERTMANAGER_PEERS:-}
  # shellcheck disable=SC2086 # no flag when it is empty
  (as_nobody alertmanager "--config.file=$alertmanager_config" "--storage.path=$data/alertmanager" \
    --data.retention=360h --data.maintenance-interval=5s --web.listen-address=127.0.0.1:9093 \
    "--cluster.listen-address=${peers:+[${FLY_PRIVATE_IP:?}]:9094}" ${peers:+"--cluster.peer=$peers"} \
    "--web.external-url=$external_url" --web.route-prefix=/ $receiver_names) &
  alertmanager_pid=$!
  ended=''
  trap 'ended=signal' TERM INT
  while [ -z "$ended" ]; do
    # A signal ends the wait. Processes that have ended are collected by it, and only then are they gone.
    sleep 1 &
    wait $! || :
    kill -0 "$prometheus_pid" 2>/dev/null || ended=${ended:-Prometheus}
    kill -0 "$alertmanager_pid" 2>/dev/null || ended=${ended:-Alertmanager}
  done
  trap '' TERM INT
  kill "$prometheus_pid" "$alertmanager_pid" 2>/dev/null || :
  code=0
  wait "$alertmanager_pid" || :
  wait "$prometheus_pid" || code=$?
  [ "$ended" = signal ] || fail "$ended has ended, so the machine ends: Fly starts both again."
  exit "$code"
}

# The second start of this script, see below.
if [ "${1:-}" = supervise ]; then
  alertmanager_config=$2 external_url=$3 receiver_names=$4
  shift 4
  supervise "$@"
fi

case " $* " in
  *" --config.file="*)
    for flag in "$@"; do
      case $flag in
        --web.config.file=*) check_web_config "${flag#*=}" "${flag#*=}" ;;
      esac
    done
    ;;
  *)
    [ -f "$template" ] || fail "There is no configuration: the flag --config.file is not set, and $template does not exist."
    prepare_access
    prepare_shard
    prepare_remote_write
    prepare_scrape_secrets
    write_config
    if [ -n "${PROMETHEUS_WEB_CONFIG:-}" ]; then set -- "--web.config.file=$web_config" "$@"; fi
    if [ -f "$alertmanager_config" ]; then
      set -- --rules.alert.resend-delay=10s "--web.external-url=https://${FLY_APP_NAME:-localhost}.fly.dev/" "$@"
    fi
    storage=$(storage_flags) || exit 1
    # shellcheck disable=SC2086 # flags without spaces
    set -- "--config.file=$config" $storage '--web.listen-address=[::]:9090' "$@"
    ;;
esac

if [ -f "$alertmanager_config" ]; then
  external_url=''
  for flag in "$@"; do
    case $flag in
      --web.external-url=*) external_url=${flag#*=} ;;
    esac
  done
  prepare_alertmanager
  own_files
  # Started again, because the environment with which a process was started, secrets included, can be read as long as it runs.
  exec sh "$0" supervise "$alertmanager_config" "$external_url" "$receiver_names" "$@"
fi
own_files
as_nobody prometheus "$@"
