import * as v from 'valibot'
import type { GrafanaRequests } from './request.ts'
import { parseResponse } from './response.ts'

const annotationShape = v.object({
  id: v.number(),
  time: v.number(),
  tags: v.optional(v.array(v.string()), []),
})

export function annotationRequests({ send }: GrafanaRequests) {
  return {
    lastAnnotation: async (tags: readonly string[], from: number): Promise<readonly string[] | undefined> => {
      const to = 'look for the deploy annotation'
      const query = new URLSearchParams({
        type: 'annotation',
        from: String(from),
        to: String(Date.now() + 60_000),
      })
      for (const tag of tags) query.append('tags', tag)
      const answer = await send({ path: `/api/annotations?${query}`, to })
      const found = parseResponse(answer, v.array(annotationShape), to)
      return found.toSorted((a, b) => b.time - a.time || b.id - a.id)[0]?.tags
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
