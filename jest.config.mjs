import { availableParallelism } from 'node:os'

// A zone that is neither UTC nor on the hour, so that nothing passes by luck.
process.env.TZ = 'Pacific/Chatham'

const everyProject = {
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/data/'],
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024', transform: { verbatimModuleSyntax: true } }, sourceMaps: 'inline' },
    ],
  },
}

export default {
  // Node keeps the modules of every test file that a worker has run: one that holds this much starts anew.
  workerIdleMemoryLimit: '1500MB',
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  testTimeout: 60_000,
  projects: [
    { ...everyProject, displayName: 'rules', testMatch: ['<rootDir>/test/rules/**/*.test.ts'] },
    {
      ...everyProject,
      displayName: 'tests',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/rules/'],
      globalSetup: '<rootDir>/test/support/stores/start.ts',
      globalTeardown: '<rootDir>/test/support/stores/stop.ts',
    },
  ],
}
