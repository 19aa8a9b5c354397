import { describe, expect, test } from '@jest/globals';
import { suite, verdicts } from './suite-command.js';

describe('invoke-local test', () => {
  test('runs the cases of a function warm and in order, and cold after a crash and in another environment', async () => {
    const run = await suite(['warm.yml']);
    expect(verdicts(run)).toEqual([
      'skipped count: left out: not ready',
      'ok count: cold',
      'ok count: crashes',
      'ok count: cold again',
      'ok count: warm',
      'ok count: its own environment is cold',
    ]);
    expect(run.lines.at(-1)).toBe('6 cases: 5 passed, 0 failed, 1 skipped');
    expect([run.code, run.stdout]).toEqual([0, '']);
  });

  test('says of each failed case what did not come as expected, and runs the others', async () => {
    const run = await suite(['failing.yml']);
    expect(new Set(verdicts(run))).toEqual(
      new Set([
        'failed echo: other answer',
        'failed broken: no code',
        'not run wrong: no answer for its variable',
        'ok wrong: an answer of its own',
      ]),
    );
    const text = run.lines.join('\n');
    expect(text).toMatch(/output\.total is 41, and 42 was expected\.? \(.*failing\.yml:5:\d+\)/);
    expect(text).toMatch(/ssm:\/suite-run\/table.*\(.*serverless\.yml:21:\d+\)/);
    expect(run.lines.at(-1)).toBe('4 cases: 1 passed, 3 failed (1 could not be run), 0 skipped');
    expect(run.code).toBe(1);
  });

  test('runs only the cases whose name matches', async () => {
    const run = await suite(['{warm,failing}.yml', '-t', '^cold$']);
    expect(verdicts(run)).toEqual(['ok count: cold']);
    expect(run.code).toBe(0);
  });

  test.each([
    ['no case matches', ['warm.yml', '-t', 'nothing'], {}, 'None of the 6 cases matches what was asked for.'],
    ['a case file has a mistake', ['mistake.yml'], {}, 'has the unknown key `expct`'],
    ['a case is marked only in CI', ['only.yml'], { CI: 'true' }, 'The case "a" is marked "only"'],
    ['there is no such file', ['none.yml'], {}, 'none.yml'],
    ['a flag is unknown', ['warm.yml', '--frobnicate'], {}, 'Unknown flag --frobnicate'],
  ])('ends with 2 and runs nothing where %s', async (_, args, environment, message) => {
    const run = await suite(args, environment);
    expect(run.lines.join('\n')).toContain(message);
    expect(verdicts(run)).toEqual([]);
    expect(run.code).toBe(2);
  });

  test('runs only the marked case outside of CI, and says why not the others', async () => {
    const run = await suite(['only.yml']);
    expect(verdicts(run)).toEqual(['skipped echo: b: another case is marked "only"', 'ok echo: a']);
  });
});
