import { list } from '../../lib/text.ts'
import type { FlyScrape } from '../../model/fly.ts'
import type { ReasonClass } from '../reason-classes.ts'
import {
  type Circumstances,
  healthSentence,
  isSeveral,
  machineIds,
  machinesPronoun,
  machinesWithVerb,
} from './circumstances.ts'
import { logs, type ReasonText, reason, shell } from './reason-forms.ts'

/** How the page that Fly was told to scrape differs from the one of the service: `port 8080 instead of 9090`. */
function differenceOf(c: Circumstances, { port, path, https }: FlyScrape): string {
  const parts = [
    ...(port === c.port ? [] : [`port ${port} instead of ${c.port}`]),
    ...(path === c.path ? [] : [`path ${path} instead of ${c.path}`]),
  ]
  return parts.length > 0 ? list(parts) : `over ${https ? 'HTTPS instead of HTTP' : 'HTTP instead of HTTPS'}`
}

const portAndPath = (c: Circumstances): string => `port ${c.port} (${c.path})`

/** Proven without a query: the configuration of the machine is what Fly's scraper reads. */
export function noMetricsSection(c: Circumstances): ReasonText {
  const told = c.fly?.told
  const what = told ? `tells Fly to scrape ${differenceOf(c, told)}` : 'has no `[[metrics]]` section'
  return reason(
    'proven',
    `${c.service} is not scraped by Fly: the configuration of ${machines(c)} ${what}.`,
    `Add \`[[metrics]]\` with \`port = ${c.port}\` and \`path = "${c.path}"\` to the Fly configuration of ${c.app}, for the process group that runs ${c.service}, and deploy the app: \`deploy-monitoring plan\` shows the lines. If these machines do not run ${c.service}, set \`process\` of the service.`,
  )
}

/** Fly's scraper stores no error: the reason is what remains. */
export function scrapeFailed(c: Circumstances): ReasonText {
  const healthy =
    c.checksPass === true
      ? ` Fly's health checks of ${isSeveral(c) ? 'these machines' : 'the machine'} pass, so the service runs: the path is wrong, the port is another one, or the service listens on the private network (6PN) only.`
      : healthSentence(c)
  return reason(
    'inferred',
    `Fly's scraper gets no metrics from ${portAndPath(c)} of ${machines(c)} (\`up\` is 0); it stores no error.${healthy}`,
    `Ask ${c.service} itself: ${shell(c)}, then \`curl -i localhost:${c.port}${c.path}\`. It must answer 200, and listen on 0.0.0.0 (Fly does not scrape the private network's address alone).`,
  )
}

const notScraped = (c: Circumstances): ReasonText =>
  reason(
    'inferred',
    `Fly was told to scrape ${c.service} on ${machines(c)}, its data of the app is up to date, and there is no new \`up\` of ${isSeveral(c) ? 'these machines' : 'the machine'}: ${isSeveral(c) ? 'they are' : 'it is'} not scraped.`,
    `Verify again in a minute; if it stays, restart ${machinesPronoun(c)} (\`flyctl machine restart ${machineIds(c)} -a ${c.app}\`), and compare \`config.metrics\` of \`flyctl machine list --json -a ${c.app}\`.`,
  )

/** A web page and JSON have no samples of metrics, and no error either. */
const emptyForFly = (c: Circumstances): ReasonText =>
  reason(
    'inferred',
    `Fly's scraper gets an answer from ${portAndPath(c)} of ${machines(c)} (\`up\` is 1), and no sample of a metric of ${c.service} comes with it: the page is a web page, JSON, empty, or that of another program. Fly's scraper does not treat that as an error.`,
    `Set port and path of ${c.service} to where it serves metrics, in the configuration and in \`[[metrics]]\`: \`curl -i localhost:${c.port}${c.path}\` on the machine (${shell(c)}) shows what it answers.`,
  )

const stoppedForFly = (c: Circumstances): ReasonText =>
  reason(
    'proven',
    `${machinesWithVerb(c)} ${c.machineState}: Fly does not scrape a machine that does not run, and its series just end.`,
    `Start ${machinesPronoun(c)} (flyctl machine start ${machineIds(c)} -a ${c.app}) and set auto_stop_machines = "off"; or set may_stop: true if ${machinesPronoun(c)} may sleep. The reason for a stop is in its log: ${logs(c)}.`,
  )

const machines = (c: Circumstances): string =>
  isSeveral(c) ? `${new Set(c.machines).size} machines` : `machine ${c.machines.join('')}`

/** The texts where Fly's own scraper is asked: it has no targets, no errors and no DNS that someone could look at. */
export const FLY_TEXTS: Partial<Record<ReasonClass, (c: Circumstances) => ReasonText>> = {
  stopped: stoppedForFly,
  'not-scraped': notScraped,
  empty: emptyForFly,
}
