/** Tells files by their contents, cheaply: nothing is parsed. A wrong guess must be rare in both directions. */

/** Templates of Helm and others are not YAML yet. */
const isTemplate = (text: string): boolean => /\{\{-|\{\{\s*(?:\.|if|range|include|define|end)\b/.test(text)

/** A `prometheus.yml`; resources of Kubernetes that embed one are not meant. */
export const looksLikePrometheus = (text: string): boolean =>
  /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
  !/^(?:kind|tests):/m.test(text) &&
  !isTemplate(text.replace(/^\s*#.*$/gm, ''))

/** A rule file; the tests of rules, and resources of Kubernetes, are not meant. Templates of alerts are part of it. */
export const looksLikeRules = (text: string): boolean =>
  /^groups:/m.test(text) &&
  /^\s*(?:-\s+)?\{?\s*(?:record|alert|rules):/m.test(text) &&
  !/^(?:kind|tests|apiVersion):/m.test(text) &&
  !/\{\{-|\{\{\s*(?:\.Values|include|define)\b/.test(text)

/** A dashboard of Grafana in any of its forms. */
export const looksLikeDashboard = (text: string): boolean =>
  /"(?:panels|rows|elements)"\s*:/.test(text) &&
  /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text)

/** A workflow that calls this action, under any owner (forks and copies count), or deploys by flyctl itself. */
export const looksLikeCaller = (text: string): boolean =>
  /uses:\s*['"]?(?:[\w.-]+\/)?deploy-monitoring\b|\b(?:flyctl|fly)\s+deploy\b/.test(text)
