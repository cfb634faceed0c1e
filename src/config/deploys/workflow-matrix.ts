import { get, items, scalarText, type Tree } from '../../formats/tree.ts'

/** The values of one job of a matrix, by their names in expressions: `app`, or `app.config` for a list of tables. */
export type MatrixLeg = ReadonlyMap<string, string>

/** GitHub's own limit. */
const MAX_LEGS = 256

/** The jobs that a matrix makes, as far as it is written out: at least one, without values when they are calculated. */
export function matrixLegs(job: Tree): MatrixLeg[] {
  const matrix = get(get(job, 'strategy'), 'matrix')
  if (matrix?.kind !== 'table') return [new Map()]
  const axes = [...matrix.entries].filter(
    ([key, values]) => key !== 'include' && key !== 'exclude' && items(values).length > 0,
  )
  const product = axes.reduce<MatrixLeg[]>(
    (legs, [key, values]) =>
      legs.flatMap((leg) =>
        legs.length > MAX_LEGS
          ? leg
          : items(values)
              .slice(0, MAX_LEGS)
              .map((one) => new Map([...leg, ...valuesOf(one, key)])),
      ),
    [new Map()],
  )
  const excluded = tablesIn(matrix, 'exclude')
  const kept = product.filter((leg) => !excluded.some((one) => one.size > 0 && contains(leg, one)))
  return included(
    axes.length === 0 ? [] : kept,
    tablesIn(matrix, 'include'),
    new Set(axes.map(([key]) => key)),
  )
}

const tablesIn = (matrix: Tree, key: string): MatrixLeg[] =>
  items(get(matrix, key)).map((one) => valuesOf(one, ''))

/** An entry of `include` extends the jobs that it agrees with, else it is a further one. */
function included(legs: MatrixLeg[], extras: readonly MatrixLeg[], axes: ReadonlySet<string>): MatrixLeg[] {
  let extended = legs.slice(0, MAX_LEGS)
  const further: MatrixLeg[] = []
  for (const extra of extras.slice(0, MAX_LEGS)) {
    const own = new Map([...extra].filter(([key]) => axes.has(key.split('.')[0] ?? '')))
    if (!extended.some((leg) => contains(leg, own))) further.push(extra)
    else extended = extended.map((leg) => (contains(leg, own) ? new Map([...leg, ...extra]) : leg))
  }
  const all = [...extended, ...further].slice(0, MAX_LEGS)
  return all.length === 0 ? [new Map()] : all
}

const contains = (leg: MatrixLeg, part: MatrixLeg): boolean =>
  [...part].every(([key, value]) => leg.get(key) === value)

/** The scalars of a value, under its name and the names inside of it. */
function valuesOf(node: Tree, name: string): Map<string, string> {
  if (node.kind !== 'table') return new Map([[name, scalarText(node) ?? '']])
  return new Map(
    [...node.entries].flatMap(([key, value]) => [...valuesOf(value, name === '' ? key : `${name}.${key}`)]),
  )
}
