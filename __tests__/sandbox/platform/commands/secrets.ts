import { appCompact, listMachines } from '../api.ts'
import { appName, type Context } from '../context.ts'
import { FlyError, withPrefix } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { sha256 } from '../ids.ts'
import { rememberVersion } from '../minimumVersions.ts'
import { json } from '../render.ts'
import { parseSecrets } from '../secretsParse.ts'
import { flaps, flapsApp, flapsError, type Session, uiex } from '../session.ts'
import type { App, Secret } from '../state.ts'
import type { Command } from './command.ts'

const FLAGS = flagSpecs('app,a config,c detach! stage! dns-checks!')
const STAGED =
  'Secrets have been staged, but not set on VMs. Deploy or update machines in this app for the secrets to take effect.\n'
const LONGEST_STDIN = 65_536

export const secretsImport: Command = {
  flags: FLAGS,
  session: true,
  readsConfig: true,
  async run(context) {
    const { session } = context
    const app = await appCompact(session, appName(context))
    const text = (await session.terminal.stdin()).toString()
    const parsed = (async () => parseSecrets(text))()
    const secrets = await withPrefix('Failed to parse secrets from stdin', parsed)
    await store(context, app, secrets)
  },
}

export const secretsSet: Command = {
  flags: FLAGS,
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args } = context
    if (args.positional.length === 0) throw new FlyError('requires at least 1 arg(s), only received 0')
    const app = await appCompact(session, appName(context))
    const secrets = new Map<string, string>()
    for (const pair of args.positional) {
      const at = pair.indexOf('=')
      if (at === -1) {
        throw new FlyError(`could not parse secrets: '${pair}': must be in the format NAME=VALUE`)
      }
      secrets.set(pair.slice(0, at), pair.slice(at + 1))
    }
    await store(context, app, await withStdin(session, secrets))
  },
}

export const secretsList: Command = {
  flags: flagSpecs('app,a config,c json,j!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, out } = context
    const name = appName(context)
    const path = `/v1/apps/${name}/secrets`
    const list = flaps(session, { method: 'GET', path }, () => [...flapsApp(session, name, 'read').secrets])
    const secrets = await withPrefix('failed to list app secrets', list)
    const machines = await listMachines(session, name)
    const app = flapsApp(session, name, 'read')
    if (machines.length > 0) {
      await uiex(
        session,
        { method: 'GET', path: `/api/v1/apps/${name}/releases`, doing: 'list releases' },
        () => [],
      )
    }
    out(
      json(
        secrets
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([secret, stored]) => ({
            name: secret,
            digest: sha256(stored.value).slice(0, 16),
            status: deployment(app, stored),
          })),
      ),
    )
  },
}

/** `NAME=-` reads the standard input; the first such name gets it all, trimmed (measured). */
async function withStdin(session: Session, secrets: Map<string, string>): Promise<Map<string, string>> {
  const names = [...secrets].filter(([, value]) => value === '-').map(([name]) => name)
  for (const [index, name] of names.reverse().entries()) {
    const input = index === 0 ? await session.terminal.stdin() : Buffer.alloc(0)
    if (input.length > LONGEST_STDIN) {
      throw new FlyError(
        `error reading stdin for '${name}': Input exceeded max length of ${LONGEST_STDIN} bytes`,
      )
    }
    secrets.set(name, input.toString().trim())
  }
  return secrets
}

async function store(context: Context, app: App, secrets: Map<string, string>): Promise<void> {
  const { session, args, out } = context
  if (secrets.size === 0) throw new FlyError('requires at least one SECRET=VALUE pair')
  const version = await withPrefix('update secrets', update(session, app.name, secrets))
  await rememberVersion(session, app.name, version)
  if (args.bool('stage', false)) return out(STAGED)
  const machines = await listMachines(session, app.name, 'failed to list VMs even after retries')
  if (app.deployed || machines.length > 0) {
    throw new FlyError("the sandbox's flyctl changes secrets of a deployed app only with --stage")
  }
  out('Secrets are staged for the first deployment\n')
}

function update(session: Session, name: string, secrets: Map<string, string>): Promise<number> {
  const request = flaps(session, { method: 'POST', path: `/v1/apps/${name}/secrets` }, () => {
    const app = flapsApp(session, name, 'write')
    for (const secret of secrets.keys()) {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(secret)) {
        throw flapsError(session, 400, { error: `invalid secret name '${secret}'` })
      }
    }
    for (const [secret, value] of secrets) app.secrets.set(secret, { value, updatedAt: Date.now() })
    return ++app.secretsVersion
  })
  return withPrefix('failed to update app secrets', request)
}

/** Deployed = older than the release of every machine. */
function deployment(app: App, secret: Secret): 'Deployed' | 'Staged' | 'Partial' {
  const has = app.machines.filter((machine) => {
    const version = Number(machine.config.metadata.fly_release_version)
    const release = app.releases.find((known) => known.version === version)
    return release !== undefined && secret.updatedAt <= release.createdAt
  })
  if (has.length === 0) return 'Staged'
  return has.length === app.machines.length ? 'Deployed' : 'Partial'
}
