import { isPlainPrometheus } from '../../config/cross-references.ts'
import { lastInstruction } from '../../formats/dockerfile.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, TOP } from './subject.ts'

const file = (build: string, dockerfile: string | null = null) => ({
  path: 'fly.monitoring.toml',
  others: { Dockerfile: dockerfile },
  text: `app = "mon"

${build}
[[vm]]
memory = "512mb"

[[mounts]]
source = "prometheus"
destination = "/prometheus"
initial_size = "10gb"

[checks.up]
type = "tcp"
port = 9090
`,
})

/** A Prometheus that cannot write to its volume. */
export const prometheusUser: Rule<FlyFile> = {
  code: 'fly/prometheus-user',
  severity: 'warning',
  what: 'Prometheus runs as the user nobody and has a volume.',
  why: 'Fly mounts a new volume for root: Prometheus cannot write to it ("permission denied") and exits.',
  bad: file('[build]\n▸image = "prom/prometheus:v3.13.3"\n'),
  good: file('', 'FROM prom/prometheus:v3.13.3\nUSER root\n'),
  check({ fly, build }, { report }) {
    const image = fly.build?.text('image')
    const isNobody = image
      ? isPlainPrometheus(image.value)
      : build && isPlainPrometheus(build.content.from) && !lastInstruction(build.content, 'USER')
    if (fly.mounts.length > 0 && isNobody)
      report(
        image?.at ?? fly.build?.at ?? TOP,
        `The image of Prometheus${image ? '' : `, which ${build?.file} starts from,`} runs as the user nobody, and a new volume belongs to root: Prometheus exits with "permission denied".`,
        image
          ? 'Build an image with a Dockerfile: `FROM` this image, then `USER root`. `init` writes one that gives up root again.'
          : `Add \`USER root\` to ${build?.file}. The Dockerfile that \`init\` writes gives up root again.`,
      )
  },
}
