import type { Code } from '../catalog.ts'
import type { Path } from '../json-places.ts'

/** Tells a finding at a path of the file. */
export type Report = (code: Code, path: Path, message: string, hint: string) => void
