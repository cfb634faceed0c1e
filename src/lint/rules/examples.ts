/** A rule file with the given rules, for the examples of rules. */
export const group = (rules: string): string => `groups:
  - name: chat
    rules:
${rules.replace(/^(?=.)/gm, '      ')}`

/** A correct alert with the given query. */
export const alert = (expr: string): string => `- alert: Down
  expr: ${expr}
  for: 5m
  labels: { severity: page }
`
