import { createPrometheus } from '../clients/prometheus/client.ts'
import { probeRemoteWrite } from '../clients/prometheus/probe-remote-write.ts'
import { queryUrl, queryUrlOf } from '../config/query-url.ts'
import { targetName } from '../config/remote-write.ts'
import type { RemoteWrite } from '../inputs/types.ts'
import { parseDuration } from '../lib/duration.ts'
import type { VerifyRequest } from '../verify/request.ts'
import type { Session } from './session.ts'

type Written = NonNullable<VerifyRequest['remoteWrite']>[number]

/** The servers that samples are sent to, as verification asks them: the one of the inputs first. */
export function remoteWriteTargets(session: Session): Written[] {
  const { inputs, project, scrapes } = session
  const { remoteWrite: input } = inputs
  const { remote_write: others } = project.config
  const own = input ? [{ ...targetOf(session, inputServer(input)), others: others.map(targetName) }] : []
  const named = others.map((target): Written => {
    const key = scrapes.get(target.password_env ?? '')
    const batchMs = parseDuration(target.queue_config?.batch_send_deadline ?? '')
    return {
      ...targetOf(session, {
        url: target.url,
        queryUrl: queryUrlOf(target),
        user: target.user,
        key,
      }),
      name: targetName(target),
      ...(batchMs !== undefined && { batchMs }),
    }
  })
  return [...own, ...named]
}

interface Server {
  url: string
  queryUrl: string | undefined
  user: string | undefined
  key: string | undefined
}

const inputServer = ({ url, user, key }: RemoteWrite): Server => ({ url, queryUrl: queryUrl(url), user, key })

function targetOf(
  { project, pool, signal }: Session,
  { url, queryUrl: readUrl, user, key }: Server,
): Written {
  const credentials = user === undefined || key === undefined ? undefined : { user, password: key }
  return {
    url,
    monitor: project.config.monitoring.app,
    ...(readUrl !== undefined && { readBack: createPrometheus({ url: readUrl, credentials, pool, signal }) }),
    probe: () => probeRemoteWrite({ url, credentials, pool, signal }),
  }
}
