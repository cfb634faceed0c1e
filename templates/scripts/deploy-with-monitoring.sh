#!/bin/sh
# Deploys Prometheus and the apps of monitoring.yml, imports the dashboards into Grafana, then verifies everything.
set -eu

usage() {
  cat <<'EOF'
Usage: scripts/deploy-with-monitoring.sh [options of "deploy-monitoring deploy"]

Environment:
  FLY_API_TOKEN             required; create one with "fly tokens create org"
  PROMETHEUS_PASSWORD       of Prometheus' user "prometheus"; default: derived from FLY_API_TOKEN
  GRAFANA_URL, GRAFANA_API_KEY
                            your Grafana and its service account token (glsa_…); without both, Grafana is skipped
  GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY
                            remote write, for example to Grafana Cloud; without all three, skipped
  DEPLOY_MONITORING         the command to run
                            (default: npx --yes --allow-git=root github:fechatter/deploy-monitoring)

Exit codes: 0 success, 1 not healthy, 2 invalid inputs or files, 3 Fly, Prometheus or Grafana failed, 130 interrupted
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
exec ${DEPLOY_MONITORING:-npx --yes --allow-git=root github:fechatter/deploy-monitoring} deploy "$@"
