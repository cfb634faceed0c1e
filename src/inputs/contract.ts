import type { AddInputError, InputValue } from './access.ts'
import { flagInput } from './flag.ts'
import type { Inputs, MetricsPage } from './types.ts'

/** The inputs of mode `contract`: one page on each line of `url` and `file`, after `SERVICE=` where it is needed. */
export function contractInput(value: InputValue, addError: AddInputError): Inputs['contract'] {
  const urls = lines(value('url')).map((line): MetricsPage => ({ kind: 'url', ...split(line, /^https?:/) }))
  const files = lines(value('file')).map((line): MetricsPage => ({ kind: 'file', ...split(line) }))
  for (const { source } of urls) checkUrl(source, addError)
  return { pages: [...urls, ...files], check: flagInput('check', value('check'), false, addError) }
}

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `SERVICE=SOURCE`, or only the source; `whole`: what is a source without a service, whatever is in it. */
function split(line: string, whole?: RegExp): Pick<MetricsPage, 'service' | 'source'> {
  const [, service, source] = whole?.test(line) ? [] : (/^([a-zA-Z_][\w-]*)=(.+)$/.exec(line) ?? [])
  return { service, source: source ?? line }
}

function checkUrl(url: string, addError: AddInputError): void {
  const parsed = URL.parse(url)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    addError(
      'input/url',
      'Input url has a line that is not a URL.',
      'Write the whole address, such as http://localhost:9090/metrics, after SERVICE= if there are several services.',
    )
  else if (parsed.username || parsed.password)
    addError(
      'input/url-credentials',
      'Input url has a user or a password in the URL.',
      'URLs end up in logs: read the page with a program that has the credentials, and use the input file.',
    )
}
