/** Tells files by their contents, cheaply: nothing is parsed. A wrong guess must be rare in both directions. */

/** Helm, Ansible and others fill these in before it is YAML. */
const TEMPLATE = /\{\{|\{%/
/** Rules have templates of their own, but only in labels and annotations. */
const TEMPLATE_OF_RULES =
  /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m

const withoutComments = (text: string): string => text.replace(/(?:^|[ \t])#.*$/gm, '')

/** Promtail, Loki, collectors and agents scrape too, and resources of Kubernetes embed what is not for Prometheus yet. */
const OF_OTHERS =
  /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m

/** A `prometheus.yml`. */
export const looksLikePrometheus = (text: string): boolean =>
  /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
  !OF_OTHERS.test(text) &&
  !TEMPLATE.test(withoutComments(text))

/** Pipes and filters of Loki's language, which has rule files of the same form. */
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/

/** A rule file; the tests of rules, and resources of Kubernetes, are not meant. Templates of alerts are part of it. */
export const looksLikeRules = (text: string): boolean =>
  /^groups:/m.test(text) &&
  /^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?(?:record|alert|rules):/m.test(text) &&
  !/^(?:kind|tests|apiVersion):/m.test(text) &&
  !LOGQL.test(text) &&
  !TEMPLATE_OF_RULES.test(withoutComments(text))

/** A dashboard of Grafana in any of its forms. */
export const looksLikeDashboard = (text: string): boolean =>
  /"(?:panels|rows|elements)"\s*:/.test(text) &&
  /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text)

/** A workflow that calls this action, under any owner (forks and copies count), or deploys by flyctl itself. */
export const looksLikeCaller = (text: string): boolean =>
  /uses:\s*['"]?(?:[\w.-]+\/)?deploy-monitoring\b|\b(?:flyctl|fly)\s+deploy\b/.test(text)
