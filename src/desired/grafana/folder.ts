import { uidFor } from './uids.ts'

/** The uid of the folder of a deployment. In older versions folders and dashboards share their uids (measured on 10.1). */
export const folderUid = (app: string): string => `${uidFor(app, 33)}-folder`
