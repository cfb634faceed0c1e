#!/bin/sh
# Deploys Prometheus and the apps of monitoring.yml, brings the dashboards to Grafana, then proves that it all works.
set -eu

usage() {
  cat <<'EOF'
Usage: scripts/deploy-with-monitoring.sh [options of "deploy-monitoring deploy"]

Environment:
  FLY_API_TOKEN             needed; "fly tokens create org" makes one
  PROMETHEUS_PASSWORD       of Prometheus' user "prometheus"; without it, derived from FLY_API_TOKEN
  GRAFANA_URL, GRAFANA_API_KEY
                            your Grafana and its service account token (glsa_…); without both, Grafana is skipped
  GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY
                            remote write, for example to Grafana Cloud; without all three, skipped
  DEPLOY_MONITORING         the program that does the work
                            (default: npx --yes --allow-git=root github:fechatter/deploy-monitoring)

Exit codes: 0 good, 1 not healthy, 2 wrong inputs or files, 3 Fly, Prometheus or Grafana failed, 130 interrupted
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
exec ${DEPLOY_MONITORING:-npx --yes --allow-git=root github:fechatter/deploy-monitoring} deploy "$@"
