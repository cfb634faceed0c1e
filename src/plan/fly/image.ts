import type { ImageSource } from './actions.ts'
import { type DesiredMonitoring, type MonitoringMachine, RECORD_VARIABLES } from './state.ts'

/** The image of a deploy: one that was built is used again, by its digest, until its build files change. */
export function imageFor(
  wanted: DesiredMonitoring,
  machines: readonly Pick<MonitoringMachine, 'env' | 'image'>[],
): ImageSource {
  if (wanted.app.image) return { from: 'reference', reference: wanted.app.image }
  const built = machines.find(({ env }) => env[RECORD_VARIABLES.build] === wanted.buildDigest)
  const reference = built && pinned(built.image)
  return reference ? { from: 'reference', reference } : { from: 'dockerfile', path: 'Dockerfile.monitoring' }
}

/** `name:tag@digest` as flyctl accepts it, or undefined when the machine does not report its image. */
function pinned(image: MonitoringMachine['image']): string | undefined {
  if (image.ref === '') return undefined
  if (image.ref.includes('@') || image.digest === '') return image.ref
  return `${image.ref}@${image.digest}`
}
