/** Recognizes files by their contents without parsing them. A wrong guess must be rare in both directions. */

/** Helm, Ansible and others fill these in before the file is YAML. */
const TEMPLATE = /\{\{|\{%/
/** Prometheus rules contain templates too, but only in labels and annotations. */
const TEMPLATE_OF_RULES =
  /\{\{-|\{%|\{\{\s*(?:\.Values|include|define)\b|^[ \t]*(?:-[ \t]+name|(?:-[ \t]+)?(?:record|alert|expr|for|interval)):.*\{\{(?!\s*[$.])/m

/** What Prometheus itself fills in, in alerts; elsewhere it is plain text. */
const OF_PROMETHEUS =
  /\{\{-?\s*(?:\.ExternalURL|\$(?:labels|value|externalLabels|externalURL))\b[^{}\n]{0,200}\}\}/g

/** A text without the templates that Prometheus itself fills in: what is left is filled in before Prometheus reads it. */
export const withoutOwnTemplates = (text: string): string => text.replace(OF_PROMETHEUS, '')

const withoutComments = (text: string): string => text.replace(/(?:^|[ \t])#.*$/gm, '')

/** Promtail, Loki, collectors and agents have similar keys, and Kubernetes resources embed configurations of Prometheus. */
const OF_OTHERS =
  /^(?:kind|tests|server|positions|clients|client|ingester|schema_config|limits_config|target_config|receivers|exporters|processors|integrations|metrics|logs|traces):|^[ \t]+pipeline_stages:/m

/** The document of a YAML text that Prometheus reads: with another one before its own, a file is a collection of files. */
const firstDocument = (text: string): string =>
  text.split(/^---(?=\s|$).*/m).find((one) => /^[ \t]*[^\s#%]/m.test(one)) ?? text

/** A `prometheus.yml`. */
export const looksLikePrometheus = (text: string): boolean => isPrometheus(firstDocument(text))

const isPrometheus = (text: string): boolean =>
  /^(?:scrape_configs|remote_write|rule_files|scrape_config_files):/m.test(text) &&
  !OF_OTHERS.test(text) &&
  !TEMPLATE.test(withoutOwnTemplates(withoutComments(text)))

/** Pipes and filters of LogQL: Loki has rule files of the same form. */
export const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)/

/** A rule file, but not a file of rule tests or a Kubernetes resource. Templates of alerts are part of it. */
export const looksLikeRules = (text: string): boolean => areRules(firstDocument(text))

const areRules = (text: string): boolean =>
  /^(?:\{\s*)?["']?groups["']?:/m.test(text) &&
  /(?:^|[{,])[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?["']?(?:record|alert|rules)["']?:/m.test(text) &&
  !/^(?:kind|tests|apiVersion):/m.test(text) &&
  !LOGQL.test(text) &&
  !TEMPLATE_OF_RULES.test(withoutComments(text))

/** A Grafana dashboard in any of its forms. */
export const looksLikeDashboard = (text: string): boolean =>
  /"(?:panels|rows|elements)"\s*:/.test(text) &&
  /"(?:schemaVersion|templating|gridPos|timepicker|vizConfig)"\s*:/.test(text)

/** A workflow that calls this action, under any owner (forks and copies count), or deploys by flyctl itself. */
export const looksLikeCaller = (text: string): boolean =>
  /uses:\s*['"]?(?:(?:[\w.-]+\/)?deploy-monitoring\b|superfly\/flyctl-actions(?:\/setup-flyctl)?@)|\bFLY_(?:API|ACCESS)_TOKEN\b|\b(?:flyctl|fly)\b[^\n]{0,200}\sdeploy\b/.test(
    text,
  )

/** A file with data sources that Grafana provisions. */
export const looksLikeDataSources = (text: string): boolean =>
  /^datasources:/m.test(text) && /^apiVersion:\s*1\b/m.test(text)

const NAMES_OTHERS =
  /(?:^|\/)(?:(?:Docker|Container)file[^/]*|[^/]*\.[Dd]ockerfile|(?:docker-)?compose[^/]*\.ya?ml)$/

/** Whether a path is the usual one of a Dockerfile or a compose file, which name files that are deployed. */
export const namesOthers = (path: string): boolean => NAMES_OTHERS.test(path)

/** What a YAML file is that has the name of a configuration and is none, in words; undefined when it may be one. */
export function otherKindOf(text: string): string | undefined {
  if (/^monitoring:/m.test(text)) return undefined
  if (looksLikePrometheus(text)) return 'a configuration of Prometheus'
  if (looksLikeRules(text)) return 'a rule file of Prometheus'
  return OTHER_KINDS.find(([, pattern]) => pattern.test(text))?.[0]
}

const OTHER_KINDS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a Docker Compose file', /^services:[ \t]*\n(?:[ \t]*#.*\n|[ \t]*\n)*[ \t]+[\w.-]+:/m],
  ['a Kubernetes resource', /^kind:[ \t]*\w/m],
  ['a GitHub workflow', /^jobs:/m],
  ['a configuration of a collector', /^(?:receivers|exporters|pipelines|integrations):/m],
  ['a configuration of Spring Boot', /^(?:management|spring)(?:\.[\w.]+)?:/m],
  ['a file that provisions Grafana', /^(?:datasources|providers|contactPoints):/m],
  ['an Ansible playbook', /^- (?:hosts|import_playbook):/m],
]
