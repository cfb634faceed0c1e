import type { Diagnostic } from '../../lib/errors.ts'
import { list, oneLine } from '../../lib/text.ts'
import { crashOf } from './crash.ts'
import type { MonitoringMachine } from './state.ts'

/** A machine with what the verdict on a deploy needs in addition to the fields that the plan reads. */
export interface DeployedMachine extends MonitoringMachine {
  releaseVersion?: number
  checksDefined: number
}

/** What a deploy is expected to reach. Absent parts are not compared. */
export interface DeployExpectation {
  app: string
  /** The release that the deploy made. */
  release?: number
  /** The image that the deploy resolved, as flyctl reports it. */
  imageRef?: string
  /** Only these machines are looked at. */
  only?: readonly string[]
  /** Only machines of these process groups are. */
  processGroups?: readonly string[]
  /** These are not: they are removed later. */
  ignore?: readonly string[]
  /** Process groups that must have a machine. */
  groups?: readonly string[]
  /** Variables that must be on every machine. */
  env?: Readonly<Record<string, string>>
  /** The variables identify what runs: a copy that another run made meanwhile has the release of its source. */
  isIdentified?: true
  /** Whether a stopped machine is accepted: the machines start on demand. */
  mayStop: boolean
  /** The machines were deployed a moment ago. */
  isDeployed?: true
  /** The deploy gave up on a machine: groups and machines that it had not reached by then are not judged. */
  isPartial?: true
}

export type MachinesVerdict =
  | { kind: 'good' }
  /** `start`: machines that only this run will start. */
  | { kind: 'waiting'; why: string; start: readonly string[] }
  | { kind: 'bad'; problem: Diagnostic }

/** States in which a machine stays until it is started. */
const AT_REST = new Set(['stopped', 'suspended', 'created', 'failed'])

/**
 * The state of the machines decides, not the exit code of flyctl: it exits 0 although a stopped machine was only updated,
 * or although Fly went back to the old image; and exits 1 although the machines are healthy.
 */
export function judgeMachines(
  expected: DeployExpectation,
  machines: readonly DeployedMachine[],
): MachinesVerdict {
  // A machine without a release was not made by a deploy, and deploys leave it alone.
  const deployed = machines.filter((m) => m.releaseVersion !== undefined && isAbout(expected, m))
  const reached = expected.isPartial ? deployed.filter((m) => !isOld(expected, m)) : []
  const concerned = reached.length > 0 ? reached : deployed
  if (concerned.length === 0)
    return bad(
      'fly-no-machines',
      `App ${expected.app} has no machines after the deploy.`,
      `\`flyctl machine list -a ${expected.app}\` and \`flyctl logs -a ${expected.app}\` may show why.`,
    )
  const groups = expected.isPartial ? [] : expected.groups
  const empty = groups?.find((group) => concerned.every((m) => m.processGroup !== group))
  if (empty !== undefined)
    return bad(
      'fly-no-machines',
      `Process group ${empty} of app ${expected.app} has no machine after the deploy.`,
      `\`flyctl machine list -a ${expected.app}\` shows the machines that exist; deploy again.`,
    )
  const stale = concerned.find((m) => isOld(expected, m))
  if (stale) return { kind: 'bad', problem: oldVersion(expected, stale) }
  // Where a stopped machine is accepted, one that has crashed looks like one that is not needed at the moment.
  const isWanted = (m: DeployedMachine) =>
    !expected.mayStop || (expected.isDeployed && crashOf(m) !== undefined)
  const running = concerned.filter((m) => (!m.standby && isWanted(m)) || m.state === 'started')
  const resting = running.filter((m) => AT_REST.has(m.state))
  if (resting.length > 0)
    return {
      kind: 'waiting',
      why: list(resting.map((m) => `machine ${m.id} is ${m.state}`)),
      start: resting.map((m) => m.id),
    }
  const unready = running.flatMap(whyNotReady)
  return unready.length > 0 ? { kind: 'waiting', why: list(unready), start: [] } : { kind: 'good' }
}

/** Whether the deploy is about a machine. */
export const isAbout = (
  { only, ignore, processGroups }: DeployExpectation,
  { id, processGroup }: Pick<DeployedMachine, 'id' | 'processGroup'>,
): boolean =>
  (only === undefined || only.includes(id)) &&
  (processGroups === undefined || processGroups.includes(processGroup)) &&
  !ignore?.includes(id)

/** Whether the machine does not run what the deploy was to bring. */
export function isOld(expected: DeployExpectation, machine: DeployedMachine): boolean {
  const { release, isIdentified } = expected
  if (!isIdentified && release !== undefined && (machine.releaseVersion ?? 0) < release) return true
  if (expected.imageRef !== undefined && !runsImage(machine, expected.imageRef)) return true
  return Object.entries(expected.env ?? {}).some(([name, value]) => machine.env[name] !== value)
}

/** What it runs instead. */
export function oldVersion(expected: DeployExpectation, machine: DeployedMachine): Diagnostic {
  const { image, releaseVersion } = machine
  const { app, release } = expected
  const running = `${image.ref || `${image.repository}:${image.tag}`} of release ${releaseVersion}`
  return release !== undefined && (releaseVersion ?? 0) > release
    ? {
        code: 'fly-replaced',
        severity: 'error',
        message: `Machine ${machine.id} of ${app} runs ${running}: another deploy has replaced release ${release} of this run.`,
        hint: 'Let only one deploy run at a time (`concurrency:` in the workflow), and run again if this version is the right one.',
      }
    : {
        code: 'fly-old-version',
        severity: 'error',
        message: `Machine ${machine.id} of ${app} still runs ${running} after the deploy${release === undefined ? '' : ` of release ${release}`}; Fly may have gone back to it because the new image could not be started.`,
        hint: `See \`flyctl releases -a ${app}\` and \`flyctl logs -a ${app}\`, then deploy again.`,
      }
}

/** Whether a machine runs an image, by digest where the reference has one, else by repository and tag. */
export function runsImage({ image }: Pick<MonitoringMachine, 'image'>, reference: string): boolean {
  if (image.ref === reference) return true
  const [name = '', digest] = reference.split('@')
  if (digest) return image.digest === digest || image.ref.endsWith(`@${digest}`)
  const [path, tag] = splitTag(name)
  return (path === image.repository || path.endsWith(`/${image.repository}`)) && tag === image.tag
}

/** A colon before a slash belongs to the port of the registry. */
function splitTag(name: string): [path: string, tag: string] {
  const colon = name.lastIndexOf(':')
  return colon > name.lastIndexOf('/') ? [name.slice(0, colon), name.slice(colon + 1)] : [name, 'latest']
}

function whyNotReady(machine: DeployedMachine): string[] {
  if (machine.state !== 'started') return [`machine ${machine.id} is ${machine.state}`]
  const failing = machine.checks.filter((check) => check.status !== 'passing')
  if (failing.length > 0)
    return failing.map(
      (c) =>
        `check ${c.name} of machine ${machine.id} is ${c.status}${c.output ? ` (${oneLine(c.output, 160)})` : ''}`,
    )
  const silent = machine.checksDefined - machine.checks.length
  return silent > 0 ? [`machine ${machine.id} has no result for ${silent} of its checks yet`] : []
}

function bad(code: string, message: string, hint: string): MachinesVerdict {
  return { kind: 'bad', problem: { code, severity: 'error', message, hint } }
}
