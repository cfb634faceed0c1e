import type { Rule } from '../rule.ts'
import { checkLimits } from './check-limits.ts'
import { scaleToZero } from './scale-to-zero.ts'
import { secretInEnv } from './secret-in-env.ts'
import type { FlyFile } from './subject.ts'

/** Every check of a Fly configuration. */
export const flyRules: readonly Rule<FlyFile>[] = [secretInEnv, scaleToZero, checkLimits]
