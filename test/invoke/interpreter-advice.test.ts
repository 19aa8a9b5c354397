import { describe, expect, test } from '@jest/globals';
import { interpreterMissing, versionMismatch } from '../../src/invoke/interpreter-advice.js';
import type { DeclaredRuntime } from '../../src/lambda/function/runtimes.js';
import { lambdaFunction } from '../lambda/lambda-function.js';

describe('an interpreter that is missing', () => {
  test.each<[string, DeclaredRuntime, string]>([
    ['nodejs22.x', { language: 'nodejs', version: '22' }, "no node on PATH or in the runner's tool cache."],
    [
      'python3.12',
      { language: 'python', version: '3.12' },
      "no python3.12, python3 or python on PATH, in a virtual environment of the service or in the runner's tool cache.",
    ],
    [
      'java21',
      { language: 'java', version: '21' },
      "no java in JAVA_HOME, on PATH, in the runner's tool cache or among the system's JVMs.",
    ],
    ['ruby3.3', { language: 'ruby', version: '3.3' }, "no ruby3.3 or ruby on PATH or in the runner's tool cache."],
  ])('of %s is said to be where that language is looked for', async (runtime, declared, end) => {
    const error = await interpreterMissing(lambdaFunction({ runtime }), declared);
    expect(error.message).toBe(`No interpreter for ${runtime} was found: there is ${end}`);
  });
});

describe('a version that differs from the declared one', () => {
  const fn = lambdaFunction({ key: 'hello', runtime: 'java17' });

  test('was not found, where none was named', async () => {
    expect(await versionMismatch(fn, 'java 25.0.1', false)).toMatchObject({
      message: 'hello declares java17, but ran on Java 25.0.1: no Java 17 was found.',
      hint: expect.stringContaining('actions/setup-java'),
    });
  });

  test('is that of the interpreter which the caller has named', async () => {
    expect(await versionMismatch(fn, 'java 25.0.1', true)).toMatchObject({
      message: 'hello declares java17, but ran on Java 25.0.1, which the interpreter option names.',
      hint: 'Name a Java 17, or leave the option out.',
    });
  });
});
