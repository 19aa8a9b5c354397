import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, type ReportedError } from './ruby-runtime.js';

const service = 'ruby-handler-names';

const loads: readonly (readonly [string, string, unknown])[] = [
  ['a method at the top level', 'app.top_level', 'top level, Ann, LambdaHandler, conformance'],
  ['a method of a class', 'app.Handlers.run', 'class, Ann'],
  ['a private method of a class', 'app.Handlers.hidden', 'private'],
  ['a method of a class in a module', 'app.Outer::Inner.run', 'nested'],
  ['a file in folders, which requires from the task root', 'sub/dir/deep.handler', 'found from the task root'],
  ['a method of one argument, which gets the keywords as a hash', 'app.whole', ['event', 'context']],
];

const malformed: readonly (readonly [string, string])[] = [
  ['app', '["app"]'],
  ['app.', '["app"]'],
  ['app.A.B.c', '["app", "A", "B", "c"]'],
  ['../app.run', '["", "", "/app", "run"]'],
];

const missing: readonly (readonly [string, string, RegExp])[] = [
  ['app.none', 'Function<NoMethodError>', /^undefined method [`']none' for .*LambdaHandler/],
  ['app.of_main', 'Function<NoMethodError>', /^undefined method [`']of_main' for .*LambdaHandler/],
  ['app.Handlers.instance', 'Function<NoMethodError>', /^undefined method [`']instance' for .*Handlers/],
  ['app.None.run', 'Function<NameError>', /^uninitialized constant (?:Kernel::)?None/],
  ['app.lower.run', 'Function<NameError>', /^wrong constant name lower/],
];

describeEach(interpreters)('handler names on Ruby $version', (ruby) => {
  test.each(loads)('%s is called', async (_, handler, answer) => {
    const outcome = await invokeOnce({ ruby, service, handler, event: { name: 'Ann' } });
    expect(outcome.answer?.kind).toBe('response');
    expect(outcome.json()).toEqual(answer);
  });

  test.each(malformed)('%s has too few parts or too many', async (handler, parts) => {
    const { answer, exit, json } = await invokeOnce({ ruby, service, handler });
    expect(answer?.kind).toBe('init-error');
    expect(json()).toMatchObject({
      errorType: 'Init<ArgumentError>',
      errorMessage: expect.stringMatching(/must be of form FILENAME\.METHOD or FILENAME\.CLASS\.METHOD/),
    });
    expect((json() as ReportedError).errorMessage).toContain(`Invalid handler ${parts}, `);
    expect(exit.code).toBe(252);
  });

  test.each(missing)('%s is missed when it is called, which ends the process', async (handler, errorType, message) => {
    const { answer, exit, json, stdout } = await invokeOnce({ ruby, service, handler });
    expect(answer?.kind).toBe('error');
    expect(json()).toMatchObject({ errorType, errorMessage: expect.stringMatching(message) });
    expect((json() as ReportedError).errorMessage).not.toContain('__send__');
    expect(stdout).toMatch(/^Critical exception from handler\n\{\n {2}"errorMessage"/);
    expect(exit.code).toBe(255);
  });
});
