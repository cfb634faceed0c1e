/** A correct configuration that scrapes one app, for the examples of rules. */
export const SCRAPE = `scrape_configs:
  - job_name: web
    dns_sd_configs: [{ names: [chat.internal], type: AAAA, port: 9090 }]
`

/** The same, with one job that has the given lines. */
export const job = (lines: string): string => `scrape_configs:
  - job_name: web
    ${lines}
`
