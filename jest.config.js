export default {
  testEnvironment: '<rootDir>/scripts/jest/environment.cjs',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  roots: ['<rootDir>/lib/test'],
  transform: {},
  testTimeout: 60_000,
  // More than the processors of a small machine, for much of what the tests do is to wait for processes.
  maxWorkers: 3,
  testSequencer: '<rootDir>/scripts/jest/longest-first.js',
  globalSetup: '<rootDir>/scripts/jest/set-up.js',
  globalTeardown: '<rootDir>/scripts/jest/tear-down.js',
};
