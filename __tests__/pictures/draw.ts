import { type Served, serveFrontEnd } from './front-end.ts'
import { DEPLOYED, NOW, SCENARIOS } from './scenarios.ts'
import type { Screen } from './screen.ts'

const VIEWS = [
  { name: '1600-dark', theme: 'dark', width: 1600 },
  { name: '1600-light', theme: 'light', width: 1600 },
  { name: '1200-dark', theme: 'dark', width: 1200 },
  { name: 'phone-dark', theme: 'dark', width: 400 },
] as const

/** Whether every panel has its answer. */
const READY = `(() => {
  const panels = document.querySelectorAll('[data-viz-panel-key],[data-griditem-key]')
  return panels.length > 3 && !document.querySelector('[aria-label="Panel loading bar"]') && document.querySelectorAll('canvas,table,[role=grid]').length > 1
})()`

const HEIGHT = `Math.max(...[...document.querySelectorAll('[data-viz-panel-key],[data-griditem-key]')].map((one) => one.getBoundingClientRect().bottom))`

/** The pictures of a dashboard. */
export const picturesOf = (uid: string) =>
  SCENARIOS.flatMap((scenario) =>
    VIEWS.map((view) => ({ scenario, view, file: `${uid}-${scenario}-${view.name}.png` })),
  )

/** Draws every dashboard in every scenario and view, as far as the picture is wanted; `keep` gets name and PNG. */
export async function draw(
  screen: Screen,
  world: Omit<Served, 'deployments'>,
  { isWanted, keep }: { isWanted: (file: string) => boolean; keep: (file: string, png: Buffer) => void },
): Promise<void> {
  const deployments = SCENARIOS.map((one) => ({
    time: 1000 * (NOW[one] - 60 * (one === 'incident' ? DEPLOYED : 47)),
    text: 'Deployed 3f9c2e1',
  }))
  using server = await serveFrontEnd({ ...world, deployments })
  for (const uid of world.dashboards.keys())
    for (const { scenario, view, file } of picturesOf(uid).filter((one) => isWanted(one.file))) {
      await screen.at(NOW[scenario])
      // High enough for everything: panels out of sight are not drawn.
      const size = { width: view.width, height: 5000 }
      await screen.show(`${server.url}/d/${uid}/x?kiosk&theme=${view.theme}`, size)
      if (!(await screen.until(READY, 40))) console.log(`${file}: not everything was drawn`)
      for (const error of screen.exceptions()) console.log(`${file}: ${error}`)
      const height = Math.ceil(Number(await screen.evaluate(HEIGHT))) + 8
      keep(file, await screen.picture(view.width, height))
    }
}
