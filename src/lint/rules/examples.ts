/** A rule file with the given rules, for the examples of rules. */
export const group = (rules: string): string => `groups:
  - name: chat
    rules:
${rules.replace(/^(?=.)/gm, '      ')}`

/** An alert as it should be, but for its query. */
export const alert = (expr: string): string => `- alert: Down
  expr: ${expr}
  for: 5m
  labels: { severity: page }
`
