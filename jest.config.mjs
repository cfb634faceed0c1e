const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // Not in the folder of temporary files, which a check removes.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  transform: { '\\.ts$': '<rootDir>/jest/strip-types.mjs' },
}

/**
 * `fast` computes and starts programs; `sandbox` starts worlds (namespaces, a real Prometheus), one for each worker, and
 * `proof` cases, which both mostly wait: .github/scripts/check.mjs gives them more workers than there are cores.
 */
export default {
  // A test that hangs is ended; nothing is timed by it, so a slow or busy machine changes nothing.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'fast',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/__tests__/(?:sandbox|proof)/'],
    },
    { ...common, displayName: 'sandbox', testMatch: ['<rootDir>/__tests__/sandbox/**/*.test.ts'] },
    { ...common, displayName: 'proof', testMatch: ['<rootDir>/__tests__/proof/**/*.test.ts'] },
  ],
}
