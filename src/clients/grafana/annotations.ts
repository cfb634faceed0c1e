import { z } from 'zod'
import type { Requests } from './request.ts'
import { shaped } from './shaped.ts'

export function annotations({ send }: Requests) {
  return {
    hasAnnotation: async (tags: readonly string[], from: number): Promise<boolean> => {
      const to = 'look for the deploy annotation'
      const query = new URLSearchParams({
        type: 'annotation',
        from: String(from),
        to: String(Date.now() + 60_000),
      })
      for (const tag of tags) query.append('tags', tag)
      const answer = await send({ path: `/api/annotations?${query}`, to })
      return shaped(answer, z.array(z.object({ id: z.number() })), to).length > 0
    },
    annotate: async (annotation: { time: number; text: string; tags: readonly string[] }) => {
      await send({
        method: 'POST',
        path: '/api/annotations',
        body: annotation,
        to: 'add the deploy annotation',
      })
    },
  }
}
