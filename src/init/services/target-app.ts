import { posix } from 'node:path'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isBelow } from '../build/packages.ts'
import type { AppCode } from '../code/app-code.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { isAppName } from '../findings.ts'
import type { ComposeService } from '../scrapers/scan-compose.ts'
import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'
import { isOfOtherProgram } from './other-programs.ts'
import { protocolOf } from './other-protocols.ts'

/** What says which app a target belongs to. */
export interface TargetContext extends MetricsEvidence {
  apps: readonly ChosenApp[]
  codes: ReadonlyMap<ChosenApp, AppCode>
}

/** An app that a target belongs to. */
export interface TargetApp {
  name: string
  /** One of the apps of the Fly configurations. */
  isKnown: boolean
  /** Whether the target is on Fly, rather than in a network on somebody's machine. */
  isFly: boolean
}

/** The app that a target belongs to. */
export function appOf(target: ScannedTarget, context: TargetContext): TargetApp | undefined {
  const { apps, targets } = context
  if (isOtherProtocol(target, apps)) return undefined
  if (target.app === undefined) return appNearby(target, context) ?? asAsked(target, context)
  const [only, ...more] = apps
  if (apps.some(({ app }) => app === target.app)) return { name: target.app, isKnown: true, isFly: true }
  // Several names to fill in are not all that of one app.
  const open = new Set(targets.flatMap(({ app = '' }) => (isAppName(app) ? [] : app)).filter(Boolean))
  const isRenamed =
    only &&
    more.length === 0 &&
    (open.size <= 1 || isAppName(target.app)) &&
    (!isAppName(target.app) || isSameName(only.app, target.app)) &&
    targets.every(({ app }) => app !== only.app)
  if (isRenamed) return { name: only.app, isKnown: true, isFly: true }
  const isWatched = isAppName(target.app) && target.port !== undefined
  return isWatched ? { name: target.app, isKnown: false, isFly: true } : undefined
}

/** Whether a target is a port on which no app says that it has metrics, of a program with another protocol. */
const isOtherProtocol = (target: ScannedTarget, apps: readonly ChosenApp[]): boolean =>
  protocolOf(target) !== undefined &&
  !apps.some(({ facts: { metrics, hints } }) =>
    [...metrics, ...hints].some(({ port }) => port === target.port),
  )

/** The app of the option, which has no Fly configuration here: a host or a job of that name stands for it. */
function asAsked({ host, job, port }: ScannedTarget, { asked }: TargetContext): TargetApp | undefined {
  if (asked === undefined || port === undefined) return undefined
  const isIt = isNamedLike(host, asked, '.') || (isThisMachine(host) && job === asked)
  return isIt ? { name: asked, isKnown: false, isFly: true } : undefined
}

/** The app that a target in a network on somebody's machine stands for. */
function appNearby(target: ScannedTarget, context: TargetContext): TargetApp | undefined {
  const { apps, codes, compose, targets } = context
  const isAlone = apps.length === 1
  const service = compose.find(({ name }) => name === target.host)
  const exact = apps.filter(({ app }) => app === target.host)
  const around = apps.filter(({ facts: { file } }) => {
    const folder = posix.dirname(file)
    return folder !== '.' && isBelow(target.file, folder)
  })
  const near = around.filter(({ facts }) => facts.ports.some((port) => port === target.port))
  const named = apps.filter(({ app, facts }) => isNamedLike(target.host, app, posix.dirname(facts.file)))
  const built = apps.filter(
    (app) => service?.folder !== undefined && codes.get(app)?.folders.includes(service.folder),
  )
  const isHere = isThisMachine(target.host)
  const onPort = apps.filter(
    (app) =>
      [app.facts.ports, [...app.facts.metrics, ...app.facts.hints].map(({ port }) => port)]
        .flat()
        .some((port) => port === target.port) &&
      !(isHere && isOfOtherProgram(target, codes.get(app), context)),
  )
  // A name with dots is one of another network, and an image of Docker Compose is another program.
  const isPlain =
    isHere || (/^[\w-]+$/.test(target.host) && !isOther(service) && !isCalledByName(apps, targets))
  const isOnlyBuilt =
    service?.folder !== undefined && compose.filter(({ folder }) => folder !== undefined).length === 1
  // A Prometheus on somebody's machine names the app by its job.
  const byJob = isHere ? apps.filter(({ app }) => app === target.job) : []
  const candidates = [
    exact,
    byJob,
    // A Prometheus in the folder of an app is for that app; in one of several apps, each host may be another one of them.
    around.length === 1 ? near : [],
    named,
    built,
    near,
    built.filter((app) => onPort.includes(app)),
    isAlone && isOnlyBuilt ? apps : [],
    isPlain && onPort.length === 1 && (isAlone || isHere) ? onPort : [],
  ]
  const match = candidates.find((list) => list.length === 1)?.[0]
  return match && { name: match.app, isKnown: true, isFly: false }
}

/** Whether a host has the name of an app: then a host with another name is another program. */
const isCalledByName = (apps: readonly ChosenApp[], targets: readonly ScannedTarget[]): boolean =>
  targets.some(({ host }) => apps.some(({ app }) => app === host))

const isOther = (service: ComposeService | undefined): boolean =>
  service !== undefined && service.folder === undefined

const isSameName = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)
/** Whether a host is the machine that a Prometheus runs on. */
export const isThisMachine = (host: string): boolean =>
  /^(?:host\.(?:docker|containers)\.internal|localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)$/.test(host)
/** Whether a host is called like an app or its folder: `api` and `shop-api` are `shop-prod-api`. */
function isNamedLike(host: string, app: string, folder: string): boolean {
  const words = app.split('-')
  const parts = host.split('-')
  const isShort = parts.at(-1) === words.at(-1) && parts.every((part) => words.includes(part))
  return host !== '' && (isShort || posix.basename(folder) === host)
}
