import { posix } from 'node:path'
import type { Dockerfile, Instruction, Stage } from '../../formats/dockerfile.ts'
import type { FlyToml } from '../../formats/fly-toml.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** Prometheus in an image of a plain system: as a package, or from an archive of its releases. */

const PACKAGE =
  /\b(?:apk|apt|apt-get|dnf|yum|microdnf|zypper)\b[^\n;&|]{0,500}\s(?:add|install)\s[^\n;&|]{0,500}/g
const IS_PROMETHEUS = /\sprometheus(?=[=~\s]|$)/
const ARCHIVE = /github\.com\/prometheus\/prometheus\/releases\/download\//

/** What starts programs that the Dockerfile alone does not name. */
const STARTS = /\bprometheus\b|\.(?:ba)?sh\b|\b(?:supervisord|s6-svscan|runsvdir|entrypoint|start|run)\b/

/** Files that configure programs, or start them. */
const SETTINGS = /\.(?:ya?ml|json|toml|conf|cfg|ini|sh|tmpl|tpl|template|env|rules|pem|crt|key|htpasswd)$/i
/** Code that a build fetches. */
const FETCHES =
  /\bgit\s+clone\b|\b(?:npm|pnpm|yarn|bun)\s+(?:ci|i|install|add)\b|\bgo\s+build\b|\bcargo\s+build\b/

const PROMETHEUS_PORT = 9090

/** Whether a Dockerfile installs and starts Prometheus, and no program of the repository with it. */
export function installsPrometheus({ instructions, stages }: Dockerfile, { services }: FlyToml): boolean {
  const all = stages.flatMap((stage) => stage.instructions)
  const start = instructions.findLast(({ name }) => name === 'CMD' || name === 'ENTRYPOINT')
  if (!all.some(installs) || !start || !STARTS.test(start.text)) return false
  const ports = services.map((service) => service.number('internal_port')?.value)
  const isOnly = ports.length > 0 && ports.every((port) => port === PROMETHEUS_PORT)
  const hasCode = all.some(({ name, text }) => name === 'RUN' && FETCHES.test(text))
  return isOnly || (!hasCode && isOfSettings(instructions, stages))
}

const installs = ({ name, text }: Instruction): boolean =>
  (name === 'RUN' &&
    [...text.replaceAll('\\\n', ' ').matchAll(PACKAGE)].some(([command]) => IS_PROMETHEUS.test(command))) ||
  ((name === 'RUN' || name === 'ADD' || name === 'ARG' || name === 'ENV') && ARCHIVE.test(text))

/** Whether what is copied into a stage is settings, or is from a stage that has nothing else of the repository. */
function isOfSettings(instructions: readonly Instruction[], stages: readonly Stage[]): boolean {
  const copies = instructions.filter(({ name }) => name === 'COPY' || name === 'ADD')
  return copies.every(({ words }) => {
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
    const earlier = stages.findIndex(({ name }) => name !== '' && name === from?.toLowerCase())
    const paths = words.filter((word) => !word.startsWith('--'))
    const target = paths.at(-1) ?? ''
    return (
      paths.slice(0, -1).every((path) => SETTINGS.test(path) || /^https?:/.test(path)) ||
      target.startsWith('/etc/') ||
      (from !== undefined &&
        (earlier === -1 || isOfSettings(stages[earlier]?.instructions ?? [], stages.slice(0, earlier))))
    )
  })
}

/** The text of a file, by its path from the root. */
export type TextOf = (path: string) => string | undefined

/** The scripts that start something in an image, as far as its Dockerfile names them. */
export function scriptsInImage(dockerfile: string | undefined, textOf: TextOf): TextFile[] {
  if (dockerfile === undefined) return []
  const words = textOf(dockerfile)?.match(/[\w./-]{1,200}(?:\.(?:sh|conf|ini)|entrypoint)\b/g) ?? []
  const folder = posix.dirname(dockerfile)
  // `/app/start.sh` is a path in the image: the file of that name is next to the Dockerfile.
  const paths = words.flatMap((word) => [
    posix.join(folder, word),
    posix.join(word),
    posix.join(folder, posix.basename(word)),
  ])
  return [...new Set(paths)].flatMap((file) => {
    const text = textOf(file)
    return text === undefined ? [] : [{ file, text }]
  })
}
