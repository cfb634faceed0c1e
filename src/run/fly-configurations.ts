import { join } from 'node:path'
import type { Flyctl } from '../clients/flyctl/client.ts'
import { validateFlyConfig } from '../clients/flyctl/commands.ts'
import { missingFile } from '../config/configuration.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { AppConfig } from '../config/schema.ts'
import { flyModelOf } from '../config/sources/fly-identity.ts'
import { type Project, type ReadResult, readEach } from '../config/sources/project.ts'
import { buildFolder } from '../desired/app.ts'
import type { RunFacts } from '../desired/desired.ts'
import { needsDedicatedAddress } from '../formats/fly-addresses.ts'
import type { FlyToml } from '../formats/fly-toml.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { readText, repositoryPath, type TextFile } from '../lib/workspace.ts'
import { lintFlyToml } from '../lint/fly/lint.ts'
import { flyctlDiagnostics } from '../lint/program-output.ts'
import { silenceByComments, silenceExternal, withoutIgnored } from '../lint/silence.ts'

/** The Fly configuration of an app that is to be deployed, with the findings in it. */
export interface CheckedFlyToml {
  app: AppConfig
  source: TextFile
  /** Undefined when it is not valid TOML. */
  model: FlyToml | undefined
  problems: readonly Diagnostic[]
}

/**
 * Reads the other files that a deploy needs: the Fly configurations, and the Dockerfiles that the configuration names.
 */
export function readFlyConfigurations({ workspace, config, source }: Project): ReadResult<CheckedFlyToml> {
  const deployed = config.apps.filter((app) => app.deploy)
  return readEach(deployed, (app) => {
    const hint =
      source !== undefined
        ? `The configuration names it for app ${app.app}. Create it, or set deploy: false.`
        : NO_FILE
    const toml = readText(workspace, app.config)
    // An image needs no Dockerfile.
    const dockerfile = app.image === undefined ? app.dockerfile : undefined
    const missing = [
      ...(toml ? [] : [app.config]),
      ...(dockerfile !== undefined && !readText(workspace, dockerfile) ? [dockerfile] : []),
    ]
    if (!toml || missing.length > 0)
      return missing.map((path) => missingFile(repositoryPath(workspace, path), hint))
    const built = dockerfile === undefined ? undefined : repositoryPath(workspace, dockerfile)
    const found = lintFlyToml(toml.text, toml.file, {
      app: app.app,
      ours: true,
      services: config.services,
      isMarked: toml.isMarked,
      isScrapedByFly: isOnFlysPrometheus(config.monitoring),
      dockerfile: built,
    })
    const problems = silenceByComments(found, toml.text, toml.file)
    const model = flyModelOf(toml.text)
    return { app, source: toml, model, problems: withoutIgnored(problems, config.lint.ignore) }
  })
}

/** What the desired state takes from the Fly configurations. */
export const flyFacts = (
  files: readonly CheckedFlyToml[],
): Required<Pick<RunFacts, 'needAddresses' | 'groups' | 'regions' | 'immediate'>> => ({
  needAddresses: new Set(
    files.flatMap(({ app, model }) => (model && needsDedicatedAddress(model) ? app.app : [])),
  ),
  immediate: new Set(
    files.flatMap(({ app, model }) => (model?.deploy?.strategy?.value === 'immediate' ? [app.app] : [])),
  ),
  groups: new Map(files.map(({ app, model }) => [app.app, model?.groups ?? []])),
  regions: new Map(
    files.flatMap(({ app, model }) => {
      const region = model?.primaryRegion?.value
      return region ? [[app.app, region] as const] : []
    }),
  ),
})

/** The findings of flyctl itself in the files that it is about to deploy, without those already found. */
export async function askFlyctl(
  tomls: readonly CheckedFlyToml[],
  { workspace, config }: Project,
  flyctl: Flyctl,
): Promise<Diagnostic[]> {
  const all = tomls.map(async ({ app, source: { file, text }, problems }) => {
    const path = join(workspace.folder, app.config)
    const folder = buildFolder(app, workspace.folder)
    const output = await validateFlyConfig(flyctl, { app: app.app, config: path, folder })
    const findings = output === '' ? [] : silenceExternal(flyctlDiagnostics(output, file), text, file)
    return findings.filter(
      ({ code, message }) => !problems.some((p) => p.code === code && p.message === message),
    )
  })
  return withoutIgnored((await Promise.all(all)).flat(), config.lint.ignore)
}

const NO_FILE =
  'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Create a monitoring.yml, or check the input working-directory.'
