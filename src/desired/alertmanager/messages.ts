import { silenceCommand } from './silence.ts'

/**
 * The texts of messages, as templates of Alertmanager (0.25 and later). A phone shows the first line and a few words: the
 * title has alert and service, the text a summary for each alert, then links.
 * @param app name of the monitoring app
 */
export function renderMessages(app: string): string {
  const silence = silenceCommand(
    app,
    quoted('.CommonLabels.alertname'),
    `{{ with .CommonLabels.service }} service=${quoted('.')}{{ end }}`,
  )
  const text = (dash: string) => textOf(app, dash)
  return `{{ define "monitoring.title" -}}
{{ if ${IS_WATCHDOG} }}{{ if eq .Status "firing" }}💓 Monitoring of ${app} started{{ else }}💤 Monitoring of ${app} paused{{ end }}
{{- else if eq .CommonLabels.alertname "Drill" }}🧪 Drill: ${app} tests its alerts
{{- else -}}
{{ if ne .Status "firing" }}✅{{ else if eq .CommonLabels.severity "critical" }}🔥{{ else }}⚠️{{ end }} {{ .CommonLabels.alertname }}{{ with .CommonLabels.service }} · {{ . }}{{ end }}
{{- end }}{{ end }}

{{ define "monitoring.summary" -}}
{{ reReplaceAll "(?s)^(.{${LONGEST_SUMMARY}}).+$" "$1…" (or .Annotations.summary .Annotations.description .Annotations.message (or .Labels.instance .Labels.alertname)) }}
{{- end }}

{{ define "monitoring.dashboard" }}{{ or .CommonAnnotations.dashboard_url .ExternalURL }}{{ end }}

{{ define "monitoring.text" -}}
${text('')}
${links((name, url) => `${name}: ${url}`, '\n')}
{{ if ${CAN_SILENCE} }}Silence: ${silence}{{ end }}
{{- end }}

{{ define "monitoring.markdown" -}}
${text('')}
${links((name, url) => `[${name}](${url})`, ' · ')}
{{- end }}

{{ define "monitoring.slack" -}}
${text('')}
${links((name, url) => `<${url}|${name}>`, ' · ')}
{{- end }}

{{ define "monitoring.html" -}}
${text('')}
${links((name, url) => `<a href="${url}">${name}</a>`, ' · ')}
{{- end }}

{{ define "monitoring.email" -}}
<h3>{{ template "monitoring.title" . }}</h3>
<p>${text('<br>')}</p>
<p>${links((name, url) => `<a href="${url}">${name}</a>`, ' · ')}</p>
{{ if ${CAN_SILENCE} }}<p>Silence: <code>${silence}</code></p>{{ end }}
{{- end }}
`
}

/** What happened: firing alerts first, each a line that begins with `dash`. */
const textOf = (app: string, dash: string): string => `{{ if ${IS_WATCHDOG} -}}
{{ if eq .Status "firing" }}Alerts of ${app} reach this receiver. Sent when monitoring starts, and once a week.
{{- else }}For a while, its rules were not evaluated, or its Alertmanager did not answer.{{ end }}{{ "\\n" }}
{{- else -}}
{{ range $i, $alert := .Alerts.Firing }}{{ if lt $i ${MOST_ALERTS} -}}
${dash}{{ template "monitoring.summary" $alert }}
{{ end }}{{ end -}}
{{ if lt (len .Alerts.Firing) ${MOST_ALERTS} }}{{ range $i, $alert := .Alerts.Resolved }}{{ if lt $i ${MOST_ALERTS} -}}
${dash}{{ template "monitoring.summary" $alert }} (resolved)
{{ end }}{{ end }}{{ end -}}
{{ if gt (len .Alerts) ${MOST_ALERTS} }}${dash}In all: {{ len .Alerts.Firing }} firing, {{ len .Alerts.Resolved }} resolved
{{ end -}}
{{ end -}}`

/**
 * Receivers cut a long text at its end, where the links are: a cut link is an error to Telegram, which then drops the
 * message.
 */
const MOST_ALERTS = 10
const LONGEST_SUMMARY = 250

/** The value of a label as a word of a command: alerts of a team may have names with spaces. */
const quoted = (label: string): string =>
  `{{ if match "^[a-zA-Z0-9_:.-]+$" ${label} }}{{ ${label} }}{{ else }}'{{ ${label} }}'{{ end }}`

const IS_WATCHDOG = 'eq .CommonLabels.alertname "Watchdog"'
/** The command is pasted into a shell, and a label may come from whatever is scraped: one with `$(…)` or a quote has none. */
const IS_WORD = '"^[a-zA-Z0-9_:. -]*$"'
const CAN_SILENCE = `and (eq .Status "firing") (ne .CommonLabels.alertname "Watchdog") (match ${IS_WORD} .CommonLabels.alertname) (match ${IS_WORD} (or .CommonLabels.service ""))`

/** Links to the runbook and the dashboard, as far as the alert has them. A path is not a link: there is no Grafana. */
const links = (link: (name: string, url: string) => string, between: string): string =>
  `{{ with .CommonAnnotations.runbook_url }}${link('Runbook', '{{ . }}')}${between}{{ end }}` +
  `{{ if match "^https?://" (or .CommonAnnotations.dashboard_url "") }}${link('Dashboard', '{{ .CommonAnnotations.dashboard_url }}')}${between}{{ end }}` +
  link('Prometheus', '{{ .ExternalURL }}/alerts')
