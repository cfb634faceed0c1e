import type { Path } from '../../formats/json-places.ts'
import type { Code } from '../catalog.ts'

/** Tells a finding at a path of the file. */
export type Report = (code: Code, path: Path, message: string, hint: string) => void
