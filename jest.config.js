export default {
  testEnvironment: '<rootDir>/scripts/jest/environment.cjs',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  roots: ['<rootDir>/lib/test'],
  transform: {},
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/jest/longest-first.js',
  globalSetup: '<rootDir>/scripts/jest/set-up.js',
  globalTeardown: '<rootDir>/scripts/jest/tear-down.js',
};
