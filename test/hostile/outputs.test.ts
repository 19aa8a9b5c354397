import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setOutput } from '@actions/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { snapshotFileCommands } from '../../src/action/file-commands.js';
import { writeOutputs } from '../../src/action/outputs.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { InvocationResult } from '../../src/invoke/result.js';
import { failed, invoked, succeeded } from '../action/results.js';
import { readActionMetadata } from '../harness/action-metadata.js';
import { parseKeyValueFile } from '../harness/file-commands.js';
import { repositoryRoot } from '../paths.js';
import { holds } from './property.js';
import { hostileBytes, hostileText, throughUtf8 } from './texts.js';

const folder = mkdtempSync(join(tmpdir(), 'hostile-outputs-'));
const output = join(folder, 'GITHUB_OUTPUT');
const declared = Object.keys(readActionMetadata(repositoryRoot).outputs);

let before: string | undefined;
beforeAll(() => {
  before = process.env['GITHUB_OUTPUT'];
  process.env['GITHUB_OUTPUT'] = output;
});
afterAll(() => {
  if (before === undefined) delete process.env['GITHUB_OUTPUT'];
  else process.env['GITHUB_OUTPUT'] = before;
});

/** What the runner reads of the outputs of a result, where the handler wrote something into its file, and the warnings. */
function written(result: InvocationResult, garbage: Buffer = Buffer.alloc(0)): Record<string, string> {
  writeFileSync(output, '');
  const snapshot = snapshotFileCommands({ GITHUB_OUTPUT: output });
  if (garbage.length > 0) appendFileSync(output, garbage);
  const findings: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void findings.push(finding);
  snapshot.restore(report);
  expect(findings.map(({ code }) => code)).toEqual(garbage.length > 0 ? ['file-commands-changed'] : []);
  const files = { response: join(folder, 'output.json'), log: join(folder, 'log.txt'), calls: join(folder, 'calls') };
  writeOutputs({ outcome: invoked(result), files, secrets: [], report, setOutput });
  const outputs = parseKeyValueFile(readFileSync(output, 'utf8'));
  expect(Object.keys(outputs)).toEqual(declared);
  return outputs;
}

describe('the outputs', () => {
  test('have the response as it came, whatever the handler wrote into their file', async () => {
    await holds(200, [hostileBytes, hostileBytes], (response, garbage) => {
      const outputs = written(succeeded(response), garbage);
      expect(outputs).toMatchObject({ output: response.toString(), error: '', 'error-type': '', 'error-message': '' });
      expect(readFileSync(join(folder, 'output.json')).equals(response)).toBe(true);
    });
  });

  test('have the error as it came', async () => {
    await holds(200, [hostileText, hostileText, hostileBytes], (errorType, errorMessage, error) => {
      const outputs = written({ ...failed(errorType, errorMessage), error });
      expect(outputs).toMatchObject({
        output: '',
        error: error.toString(),
        'error-type': throughUtf8(errorType),
        'error-message': throughUtf8(errorMessage),
        status: 'error',
      });
    });
  });

  test('have the status and the headers of what may be an HTTP response, or neither', async () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.integer({ min: 100, max: 599 }), hostileText);
    const response = fc.record(
      {
        statusCode: value,
        headers: fc.oneof(value, fc.dictionary(hostileText, hostileText)),
        multiValueHeaders: value,
        cookies: value,
        body: value,
      },
      { requiredKeys: [] },
    );
    await holds(200, [response], (object) => {
      const { 'status-code': status, headers } = written(succeeded(JSON.stringify(object)));
      if (status === '') return void expect(headers).toBe('');
      expect(status).toMatch(/^\d{3}$/);
      expect(JSON.parse(headers ?? '')).toEqual(expect.any(Object));
    });
  });

  test('are cut where they are too long, and never within a character', () => {
    const long = '😀'.repeat(500_000);
    expect(written(succeeded(long))['output']).toBe('');
    const outputs = written(failed(long, long));
    for (const name of ['error', 'error-type', 'error-message']) {
      expect(outputs[name]?.length).toBeLessThan(450_001);
      expect(outputs[name]).not.toContain('\ufffd');
    }
  });
});

test("the runner's files are what they were, after anything was written in their place", async () => {
  await holds(200, [hostileBytes, hostileBytes, fc.boolean()], (earlier, later, isRemoved) => {
    writeFileSync(output, earlier);
    const snapshot = snapshotFileCommands({ GITHUB_OUTPUT: output });
    if (isRemoved) rmSync(output);
    appendFileSync(output, later);
    snapshot.restore(() => {});
    expect(readFileSync(output).equals(earlier)).toBe(true);
  });
});
