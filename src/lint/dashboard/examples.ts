/** A short dashboard with one panel, for the examples of rules. */
export function dashboard(
  change: { top?: string; source?: string; panel?: string; target?: string } = {},
): string {
  const {
    top = '"uid": "d", "title": "D",',
    source = `"datasource": { "type": "prometheus", "uid": "\${ds}" },`,
    panel = '"id": 1, "title": "Users", "type": "timeseries", "fieldConfig": { "defaults": { "unit": "short" } },',
    target = '"refId": "A", "expr": "users"',
  } = change
  return `{
  ${top} "schemaVersion": 39,
  "templating": { "list": [{ "type": "datasource", "name": "ds", "query": "prometheus" }] },
  "panels": [{
    ${panel}
    ${source}
    "targets": [{ ${target} }]
  }]
}
`
}
