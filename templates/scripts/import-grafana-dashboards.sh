#!/bin/sh
# Brings the data source, the dashboards and the alert rules of monitoring.yml to Grafana; what is there already and
# equal is left alone.
set -eu

usage() {
  cat <<'EOF'
Usage: scripts/import-grafana-dashboards.sh [options of "deploy-monitoring dashboards"]

  --prometheus-url URL      needed the first time, when no deploy has made the data source yet

Environment:
  GRAFANA_URL               needed: your Grafana, such as https://example.grafana.net
  GRAFANA_API_KEY           needed: a service account token (glsa_…) with the role Admin, or Editor where the data
                            source exists
  PROMETHEUS_PASSWORD or FLY_API_TOKEN
                            for a new data source: the password of Prometheus, or what it is derived from
  DEPLOY_MONITORING         the program that does the work
                            (default: npx --yes --allow-git=root github:fechatter/deploy-monitoring)

Exit codes: 0 good, 2 wrong inputs or files, 3 Grafana refused or failed, 130 interrupted
EOF
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
esac

CDPATH='' cd -- "$(dirname -- "$0")/.."
# From the repository: the package of this name in the npm registry may be anybody's.
# shellcheck disable=SC2086 # a command with its arguments
exec ${DEPLOY_MONITORING:-npx --yes --allow-git=root github:fechatter/deploy-monitoring} dashboards "$@"
