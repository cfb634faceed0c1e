import { counter, gauge, page, proofCase } from '../../case.ts'
import type { Rig } from '../../rig.ts'

/** Crashes every 2.5 s and starts again 1.2 s later, until `isRepaired`. */
const crashing = (isRepaired: (ms: number) => boolean) => async (rig: Rig) => {
  const [service] = rig.config.services
  const [machine] = rig.machines
  if (!service || !machine) throw new Error('no service')
  rig.unlisten('web@m1')
  const began = Date.now()
  const live = async (): Promise<void> => {
    const start = Date.now() / 1000
    const text = () =>
      counter('web_requests_total', Math.floor(Date.now() / 1000 - start)) +
      gauge('process_start_time_seconds', start)
    await rig.listen(service, machine, page(text))
    await rig.sleep(2_500)
    if (isRepaired(Date.now() - began)) return
    rig.unlisten('web@m1')
    await rig.sleep(1_200)
    return live()
  }
  void live()
}

export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => undefined,
  before: crashing((ms) => ms > 15_000),
  warm: 18_000,
  expect: { verdict: 'proven', evidence: { targets: [{ state: 'up', history: { restarts: 0 } }] } },
})
