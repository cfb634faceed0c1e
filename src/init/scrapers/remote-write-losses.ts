import { get, scalarText, type Tree } from '../../formats/tree.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { initNote, lossNote } from '../findings.ts'

/** Targets are not taken over, because their keys are elsewhere; the URL of an old one is only said where it is written. */
export function lossesOfRemoteWrite(target: Tree, file: string, isFurther: boolean): Diagnostic[] {
  const url = scalarText(get(target, 'url')) ?? ''
  const isOpen = url === '' || /\$|\{\{|^%/.test(url)
  const note = isOpen
    ? initNote(
        file,
        target.at,
        url === ''
          ? 'Remote write has no URL: every batch fails, and Prometheus needs a minute to stop.'
          : 'Remote write is always part of this configuration, with values from variables: wherever they are empty, every batch fails, and Prometheus needs a minute to stop.',
        'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set, or `remote_write` in monitoring.yml has a target.',
      )
    : lossNote(
        file,
        target.at,
        `This Prometheus writes to ${hostOf(url)}. It is not taken over.`,
        isFurther
          ? 'Add it to `remote_write` in monitoring.yml, with the name of the environment variable that has its key.'
          : 'Set `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` for the deploy, or add it to `remote_write` in monitoring.yml.',
      )
  return [note, ...filters(target, file)]
}

/** The host of a URL, which may have a password in front of it. */
const hostOf = (url: string): string => (URL.canParse(url) ? quoted(new URL(url).host) : 'a target outside')

function filters(target: Tree, file: string): Diagnostic[] {
  const relabel = get(target, 'write_relabel_configs')
  if (!relabel) return []
  const message = 'Remote write drops or renames metrics. These filters are not taken over.'
  return [lossNote(file, relabel.at, message, 'All samples are written.')]
}
