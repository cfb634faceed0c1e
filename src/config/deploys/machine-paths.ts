import type { ScriptDeploy } from './deploy-commands.ts'

/** Where people have their projects: `/home/me/shop`, `~/code/shop`, `$HOME/shop`. */
const OF_MACHINE = /^(?:home|Users|root|mnt|media|opt|srv|workspaces?|~|\*)\//

/**
 * A deploy whose paths are those of the machine of a developer, with paths of this repository: where they end in a folder that
 * the repository has, with the Fly configuration in it.
 */
export function inRepository<Deploy extends ScriptDeploy>(
  deploy: Deploy,
  exists: (path: string) => boolean,
): Deploy {
  const { config, folder, dockerfile } = deploy
  if (!OF_MACHINE.test(config) || exists(config)) return deploy
  const parts = config.split('/')
  const at = parts.findIndex((_, i) => i > 0 && i < parts.length - 1 && exists(parts.slice(i).join('/')))
  if (at === -1) return deploy
  const root = parts.slice(0, at).join('/')
  const inside = (path: string): string =>
    path === root ? '.' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path
  return {
    ...deploy,
    config: inside(config),
    folder: inside(folder),
    dockerfile: dockerfile === undefined ? undefined : inside(dockerfile),
  }
}
