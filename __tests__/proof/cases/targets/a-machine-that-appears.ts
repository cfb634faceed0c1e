import { counter, page, proofCase } from '../../case.ts'

export default proofCase({
  machines: [{}, {}],
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 3)),
  async during(rig) {
    const [service] = rig.config.services
    const machine = rig.addMachine({ id: 'm3' })
    if (service)
      await rig.listen(
        service,
        machine,
        page((n) => counter('web_requests_total', n)),
      )
  },
  expect: { verdict: 'proven', says: ['3 of 3 targets'] },
})
