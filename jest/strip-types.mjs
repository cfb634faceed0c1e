import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'

/** Node's own type stripping as a jest transform: line and column stay exact, no compiler is loaded. */
export default {
  // Never pass sourceUrl: coverage would read 0 %.
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source, file, options) =>
    createHash('sha256')
      .update([process.version, file, options.instrument, options.configString, source].join('\0'))
      .digest('hex'),
}
