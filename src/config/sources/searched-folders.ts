/** Folders with generated files or files of other projects. */
const NOT_SEARCHED = new Set([
  'node_modules',
  'vendor',
  'target',
  'dist',
  'build',
  'out',
  'coverage',
  'venv',
  '__pycache__',
])

/** Words in the names of hidden folders with what a team deploys: `.fly`, `.deploy-prod`, `.monitoring`. Others are of tools. */
const OPERATION =
  /^(?:fly(?:io)?|deploy(?:s|er|ment|ments)?|release|monitor(?:s|ing)?|observability|o11y|telemetry|otel|metrics|prom(?:etheus)?|alerts?|alerting|alertmanager|rules|grafana|dashboards?|ops|devops|sre|infra(?:structure)?|iac|platform|cloud|docker|compose|containers?|k8s|kube(?:rnetes)?|helm|ansible|config|conf|configs|ci|cd|cicd|scripts?|tasks|servers?|services?|stack|provision(?:ing)?|environments?|github|gitlab)$/

/** Whether files in a folder may be those of an app or its monitoring: generated folders and those of tools are not searched. */
export const isSearched = (folder: string): boolean =>
  folder.startsWith('.')
    ? folder
        .toLowerCase()
        .split(/[._-]+/)
        .some((word) => OPERATION.test(word))
    : !NOT_SEARCHED.has(folder)
