import type { AppConfig } from './config/schema.ts'
import type { Problem } from './lib/errors.ts'
import { readText, shown } from './lib/workspace.ts'
import { lintFlyToml } from './lint/fly/lint.ts'
import { each, missing, type Project, type Read } from './project.ts'

/** The Fly configuration of an app that is to be deployed, with what is to be said about it. */
export interface FlyToml {
  app: AppConfig
  problems: readonly Problem[]
}

/** Reads what a deploy needs besides: the Fly configurations, and the Dockerfiles that the configuration names. */
export function readFlyTomls({ workspace, config, configFile }: Project): Read<FlyToml> {
  const deployed = config.apps.filter((app) => app.deploy)
  return each(deployed, (app) => {
    const hint =
      configFile !== undefined
        ? `The configuration names it for app ${app.app}. Write it, or set deploy: false.`
        : NO_FILE
    const toml = readText(workspace, app.config)
    // An image needs no Dockerfile.
    const dockerfile = app.image === undefined ? app.dockerfile : undefined
    const gone = [
      ...(toml ? [] : [app.config]),
      ...(dockerfile !== undefined && !readText(workspace, dockerfile) ? [dockerfile] : []),
    ]
    if (!toml || gone.length > 0) return gone.map((path) => missing(shown(workspace, path), hint))
    const services = config.services.filter((service) => service.app === app.app)
    return { app, problems: lintFlyToml(toml.text, toml.file, { app: app.app, services }) }
  })
}

/** Apps with services that no shared address can serve, which a first deploy has to be given addresses for. */
export const needAddresses = (files: readonly FlyToml[]): ReadonlySet<string> =>
  new Set(
    files
      .filter(({ problems }) => problems.some(({ code }) => code === 'fly/dedicated-ip'))
      .map(({ app }) => app.app),
  )

const NO_FILE =
  'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Write a monitoring.yml, or check the input working-directory.'
