import type { AppOrder } from '../../desired/app.ts'
import { type FlyChange, flyChange, type ImageSource } from './actions.ts'

/** The changes of a deploy of a main app that exists: every run makes a release. */
export function planApp({ app: config }: AppOrder): FlyChange[] {
  const { app } = config
  return [flyChange({ kind: 'deploy', app, image: imageOf(config) }, 'The configuration asks for it.')]
}

/** The changes of a deploy when the app does not exist yet. */
export function planNewApp(order: AppOrder): FlyChange[] {
  const { app } = order.app
  const create = { kind: 'create-app', app, organization: order.organization } as const
  const allocate = (['shared-v4', 'v6'] as const).map((address) =>
    flyChange(
      { kind: 'allocate-address', app, address },
      'Without a terminal, flyctl would leave the app without a public address.',
    ),
  )
  return [
    flyChange(create, 'The app does not exist yet.'),
    ...(order.needsAddresses ? allocate : []),
    ...planApp(order),
  ]
}

/** The change for a public app without an address. */
export const planAddresses = (app: string): FlyChange[] => [
  flyChange(
    { kind: 'ensure-addresses', app },
    'Its services are public, but it does not have one address of each kind: flyctl allocates them on the first deploy only, and does not report when that fails.',
  ),
]

function imageOf({ image, dockerfile }: AppOrder['app']): ImageSource {
  if (image) return { from: 'reference', reference: image }
  return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' }
}
