const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/jest/strip-types.mjs' },
}

/**
 * Two projects: `fast` mostly waits and takes more workers than cores; `sandbox` starts worlds (namespaces, a real
 * Prometheus), one for each worker: not more of them than cores, or they compete for the machine.
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
