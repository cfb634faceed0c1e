import * as v from 'valibot'
import type { StoredFolder } from '../../model/grafana.ts'
import type { GrafanaRequests } from './request.ts'
import { parseResponse, pathSegment } from './response.ts'

const folderShape = v.object({ uid: v.string(), title: v.string() })
const itemsShape = v.array(
  v.object({
    uid: v.string(),
    title: v.string(),
    type: v.string(),
    folderUid: v.optional(v.string(), ''),
  }),
)
const countsShape = v.record(v.string(), v.number())

/** A dashboard or a folder; `type` is `dash-db` or `dash-folder`. */
export type FolderItem = v.InferOutput<typeof itemsShape>[number]

/** Answers of a Grafana that does not count, or not for this token. */
const NO_COUNTS = [403, 404]

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
    deleteFolder: async (uid: string) => {
      const path = `/api/folders/${pathSegment(uid)}`
      await send({ method: 'DELETE', path, to: `remove the folder "${uid}"`, expect: [404] })
    },
    itemsIn: async (folderUid: string): Promise<FolderItem[]> => {
      const to = `list what is in the folder "${folderUid}"`
      const answer = await send({ path: `/api/search?limit=5000&folderUIDs=${pathSegment(folderUid)}`, to })
      // The filter does not apply to folders everywhere.
      return parseResponse(answer, itemsShape, to).filter((item) => item.folderUid === folderUid)
    },
    countIn: async (folderUid: string): Promise<number | undefined> => {
      const to = `count what is in the folder "${folderUid}"`
      const path = `/api/folders/${pathSegment(folderUid)}/counts`
      const answer = await send({ path, to, expect: NO_COUNTS })
      if (answer.status !== 200) return undefined
      return Object.values(parseResponse(answer, countsShape, to)).reduce((sum, n) => sum + n, 0)
    },
  }
}
