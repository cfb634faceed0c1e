import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from '@jest/globals'
import { projectRoot } from '../sandbox/project.ts'
import type { ProofCase } from './case.ts'
import { expectedVerdict, runCase, verdictOf } from './start.ts'

/** Every case of `cases/`: several at the same time, each in namespaces of its own. */

const files = globSync(`${projectRoot}__tests__/proof/cases/*/*.ts`).toSorted()

test.concurrent.each(files.map((file) => [basename(file, '.ts').replaceAll('-', ' '), file]))(
  '%s',
  async (_name, file) => {
    const { expect: right } = ((await import(file)) as { default: ProofCase }).default
    if (!right) throw new Error(`${file} does not say what is right: add \`expect\``)
    const proof = await runCase(file)
    expect(verdictOf(proof)).toEqual(expectedVerdict(right))
    // The terminal shows texts as they are, the summary escapes them.
    const said = `${proof.summary}\n${proof.text}`
    for (const text of right.says ?? []) expect(said).toMatch(text)
    for (const text of right.saysNot ?? []) expect(said).not.toMatch(text)
    const checks = proof.evidence.checks.map((one) => `${one.area} ${one.outcome} ${one.certainty}`)
    expect(checks).toEqual(expect.arrayContaining([...(right.checks ?? [])]))
    if (right.evidence) expect(proof.evidence).toMatchObject(right.evidence)
  },
  150_000,
)
