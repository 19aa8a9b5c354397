export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/lib/test'],
  transform: {},
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/jest/longest-first.js',
  globalSetup: '<rootDir>/scripts/jest/create-temporary-folder.js',
  globalTeardown: '<rootDir>/scripts/jest/remove-temporary-folder.js',
};
