import * as v from 'valibot'
import type { StoredFolder } from '../../model/grafana.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

const folderShape = v.object({ uid: v.string(), title: v.string() })

export function folderRequests({ send }: GrafanaRequests) {
  return {
    folder: async (uid: string): Promise<StoredFolder | 'hidden' | undefined> => {
      const to = `read the folder "${uid}"`
      const answer = await send({ path: `/api/folders/${pathSegment(uid)}`, to, expect: [403, 404] })
      if (answer.status === 404) return undefined
      return answer.status === 403 ? 'hidden' : parseResponse(answer, folderShape, to)
    },
    createFolder: async (folder: StoredFolder): Promise<'created' | 'taken'> => {
      const to = `create the folder "${folder.title}"`
      const answer = await send({ method: 'POST', path: '/api/folders', body: folder, to, expect: [412] })
      return answer.status === 412 ? 'taken' : 'created'
    },
    renameFolder: async ({ uid, title }: StoredFolder) => {
      const path = `/api/folders/${pathSegment(uid)}`
      await send({
        method: 'PUT',
        path,
        body: { title, overwrite: true },
        to: `rename the folder to "${title}"`,
      })
    },
  }
}
