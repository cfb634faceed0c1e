import { readAsset } from '../assets.ts'

/** The version of this program, from its package.json. */
export const version = (): string => (JSON.parse(readAsset('package.json')) as { version: string }).version
