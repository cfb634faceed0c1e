const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring'

/** The page about an alert: what it means, how to diagnose it, what to do. */
export const runbookUrl = (alert: string): string => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`

/** The list of all alerts. */
export const RUNBOOKS_URL = `${REPOSITORY}/blob/main/docs/alerts/README.md`

/** What a finding of mode plan means, and how to silence it; what other modes report has no page of its own. */
export const findingUrl = (code: string): string =>
  `${REPOSITORY}/blob/main/docs/${code.includes('/') ? `findings/${code}` : 'findings'}.md`
