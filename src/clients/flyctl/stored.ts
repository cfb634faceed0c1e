import * as v from 'valibot'
import { isJsonObject, type JsonObject } from '../../lib/json-value.ts'
import type { StoredMachine } from '../../model/fly.ts'
import { parseMachines } from './answers.ts'
import { type Flyctl, parseAnswer } from './client.ts'
import { ask } from './commands.ts'

/** What Fly stores, in its own form: the configuration of the last release, and that of each machine. */

const object = v.custom<JsonObject>(isJsonObject)

/**
 * The configuration of the app's last release, whether it succeeded or not, with the keys of a Fly configuration. Files
 * of `[[files]]` are in it by their paths only.
 */
export async function readReleaseConfig(flyctl: Flyctl, app: string): Promise<JsonObject> {
  const command = 'config show'
  return parseAnswer(command, await flyctl.repeatable({ command, app }), (json) => v.parse(object, json))
}

const withLabels = v.object({
  id: v.string(),
  config: v.nullish(object),
  image_ref: v.nullish(v.object({ labels: v.nullish(v.record(v.string(), v.unknown())) })),
})

/** The machines of an app as Fly stores them; files of `[[files]]` are in their configuration with their contents. */
export function listStoredMachines(flyctl: Flyctl, app: string): Promise<StoredMachine[]> {
  return ask(flyctl, { command: 'machine list', app }, (json) => {
    const raw = new Map((v.parse(v.nullable(v.array(withLabels)), json) ?? []).map((one) => [one.id, one]))
    return parseMachines(json, app).map(({ id, processGroup, releaseVersion, image, isCanary }) => {
      const { config, image_ref } = raw.get(id) ?? {}
      const commit = image_ref?.labels?.[COMMIT_LABEL]
      return {
        id,
        processGroup,
        image,
        ...(releaseVersion !== undefined && { releaseVersion }),
        ...(isCanary && { isCanary }),
        ...(typeof commit === 'string' && /^[0-9a-f]{7,64}$/.test(commit) && { commit }),
        config: config ?? {},
      }
    })
  })
}

/** flyctl labels an image that it builds in a GitHub workflow. */
const COMMIT_LABEL = 'GH_SHA'
