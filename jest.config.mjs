const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/jest/strip-types.mjs' },
}

/**
 * Two projects: `fast` runs side by side; `sandbox` starts worlds (namespaces, a real Prometheus) and is
 * run with one worker (`--selectProjects sandbox --runInBand`), so that worlds never compete for the machine.
 */
export default {
  projects: [
    {
      ...common,
      displayName: 'fast',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/__tests__/sandbox/'],
    },
    { ...common, displayName: 'sandbox', testMatch: ['<rootDir>/__tests__/sandbox/**/*.test.ts'] },
  ],
}
