import { findingUrl } from '../lib/documentation.ts'
import { sha256 } from '../lib/json-value.ts'
import { type PlacedDiagnostic, withPlaces } from './check-run.ts'
import { inertText } from './inert-text.ts'
import { pathInUrl } from './overview.ts'
import { keyOf, type ReportIdentity } from './publication.ts'
import type { RunReport } from './report.ts'

/** GitHub shows 5,000 results of an upload, the most severe ones, and refuses one with more than 25,000. */
const MAX_RESULTS = 5_000

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/**
 * The findings as a SARIF 2.1.0 log: those that are about a place in a file, because code scanning shows no others.
 * Undefined when no file was checked: an empty log would close every alert.
 */
export function renderSarif(report: RunReport, identity: ReportIdentity): object | undefined {
  const all = withPlaces(report.problems)
  if (all.length === 0 && report.checked === undefined) return undefined
  const shown = all.slice(0, MAX_RESULTS)
  const rules = [...Map.groupBy(shown, ({ code }) => code)].map(([code, [first]]) => ruleOf(code, first))
  const places = new Map(rules.map(({ id }, index) => [id, index]))
  const fingerprint = fingerprints()
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'deploy-monitoring',
            informationUri: 'https://github.com/fechatter/deploy-monitoring',
            rules,
          },
        },
        // Uploads of one category replace each other.
        automationDetails: { id: `deploy-monitoring/${identity.mode}/${keyOf(identity)}/` },
        columnKind: 'utf16CodeUnits',
        results: shown.map((found) => ({
          ruleId: found.code,
          ruleIndex: places.get(found.code) ?? -1,
          level: found.severity,
          message: { text: messageOf(found) },
          locations: [locationOf(found.at)],
          partialFingerprints: { 'deployMonitoring/v1': fingerprint(found) },
        })),
      },
    ],
  }
}

/** A description belongs to the rule and not to one of its results: the page of the finding has it. */
function ruleOf(code: string, first: PlacedDiagnostic | undefined) {
  const url = findingUrl(code)
  return {
    id: code,
    shortDescription: { text: code },
    helpUri: url,
    help: {
      text: `What it means, an example and how to silence it: ${url}`,
      markdown: `[What it means, an example and how to silence it](${url})`,
    },
    defaultConfiguration: { level: first?.severity ?? 'warning' },
  }
}

/** `{0}` stands for an argument, of which there are none. */
const messageOf = ({ message, hint }: PlacedDiagnostic): string =>
  `${inertText(message, 1_000)} ${inertText(hint, 1_000)}`.replace(/\{(?=\d+\})/g, '{\u200b')

const locationOf = ({ file, line, column }: PlacedDiagnostic['at']) => ({
  physicalLocation: {
    artifactLocation: { uri: pathInUrl(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
  },
})

/**
 * The same for a finding whose line has moved: its file and text without numbers, and how many equal ones are before it.
 */
function fingerprints(): (found: PlacedDiagnostic) => string {
  const seen = new Map<string, number>()
  return ({ code, at, message }) => {
    const identity = JSON.stringify([code, at.file, message.replace(/\d+/g, '0')])
    const hash = sha256(identity).slice(0, 32)
    const before = seen.get(hash) ?? 0
    seen.set(hash, before + 1)
    return `${hash}:${before + 1}`
  }
}
