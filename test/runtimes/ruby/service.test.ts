import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { runFunction } from '../../services/run-function.js';
import { anyRuby } from './interpreters.js';

const service = fixture('ruby-service');

describeEach(anyRuby)('a service on Ruby $version', (ruby) => {
  const run = (name: string, event: unknown = {}) =>
    runFunction(service, name, { event, request: { interpreter: ruby.path, context: { data: '{"stage":"dev"}' } } });

  test('a function answers, with its variables, its layer, its context and its log', async () => {
    const { answer, result, log, diagnostics } = await run('greet', { name: 'Ann' });
    expect(answer).toEqual({
      text: 'Hallå Ann',
      layered: 'of the layer',
      function: 'ruby-service-dev-greet',
      stage: 'dev',
      trace: expect.stringMatching(/^Root=1-/),
    });
    expect(result.interpreter).toMatch(new RegExp(`^ruby ${ruby.version}\\.\\d+$`));
    expect(result.maxMemoryUsedMiB).toBeGreaterThan(5);
    expect(log).toMatch(/START RequestId: [^\n]*\ngreeting Ann\nEND RequestId: /);
    const mismatches = diagnostics.filter(({ code }) => code === 'interpreter-version');
    expect(mismatches.map(({ hint }) => hint)).toEqual(
      ruby.version === '3.3' ? [] : ['Name a Ruby 3.3, or leave the option out.'],
    );
  });

  test('an error is that of Lambda, with the trace of the user’s code', async () => {
    const { result } = await run('fails');
    expect(result).toMatchObject({
      status: 'error',
      errorType: 'Function<ArgumentError>',
      errorMessage: 'no good',
      trace: [expect.stringMatching(/src\/app\.rb:\d+:in [`'].*fails'$/)],
      initFailed: false,
    });
  });

  test('an exit in the handler is an error of its own, an exit without exit hooks one of the process', async () => {
    expect((await run('exits')).answer).toMatchObject({ errorType: 'Function<SystemExit>', errorMessage: 'exit' });
    expect((await run('ends')).answer).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Runtime exited with error: exit status 3$/),
    });
  });

  test('a file that is missing fails the initialization, twice', async () => {
    const { result, log } = await run('missing');
    expect(result).toMatchObject({ initFailed: true, errorType: 'Init<LoadError>' });
    expect(log.match(/Init error when loading handler/g)).toHaveLength(2);
    expect(log).toContain('Error Type: Runtime.Unknown');
  });

  test('a response over the limit is refused', async () => {
    expect((await run('large')).answer).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });

  test('a handler that sleeps too long is ended', async () => {
    expect((await run('slow')).answer).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  test('loggers have the format and the level that are configured', async () => {
    const { log } = await run('json');
    const entries = log.split('\n').filter((line) => line.includes('"told'));
    expect(entries.map((line) => JSON.parse(line))).toEqual([
      {
        timestamp: expect.any(String),
        level: 'ERROR',
        message: 'told too',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
  });
});

test('without any Ruby it is said how one is set up', async () => {
  await expect(runFunction(service, 'greet', { host: { PATH: join(service, 'none') } })).rejects.toMatchObject({
    diagnostic: {
      code: 'interpreter-missing',
      message: expect.stringContaining('there is no ruby3.3 or ruby on PATH'),
      hint: expect.stringContaining('Add a step "uses: ruby/setup-ruby" with "ruby-version: \'3.3\'" before this one'),
    },
  });
});
