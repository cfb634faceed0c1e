#!/bin/sh
# Imports the data source, the dashboards and the alert rules of monitoring.yml into Grafana; what is up to date already
# is not changed.
set -eu

usage() {
  cat <<'EOF'
Usage: scripts/import-grafana-dashboards.sh [options of "deploy-monitoring dashboards"]

  --prometheus-url URL      required when no deploy has created the data source yet

Environment:
  GRAFANA_URL               required: your Grafana, such as https://example.grafana.net
  GRAFANA_API_KEY           required: a service account token (glsa_…) with the role Admin, or Editor if the data
                            source exists
  PROMETHEUS_PASSWORD or FLY_API_TOKEN
                            for a new data source: the password of Prometheus, or what it is derived from
  DEPLOY_MONITORING         the command to run
                            (default: npx --yes --allow-git=root github:fechatter/deploy-monitoring)

Exit codes: 0 success, 2 invalid inputs or files, 3 Grafana refused or failed, 130 interrupted
EOF
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
esac

CDPATH='' cd -- "$(dirname -- "$0")/.."
# From the repository: the package with this name in the npm registry may belong to anyone.
# shellcheck disable=SC2086 # a command with its arguments
exec ${DEPLOY_MONITORING:-npx --yes --allow-git=root github:fechatter/deploy-monitoring} dashboards "$@"
