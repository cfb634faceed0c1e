import { get, type Table, type Tree, textOf } from '../../formats/tree.ts'
import type { Report } from './visit.ts'

const isSet = (node: Tree | undefined): boolean =>
  node !== undefined && !(node.kind === 'value' && node.value === null)
const isGiven = (node: Tree | undefined): boolean => (textOf(node) ?? '') !== ''

/** Ways to give one secret of a section. */
const SECRETS = [
  ['basic_auth', 'password'],
  ['basic_auth', 'username'],
  ['authorization', 'credentials'],
  ['tls_config', 'ca'],
  ['tls_config', 'cert'],
  ['tls_config', 'key'],
] as const

/** Of whatever speaks HTTP: what exclude each other. */
export function authorization(node: Table, report: Report): void {
  const sections = ['basic_auth', 'authorization', 'oauth2', 'sigv4', 'azuread', 'google_iam']
  const bearers = ['bearer_token', 'bearer_token_file']
  excluding(
    node,
    [...sections.filter((key) => isSet(get(node, key))), ...bearers.filter((key) => isGiven(get(node, key)))],
    report,
  )
  for (const [section, secret] of SECRETS) {
    const holder = get(node, section)
    const ways = [secret, `${secret}_file`, `${secret}_ref`]
    if (holder?.kind === 'table')
      excluding(
        holder,
        ways.filter((key) => isGiven(get(holder, key))),
        report,
      )
  }
  if (textOf(get(node, 'proxy_from_environment')) === 'true')
    excluding(
      node,
      ['proxy_from_environment', ...['proxy_url', 'no_proxy'].filter((key) => isGiven(get(node, key)))],
      report,
    )
}

function excluding(node: Table, given: readonly string[], report: Report): void {
  if (given.length < 2) return
  const at = get(node, given[1] ?? '')?.at ?? node.at
  report('prometheus/auth', at, `${given.join(' and ')} exclude each other.`, 'Keep one.')
}
