import type { Dockerfile } from '../../formats/dockerfile.ts'
import { type FlyToml, flyTomlModel } from '../../formats/fly-toml.ts'
import { readToml } from '../../formats/toml.ts'
import type { TextPosition } from '../../formats/tree.ts'
import { installsPrometheus } from './installed-prometheus.ts'

/** Decides from its contents what a Fly configuration is: neither its path nor its name says that. */

/** `fly.toml` and `fly.STAGE.toml`: also a file that cannot be read is a Fly configuration. */
const FLY_NAME = /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/

/** A key at the top and a section that only a Fly configuration has. */
const FLY_KEY = /^[ \t]*(?:app|primary_region)[ \t]*=/m
const TABLE = /^[ \t]*\[/m
const FLY_SECTION = /^[ \t]*\[\[?(?:http_service|services|processes|metrics|vm|mounts|checks)[\].]/m
/** The same as keys with dots: `http_service.internal_port = 8080`. */
const FLY_DOTTED =
  /^[ \t]*(?:build\.(?:image|dockerfile)|http_service\.\w+|vm\.\w+|deploy\.(?:strategy|release_command))[ \t]*=/m
/** Without a name of an app, as templates have it. Railway has sections of the same names, without this key. */
const FLY_ONLY_SECTION = /^[ \t]*\[http_service\]|^[ \t]*\[\[services\.ports\]\]/m
/** Files of other platforms, in which people write sections of Fly that do nothing there. */
const OF_OTHERS = /(?:^|\/)(?:railway|netlify|wrangler)[^/]*\.toml$/
const FLY_ONLY_KEY = /^[ \t]*internal_port[ \t]*=/m

/** Whether a TOML file is a Fly configuration, whatever it is called: `fly-production.toml`, `demo.fly.toml`. */
export const isFlyConfiguration = (path: string, text: string): boolean =>
  FLY_NAME.test(path) ||
  (FLY_KEY.test(text.split(TABLE, 1)[0] ?? '') && (FLY_SECTION.test(text) || FLY_DOTTED.test(text))) ||
  (FLY_ONLY_SECTION.test(text) && FLY_ONLY_KEY.test(text) && !OF_OTHERS.test(path))

/** Why an app is taken for a Prometheus, at the place that says so. */
export interface PrometheusEvidence {
  at: TextPosition
  /** In words: `the image prom/prometheus:v3.5.0`. */
  what: string
}

/** The files next to a Fly configuration that say what it runs. */
export interface FlyNeighbours {
  /** The Dockerfile that it is built from; undefined when it is not in the workspace. */
  dockerfile: Dockerfile | undefined
  /** Whether a configuration of Prometheus is in the same folder. */
  hasPrometheusConfig: boolean
}

/** The official image, a copy of it, or an image with that name: `quay.io/prometheus/prometheus:v3`, `bitnami/prometheus`. */
const PROMETHEUS_IMAGE = /(?:^|[/-])prometheus(?=[:@]|$)/

/** Settings of Prometheus itself: flags, variables of its entrypoint, its folders on the machine. */
const PROMETHEUS_WORD = /^PROMETHEUS_RETENTION_(?:TIME|SIZE)$|--storage\.tsdb\./
const PROMETHEUS_FILE = /^\/etc\/prometheus\/.+\.ya?ml$/
const PROMETHEUS_PORT = 9090

/**
 * Whether a Fly configuration runs Prometheus: by its image, its Dockerfile, its flags, or where its volume is mounted. Only when
 * none of them is known does the name of the app count, with the port of Prometheus.
 */
export function prometheusEvidence(
  fly: FlyToml,
  { dockerfile, hasPrometheusConfig }: FlyNeighbours,
): PrometheusEvidence | undefined {
  const image = fly.build?.text('image')
  if (image && PROMETHEUS_IMAGE.test(image.value)) return { at: image.at, what: `the image ${image.value}` }
  const mount = fly.mounts.map((one) => one.text('destination')).find((to) => to?.value === '/prometheus')
  if (mount) return { at: mount.at, what: 'the volume at /prometheus' }
  const file = fly.files
    .map((one) => one.text('guest_path'))
    .find((path) => PROMETHEUS_FILE.test(path?.value ?? ''))
  if (file) return { at: file.at, what: `the file ${file.value}` }
  const top = fly.app?.at ?? { line: 1, column: 1 }
  const word = fly.words.find((one) => PROMETHEUS_WORD.test(one))
  if (word !== undefined) return { at: top, what: `the setting ${word}` }
  const from = dockerfile === undefined ? undefined : prometheusStage(dockerfile)
  if (from !== undefined)
    return { at: fly.build?.at ?? top, what: `the Dockerfile, which is built from ${from}` }
  if (dockerfile !== undefined && installsPrometheus(dockerfile, fly))
    return { at: fly.build?.at ?? top, what: 'the Dockerfile, which installs Prometheus' }
  const service = fly.services
    .map((one) => one.number('internal_port'))
    .find((port) => port?.value === PROMETHEUS_PORT)
  const isNamed =
    /(?:^|-)prometheus(?:-|$)/.test(fly.app?.value ?? '') && !/exporter/.test(fly.app?.value ?? '')
  if (!service || image || dockerfile !== undefined || !(isNamed || hasPrometheusConfig)) return undefined
  return {
    at: service.at,
    what: isNamed ? 'its name and port 9090' : 'port 9090 and the prometheus.yml next to it',
  }
}

/** The image of Prometheus that a Dockerfile starts from, or copies the program from. */
function prometheusStage({ from, instructions }: Dockerfile): string | undefined {
  const copied = instructions
    .filter(({ name, text }) => name === 'COPY' && /\/prometheus\b/.test(text))
    .flatMap(({ words }) => words.flatMap((word) => /^--from=(.+)$/.exec(word)?.[1] ?? []))
  return [from, ...copied].find((image) => PROMETHEUS_IMAGE.test(image))
}

/** The model of a Fly configuration; undefined when it is not valid TOML. */
export function flyModelOf(text: string): FlyToml | undefined {
  const read = readToml(text)
  return read.ok ? flyTomlModel(read.table) : undefined
}
