import { readAsset } from '../assets.ts'

/** The version of this program, as its package says. */
export const version = (): string => (JSON.parse(readAsset('package.json')) as { version: string }).version
