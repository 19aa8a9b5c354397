export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/lib/test'],
  transform: {},
  testTimeout: 60_000,
  maxWorkers: 2,
};
