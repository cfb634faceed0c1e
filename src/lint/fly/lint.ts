import type { ServiceConfig } from '../../config/schema.ts'
import { servicesOfApp } from '../../config/services.ts'
import { scriptsInImage, type TextOf } from '../../config/sources/installed-prometheus.ts'
import { readDockerfile } from '../../formats/dockerfile.ts'
import { flyTomlModel } from '../../formats/fly-toml.ts'
import { encryptedBy, readToml } from '../../formats/toml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { diagnostic, runRules } from '../rule.ts'
import { FLY_TOML } from './fly-toml-shape.ts'
import { flyRules } from './rules.ts'
import type { Misfit } from './shape.ts'
import type { FlyFile } from './subject.ts'
import { flySyntax } from './syntax.ts'

/** The app of a Fly configuration, as the configuration of this action describes it. */
export interface FlyFileContext {
  /** The app's name in the configuration. */
  app: string
  /** Whether this action deploys it. */
  ours?: boolean
  /** All services of the configuration. */
  services: readonly ServiceConfig[]
  /** The Dockerfile in the configuration; undefined when the Fly configuration decides. */
  dockerfile?: string | undefined
  /** The Dockerfile that a deploy builds. */
  build?: TextFile | undefined
  /** The Dockerfile that [build] names, or that flyctl would look for, and that is not there. */
  absent?: string | undefined
  /** Whether a path leads to a file, from the folder that flyctl is started in. */
  hasFile?: ((path: string) => boolean) | undefined
  /** The text of a file, from the root of the repository; undefined where it is not there, or nothing else can be read. */
  textOf?: TextOf | undefined
  /** Whether the file begins with a byte order mark. */
  isMarked?: boolean | undefined
  /** `monitoring`: the app runs Prometheus. */
  role?: FlyFile['role']
  /** `engine: fly`. */
  isScrapedByFly?: boolean
}

/**
 * Checks a fly.toml. Errors are mistakes that flyctl or Fly refuses, warnings are mistakes that they accept and that do not
 * work. Sorted by place.
 */
export function lintFlyToml(text: string, file: string, context: FlyFileContext): Diagnostic[] {
  const read = readToml(text)
  if (!read.ok) {
    // What flyctl gets is decrypted before.
    if (encryptedBy(text) !== undefined) return []
    const hint = 'Check quotes, brackets and commas around this place.'
    return [diagnostic(flySyntax, { file, ...read.at }, `Not valid TOML: ${read.error}.`, hint)]
  }
  const { app, role = 'app', ours = false, dockerfile, isScrapedByFly = false } = context
  const build = context.build && { file: context.build.file, content: readDockerfile(context.build.text) }
  const services = servicesOfApp(context.services, app)
  const misfits: Misfit[] = []
  FLY_TOML(read.table, '', misfits)
  const subject = {
    fly: flyTomlModel(read.table),
    misfits,
    file,
    text,
    isScrapedByFly,
    app,
    ours,
    services,
    dockerfile,
    build,
    absent: context.absent,
    hasFile: context.hasFile,
    scripts: () => scriptsInImage(build?.file, context.textOf ?? (() => undefined)),
    role,
  }
  return [...markOf(file, context), ...runRules(flyRules, subject, file)].toSorted(
    (a, b) => place(a) - place(b),
  )
}

/** flyctl 0.4: `invalid character at start of key: U+00EF`. */
const markOf = (file: string, { isMarked = false }: FlyFileContext): Diagnostic[] =>
  isMarked
    ? [
        diagnostic(
          flySyntax,
          { file, line: 1, column: 1 },
          'The file begins with a byte order mark, which flyctl does not accept: the deploy fails.',
          'Save it as UTF-8 without a byte order mark.',
        ),
      ]
    : []

const place = (problem: Diagnostic): number => (problem.at?.line ?? 0) * 10_000 + (problem.at?.column ?? 0)
