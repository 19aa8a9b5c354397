import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';

/** A function for tests, with the values of a plain service. */
export function lambdaFunction(changes: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    key: 'hello',
    name: 'svc-dev-hello',
    handler: 'src/index.handler',
    runtime: 'nodejs22.x',
    code: { kind: 'folder', folder: '/srv/app' },
    layers: [],
    sourceRoot: '/srv/app',
    environment: {},
    timeoutMs: 6000,
    memorySizeMiB: 1024,
    architecture: 'x86_64',
    logging: { format: 'Text' },
    region: 'eu-west-1',
    stage: 'dev',
    origin: async () => ({ file: '/srv/app/serverless.yml', line: 7, column: 5 }),
    ...changes,
  };
}
