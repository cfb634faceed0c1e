import { existsSync, readFileSync } from 'node:fs'
import { exec } from './exec.ts'
import { sha256 } from './platform/ids.ts'
import { projectRoot } from './project.ts'

/** What a machine is made from. Its files are this machine's own, seen through an overlay. */
export interface Image {
  entrypoint: readonly string[]
  cmd: readonly string[]
  env: Readonly<Record<string, string>>
  workdir: string
  /** Programs of this system to be found at other places, from path to path in the machine. */
  programs: readonly (readonly [from: string, to: string])[]
  /** Run by /bin/sh inside the machine's root before the first file is written. */
  prepare: string
}

/** The sandbox's registry: an image by its reference as flyctl deploys it; a digest is that of a tag that was deployed. */
export type Registry = (ref: string) => Image | undefined

/** The tag of images whose program ends at once. */
const CRASHING = 'crashing'

const SERVICES = `${projectRoot}__tests__/sandbox/services/main.ts`

/** Monitoring images carry the version of the Prometheus that is installed here; others do not exist. */
export function createRegistry(prometheus: { path: string; version: string }): Registry {
  const images: Record<string, (tag: string) => Image | undefined> = {
    'registry.fly.io/fechatter-monitoring': (tag) =>
      tag === `v${prometheus.version}` || tag === CRASHING ? monitoringImage(prometheus.path) : undefined,
    'registry.fly.io/fechatter': fechatterImage,
  }
  const tagged = new Map<string, string>()
  return (reference) => {
    const [, digest = sha256(reference)] = /@sha256:([0-9a-f]{64})$/.exec(reference) ?? []
    const ref = tagged.get(digest) ?? reference
    tagged.set(digest, ref)
    const [, name = '', tag = 'latest'] = /^([^@]+?)(?::([^:/@]+))?(?:@sha256:[0-9a-f]{64})?$/.exec(ref) ?? []
    const image = images[name]?.(tag)
    return image && tag === CRASHING ? { ...image, entrypoint: ['/bin/false'] } : image
  }
}

/** As built from templates/Dockerfile.monitoring, with this Prometheus instead of the official image's. */
function monitoringImage(prometheus: string): Image {
  const promtool = prometheus.replace(/prometheus(?=[^/]*$)/, 'promtool')
  const dockerfile = readFileSync(`${projectRoot}templates/Dockerfile.monitoring`, 'utf8')
  const list = (instruction: string): string[] =>
    JSON.parse(new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1] ?? '[]') as string[]
  const entrypoint = list('ENTRYPOINT')
  return {
    entrypoint,
    cmd: list('CMD'),
    env: {},
    workdir: '/prometheus',
    programs: [
      [prometheus, '/bin/prometheus'],
      ...(existsSync(promtool) ? [[promtool, '/bin/promtool'] as const] : []),
      ...ALERTMANAGER.filter(([from]) => existsSync(from)),
    ],
    prepare: [
      'rm -rf /etc/prometheus /etc/alertmanager /prometheus',
      'mkdir -p /etc/prometheus /prometheus',
      'chown nobody:nogroup /etc/prometheus /prometheus',
      `install -m 755 ${projectRoot}templates/docker-entrypoint.sh ${entrypoint[0]}`,
    ].join('\n'),
  }
}

/** Debian's Alertmanager, or the one that VERIFY_ALERTMANAGER names, under the names of the official image. */
const ALERTMANAGER = [
  [process.env.VERIFY_ALERTMANAGER ?? '/usr/bin/prometheus-alertmanager', '/bin/alertmanager'],
  ['/usr/bin/amtool', '/bin/amtool'],
] as const

/**
 * Fechatter's services and gateway. The tag may choose a behaviour: `fechatter:today`. Without an entrypoint, as
 * Fechatter's own image: a process group or a release command takes the place of the program.
 */
function fechatterImage(tag: string): Image {
  return {
    entrypoint: [],
    cmd: [START],
    env: tag === 'today' ? { FECHATTER_BEHAVIOUR: 'today' } : {},
    workdir: '/',
    programs: [],
    prepare: [
      'mkdir -p /app',
      `printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' '${process.execPath}' '${SERVICES}' > ${START}`,
      `chmod 755 ${START}`,
    ].join('\n'),
  }
}

/** Where Fechatter's fly.toml expects it. */
const START = '/app/fly-start.sh'

/** Version of a Prometheus binary as its image is tagged: Debian's `2.42.0+ds` is 2.42.0. */
export async function prometheusVersion(path: string): Promise<string> {
  const printed = await exec(path, ['--version'])
  const version = /version (\d+\.\d+\.\d+)/.exec(printed)?.[1]
  if (version === undefined) throw new Error(`${path} --version does not print a version: ${printed}`)
  return version
}
