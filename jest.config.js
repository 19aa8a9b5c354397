export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/lib/test'],
  transform: {},
  testTimeout: 60_000,
  maxWorkers: 2,
  // A worker keeps of each file what that has loaded, which the garbage collector goes through, and each fork copies the tables of.
  workerIdleMemoryLimit: '400MB',
  testSequencer: '<rootDir>/scripts/jest/longest-first.js',
  globalSetup: '<rootDir>/scripts/jest/create-temporary-folder.js',
  globalTeardown: '<rootDir>/scripts/jest/remove-temporary-folder.js',
};
