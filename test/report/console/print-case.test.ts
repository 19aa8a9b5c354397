import { describe, expect, test } from '@jest/globals';
import { createCasePrinter } from '../../../src/report/console/print-case.js';
import { stylesFor } from '../../../src/report/console/styles.js';
import type { ReportedCase } from '../../../src/report/suite/suite-report.js';

const log = [
  'INIT_START Runtime Version: nodejs:22.local\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:0',
  'START RequestId: 1 Version: $LATEST',
  'START is a word',
  '{"time":"2026-01-01T00:00:00.000Z","type":"platform.initStart","record":{}}',
  'END RequestId: 1',
  'REPORT RequestId: 1\tDuration: 3.00 ms',
  '',
].join('\n');

const failed: ReportedCase = {
  id: 'tests/a.invoke.yml: fails',
  name: 'fails',
  function: 'f',
  tags: [],
  status: 'failed',
  durationMs: 3,
  findings: [{ message: 'output is 1, and 2 was expected.', path: '/expect/output' }],
  texts: async () => ({ log }),
};

async function logLines(hasColour: boolean, isTerminal: boolean): Promise<string[]> {
  const lines = await createCasePrinter({ styles: stylesFor(hasColour), isTerminal }).lines(failed);
  return lines.slice(lines.indexOf('  The end of its log:') + 1).map((line) => line.replaceAll('\u001b', 'ESC'));
}

describe('the log of a case that failed', () => {
  test('has every line where no person reads it', async () => {
    expect(await logLines(false, false)).toEqual(
      log
        .trimEnd()
        .split('\n')
        .map((line) => `    | ${line}`),
    );
  });

  test('has no INIT_START in a terminal, and the lines of the platform are faint', async () => {
    expect(await logLines(true, true)).toEqual([
      '    | ESC[2mSTART RequestId: 1 Version: $LATESTESC[22m',
      '    | START is a word',
      '    | ESC[2mEND RequestId: 1ESC[22m',
      '    | ESC[2mREPORT RequestId: 1\tDuration: 3.00 msESC[22m',
    ]);
  });
});
