import { type Annotation, type Answer, type Call, type Json, nextId, ok, refused } from './state.ts'

const serve = (annotation: Annotation): Json => ({
  ...annotation,
  login: 'sa-1-deploy-editor',
  email: 'sa-1-deploy-editor',
  avatarUrl: '/public/img/user_profile.png',
  data: {},
})

export function createAnnotation({ state, body }: Call): Answer {
  if (!body?.text) return refused(400, 'Failed to save annotation')
  const dashboardUID = String(body.dashboardUID ?? '')
  if (dashboardUID && !state.dashboards.some((d) => d.uid === dashboardUID))
    return refused(500, 'Error while checking annotation permissions')
  const now = Date.now()
  const at = Number(body.time ?? now)
  const annotation: Annotation = {
    id: nextId(state),
    dashboardUID,
    created: now,
    updated: now,
    time: at,
    timeEnd: Number(body.timeEnd ?? at),
    text: String(body.text),
    tags: Array.isArray(body.tags) ? body.tags.map(String) : [],
  }
  state.annotations.push(annotation)
  return ok({ id: annotation.id, message: 'Annotation added' })
}

export function findAnnotations({ state, query }: Call): Answer {
  const from = Number(query.get('from') ?? 0)
  const to = Number(query.get('to') ?? Number.MAX_SAFE_INTEGER)
  const tags = query.getAll('tags')
  const found = state.annotations.filter(
    (a) => tags.every((tag) => a.tags.includes(tag)) && a.timeEnd >= from && a.time <= to,
  )
  return ok(found.map(serve))
}

const find = ({ state, params: [id] }: Call) => state.annotations.find((a) => a.id === Number(id))

export function getAnnotation(call: Call): Answer {
  const found = find(call)
  return found ? ok(serve(found)) : refused(404, 'Annotation not found')
}

export function patchAnnotation(call: Call): Answer {
  const found = find(call)
  if (!found || !call.body) return refused(404, 'Annotation not found')
  const { text, timeEnd, tags } = call.body
  if (text !== undefined) found.text = String(text)
  if (timeEnd !== undefined) found.timeEnd = Number(timeEnd)
  if (Array.isArray(tags)) found.tags = tags.map(String)
  found.updated = Date.now()
  return ok({ message: 'Annotation patched' })
}

export function deleteAnnotation(call: Call): Answer {
  const found = find(call)
  if (found) call.state.annotations.splice(call.state.annotations.indexOf(found), 1)
  return ok({ message: 'Annotation deleted' })
}
