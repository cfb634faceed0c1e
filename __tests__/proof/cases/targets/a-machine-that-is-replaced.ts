import { counter, gauge, page, proofCase } from '../../case.ts'

export default proofCase({
  machines: [{}, {}],
  services: [
    { name: 'web', port: 9100, metrics: { web_requests_total: 'counter' } },
    { name: 'slow', port: 9200, metrics: { slow_up: 'gauge' } },
  ],
  serve: ({ name }) => (name === 'web' ? page((n) => counter('web_requests_total', n)) : undefined),
  async during(rig) {
    const [web, slow] = rig.config.services
    const [first, second] = rig.machines
    if (!web || !slow || !first || !second) throw new Error('no service')
    await rig.sleep(8_000)
    Object.assign(second, { state: 'destroyed', hidden: true })
    rig.unlisten('web@m2')
    const third = rig.addMachine({ id: 'm9' })
    await rig.listen(
      web,
      third,
      page((n) => counter('web_requests_total', n)),
    )
    await rig.sleep(6_000)
    for (const machine of [first, third]) await rig.listen(slow, machine, page(gauge('slow_up', 1)))
  },
  expect: { verdict: 'proven', says: ['4 of 4 targets'] },
})
