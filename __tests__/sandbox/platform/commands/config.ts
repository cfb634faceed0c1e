import { appName } from '../context.ts'
import { FlyError } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { unrecognised } from '../tomlDecode.ts'
import { validate } from '../tomlValidate.ts'
import type { Command } from './command.ts'

/** Findings go to stdout, only the verdict to stderr; no request is made. */
export const configValidate: Command = {
  flags: flagSpecs('app,a config,c strict,s!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { config, args, out } = context
    appName(context)
    if (config === undefined) throw new FlyError("the sandbox's flyctl validates only a file: give --config")
    const strict = args.bool('strict', false)
    if (config.problem !== undefined) {
      const loading = strict && !config.rewritten ? 'failed to load config for strict validation: ' : ''
      throw new FlyError(loading + config.problem)
    }
    const { text, valid } = validate(config)
    out(`${text}\n`)
    const unknown = strict ? unrecognised(config.table) : []
    if (unknown.length > 0) {
      const lines = unknown.map((key) => `  - ${key}`).join('\n')
      out(`\nStrict validation found unrecognised sections or keys:\n${lines}\n\n\n`)
    }
    if (!valid) throw new FlyError('App configuration is not valid')
    if (unknown.length > 0) throw new FlyError('strict validation failed')
  },
}
