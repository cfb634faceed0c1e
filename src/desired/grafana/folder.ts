import type { Config } from '../../config/schema.ts'
import { uidFor } from './uids.ts'

/** The uid of the folder of a deployment. In older versions folders and dashboards share their uids (measured on 10.1). */
export const folderUid = (app: string): string => `${uidFor(app, 33)}-folder`

/** The title of the folder of a deployment. */
export const folderTitle = ({
  grafana,
  apps,
  monitoring,
}: Pick<Config, 'grafana' | 'apps' | 'monitoring'>): string =>
  grafana.folder ?? apps[0]?.app ?? monitoring.app
