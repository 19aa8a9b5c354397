import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { httpOutputs, writeOutputs } from '../../src/action/outputs.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import type { Outcome } from '../../src/report/outcome.js';
import { readActionMetadata } from '../harness/action-metadata.js';
import { repositoryRoot } from '../paths.js';
import { failed, invoked, succeeded } from './results.js';

interface Written {
  readonly outputs: Record<string, string>;
  readonly response: string;
  readonly findings: readonly Diagnostic[];
}

function written(outcome: Outcome, secrets: string[] = [], prepare: (path: string) => void = () => {}): Written {
  const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  const files = { response: join(folder, 'output.json'), log: join(folder, 'log.txt'), calls: join(folder, 'calls') };
  prepare(files.response);
  const outputs: Record<string, string> = {};
  const findings: Diagnostic[] = [];
  writeOutputs({
    outcome,
    files,
    secrets,
    report: (finding) => findings.push(finding),
    setOutput: (name, value) => {
      outputs[name] = value;
    },
  });
  return { outputs, response: readFileSync(files.response, 'utf8'), findings };
}

const refused: Outcome = { kind: 'refused', error: new UserError({ code: 'x', message: 'There is no function `x`.' }) };

describe('the declared outputs are those that are set', () => {
  test.each<[string, Outcome]>([
    ['a success', invoked(succeeded('1'))],
    ['an error', invoked(failed('TypeError', 'no'))],
    ['a timeout', invoked(failed('Sandbox.Timedout', 'late', { status: 'timeout' }))],
    ['a wrong request', refused],
    ['a cancelled step', { kind: 'cancelled', signal: 'SIGINT' }],
    ['a defect of ours', { kind: 'defect', error: new Error('oops') }],
  ])('for %s', (_, outcome) => {
    expect(Object.keys(written(outcome).outputs)).toEqual(Object.keys(readActionMetadata(repositoryRoot).outputs));
  });
});

/** The outputs that only a suite has. */
const suiteOutputs = [
  ...['total', 'passed', 'failed', 'flaky', 'skipped', 'failed-cases', 'results-file'],
  ...['matrix', 'has-cases', 'changed', 'fixed', 'broken'],
];

test('a success gives the response as it came, and its facts', () => {
  const response = '{"statusCode":201,"n":12345678901234567890,"x":1.10}';
  const result = written(invoked(succeeded(response)));
  expect(result.outputs).toEqual({
    output: response,
    'output-file': expect.stringMatching(/output\.json$/),
    error: '',
    'error-type': '',
    'error-message': '',
    status: 'success',
    'status-code': '201',
    headers: '{}',
    'request-id': '8f507cfc-xmpl-4697-b07a-ac58fc914c95',
    'duration-ms': '12.35',
    'init-duration-ms': '80.5',
    'max-memory-used-mb': '45',
    'aws-calls-file': '',
    'denied-calls': '',
    'log-file': expect.stringMatching(/log\.txt$/),
    'serve-url': '',
    'serve-port': '',
    ...Object.fromEntries(suiteOutputs.map((name) => [name, ''])),
  });
  expect(result.response).toBe(response);
  expect(result.findings).toEqual([]);
});

test('a failure gives the error object, and an empty file', () => {
  const { outputs, response } = written(invoked(failed('TypeError', 'no', { status: 'crash' })));
  expect(outputs).toMatchObject({
    output: '',
    error: '{"errorType":"TypeError","errorMessage":"no","trace":[]}',
    'error-type': 'TypeError',
    'error-message': 'no',
    status: 'crash',
  });
  expect(response).toBe('');
});

test('a wrong request is an error of a type of ours, as JSON too', () => {
  expect(written(refused).outputs).toMatchObject({
    status: 'error',
    'error-type': 'InvokeLocal.InvalidRequest',
    'error-message': 'There is no function `x`.',
    error: '{"errorType":"InvokeLocal.InvalidRequest","errorMessage":"There is no function `x`."}',
    'request-id': '',
    'duration-ms': '',
  });
});

test('a response of 450,000 characters is an output, one of more is only in the file, with a warning', () => {
  const fits = `"${'é'.repeat(449_998)}"`;
  expect(written(invoked(succeeded(fits))).outputs['output']).toBe(fits);
  const tooLong = `"${'é'.repeat(449_999)}"`;
  const { outputs, response, findings } = written(invoked(succeeded(tooLong)));
  expect(outputs['output']).toBe('');
  expect(response).toBe(tooLong);
  expect(findings).toEqual([
    expect.objectContaining({ severity: 'warning', hint: expect.stringContaining('output-file') }),
  ]);
});

test('an error object whose type is too long is given with both its parts cut', () => {
  const { outputs } = written(invoked(failed('T'.repeat(500_000), 'm'.repeat(500_000))));
  const { errorType, errorMessage } = JSON.parse(outputs['error'] ?? '') as Record<string, string>;
  expect([errorType?.length, errorMessage?.length]).toEqual([30_000, 30_000]);
});

test('an error object that is too long is given without its trace, its message cut', () => {
  const { outputs } = written(invoked(failed('Error', `head ${'x'.repeat(500_000)} tail`)));
  const error = JSON.parse(outputs['error'] ?? '');
  expect(error).toEqual({
    errorType: 'Error',
    errorMessage: expect.stringMatching(/^head x+\n… 47\d,\d{3} characters are cut here …\nx+ tail$/s),
  });
  expect(outputs['error-message']).toBe(error.errorMessage);
});

describe('a masked value is looked for in every output, and the warning names those that have it', () => {
  const secret = 'p4ss/"word" of mine';
  const encoded = Buffer.from(`user:${secret}`).toString('base64');
  const withHeader = (value: string) => JSON.stringify({ statusCode: 200, headers: { 'x-key': value } });
  test.each<[string, Outcome, string[], string]>([
    ['a message', invoked(failed('Error', `key ${secret}`)), [secret], '`error`, `error-message`'],
    ['the type of an error', invoked(failed('secret-type', 'no')), ['secret-type'], '`error`, `error-type`'],
    ['a response', invoked(succeeded(JSON.stringify({ secret }))), [secret], '`output`'],
    ['a header', invoked(succeeded(withHeader(secret))), [secret], '`output`, `headers`'],
    ['base64', invoked(succeeded(withHeader(`Basic ${encoded}`))), [secret], '`output`, `headers`'],
    ['a URL', invoked(succeeded(`"https://x?k=${encodeURIComponent(secret)}"`)), [secret], '`output`'],
    ['JSON within JSON', invoked(succeeded(withHeader(JSON.stringify({ secret })))), [secret], '`output`, `headers`'],
    ['one of several lines', invoked(succeeded('"| second line |"')), ['first line\nsecond line\n'], '`output`'],
    ['a status', invoked(succeeded('{"statusCode":2044}')), ['2044'], '`output`'],
  ])('in %s', (_, outcome, secrets, names) => {
    const { findings } = written(outcome, ['another', ...secrets]);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['output-masked', expect.stringContaining(`in ${names}, as it is or encoded`)],
    ]);
  });

  test('and where no output has it, nothing is said', () => {
    expect(written(invoked(succeeded('"p4ss-word"')), [secret, '']).findings).toEqual([]);
  });

  test('before any output is set', () => {
    const order: string[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
    writeOutputs({
      outcome: invoked(succeeded('"the-secret"')),
      files: { response: join(folder, 'output.json'), log: '', calls: '' },
      secrets: ['the-secret'],
      report: ({ code }) => order.push(code),
      setOutput: (name) => order.push(name),
    });
    expect(order[0]).toBe('output-masked');
  });
});

test('the response never goes through a link that lies in its place', () => {
  const elsewhere = join(mkdtempSync(join(tmpdir(), 'elsewhere-')), 'env');
  writeFileSync(elsewhere, 'untouched');
  const { response } = written(invoked(succeeded('"x"')), [], (path) => {
    rmSync(path, { force: true });
    symlinkSync(elsewhere, path);
  });
  expect([response, readFileSync(elsewhere, 'utf8')]).toEqual(['"x"', 'untouched']);
});

describe('the status code', () => {
  test.each([
    ['{"statusCode":200}', '200'],
    ['{"statusCode":"404"}', '404'],
    ['{"statusCode":200.5}', ''],
    ['{"statusCode":20}', ''],
    ['{"statusCode":null}', ''],
    ['{"statusCode":[200]}', ''],
    ['{}', ''],
    ['[{"statusCode":200}]', ''],
    ['"statusCode"', ''],
    ['{not json', ''],
    ['', ''],
  ])('of %j is %j', (response, expected) => {
    expect(httpOutputs(succeeded(response))['status-code']).toBe(expected);
  });
});

describe('the headers', () => {
  test.each([
    ['{"statusCode":200}', '{}'],
    ['{"statusCode":200,"headers":{"A":"b"}}', '{"A":"b"}'],
    ['{"statusCode":200,"headers":{"A":"b"},"multiValueHeaders":{"C":["d","e"]}}', '{"A":"b","C":["d","e"]}'],
    ['{"statusCode":200,"headers":null,"cookies":["a=b"]}', '{"set-cookie":["a=b"]}'],
    ['{"headers":{"A":"b"}}', ''],
  ])('of %j are %j', (response, expected) => {
    expect(httpOutputs(succeeded(response)).headers).toBe(expected);
  });

  test('of a streamed response are those of its prelude', () => {
    const http = { statusCode: 201, headers: { a: 'b' }, cookies: ['c=d'] };
    expect(httpOutputs({ ...succeeded('{"statusCode":500}'), http })).toEqual({
      'status-code': '201',
      headers: '{"a":"b","set-cookie":["c=d"]}',
    });
  });
});
