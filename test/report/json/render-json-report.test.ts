import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { InvocationReport } from '../../../src/report/invocation-report.js';
import { renderJsonReport } from '../../../src/report/json/render-json-report.js';
import type { ReportDocument, ReportedInvocation } from '../../../src/report/json/report-document.js';
import { redactReport } from '../../../src/report/secrets/redact-report.js';
import { base, everyOutcome, failure, refusal, reportOf, success } from '../reports.js';
import { reportProblems, type Schema, schema } from './validate.js';

function documentOf(...reports: InvocationReport[]): ReportDocument {
  const document: unknown = JSON.parse(renderJsonReport(reports, { base, toolVersion: '1.2.3' }));
  expect(reportProblems(document)).toEqual([]);
  return document as ReportDocument;
}

function invocationOf(report: InvocationReport): ReportedInvocation {
  const [invocation] = documentOf(report).invocations;
  if (invocation === undefined) throw new Error('nothing was reported');
  return invocation;
}

test('the schema says of every member what it is', () => {
  const undescribed: string[] = [];
  const visit = (value: Schema, path: string): void => {
    for (const [name, member] of Object.entries((value['properties'] ?? {}) as Record<string, Schema>)) {
      if (typeof member['description'] !== 'string') undescribed.push(`${path}.${name}`);
      visit(member, `${path}.${name}`);
    }
  };
  visit(schema, '');
  for (const [name, definition] of Object.entries(schema['$defs'] as Record<string, Schema>)) {
    const { allOf: _, ...told } = definition;
    visit(told, name);
  }
  expect(undescribed).toEqual([]);
});

describe.each(everyOutcome)('the report of %s', (_, report) => {
  test('is valid by the schema, and ends with a line break', () => {
    expect(documentOf(report)).toMatchObject({ version: 1, generator: { name: 'invoke-local', version: '1.2.3' } });
    expect(renderJsonReport([report], { base, toolVersion: '' }).endsWith('}\n')).toBe(true);
  });

  test('says when it started, and what came of it', () => {
    expect(invocationOf(report)).toMatchObject({
      function: { key: 'hello' },
      startedAt: '2026-01-02T03:04:05.678Z',
      outcome: report.outcome.kind,
    });
  });
});

test('the schema refuses what is no report', () => {
  const [invocation] = documentOf(reportOf(success('1'))).invocations;
  for (const wrong of [
    { version: 2, generator: { name: 'invoke-local', version: '' }, invocations: [] },
    { version: 1, generator: { name: 'invoke-local', version: '' } },
    { version: 1, generator: { name: 'invoke-local', version: '' }, invocations: [{ ...invocation, status: 'error' }] },
    {
      version: 1,
      generator: { name: 'invoke-local', version: '' },
      invocations: [{ ...invocation, outcome: 'failed' }],
    },
    { version: 1, generator: { name: 'invoke-local', version: '' }, invocations: [{ ...invocation, more: 1 }] },
  ]) {
    expect(reportProblems(wrong)).not.toEqual([]);
  }
});

test('several invocations stand in order', () => {
  const reports = everyOutcome.map(([, report]) => report);
  expect(documentOf(...reports).invocations.map(({ outcome }) => outcome)).toEqual(
    reports.map(({ outcome }) => outcome.kind),
  );
  expect(documentOf().invocations).toEqual([]);
});

test('a success has its facts and its payloads', () => {
  expect(invocationOf(reportOf(success('{"n":1.10}'), { case: 'one' }))).toEqual({
    function: {
      key: 'hello',
      name: 'service-dev-hello',
      handler: 'handler.hello',
      runtime: 'nodejs22.x',
      architecture: 'x86_64',
      region: 'us-east-1',
      stage: 'dev',
      timeoutMs: 6000,
      memorySizeMiB: 1024,
    },
    case: 'one',
    outcome: 'succeeded',
    status: 'success',
    startedAt: '2026-01-02T03:04:05.678Z',
    requestId: '8f507cfc-xmpl-4697-b07a-ac58fc914c95',
    durationMs: 12.35,
    billedDurationMs: 13,
    initDurationMs: 80.5,
    maxMemoryUsedMiB: 45,
    event: { encoding: 'utf-8', text: '{}', sizeBytes: 2, cut: false },
    response: { encoding: 'utf-8', text: '{"n":1.10}', sizeBytes: 10, cut: false },
    diagnostics: [],
    log: { text: 'START\nhello\nEND\n', omittedBytes: 0, file: resolve('/tmp/log.txt') },
  });
});

test('a failure has its error parsed and raw, and a trace whose places are relative', () => {
  expect(invocationOf(reportOf(failure('TypeError', 'no'))).error).toEqual({
    type: 'TypeError',
    message: 'no',
    location: { file: 'service/src/hello.ts', line: 7, column: 9 },
    trace: [
      { text: 'TypeError: no', kind: 'text' },
      {
        text: '    at hello (service/src/hello.ts:7:9)',
        kind: 'user',
        location: { file: 'service/src/hello.ts', line: 7, column: 9 },
      },
      {
        text: '    at run (/srv/node_modules/lib/run.js:1:2)',
        kind: 'foreign',
        location: { file: '/srv/node_modules/lib/run.js', line: 1, column: 2 },
      },
      { text: '    at node:internal/main:1:1', kind: 'foreign' },
    ],
    initFailed: false,
    object: { errorType: 'TypeError', errorMessage: 'no', trace: [] },
    raw: {
      encoding: 'utf-8',
      text: '{"errorType":"TypeError","errorMessage":"no","trace":[]}',
      sizeBytes: 56,
      cut: false,
    },
  });
});

describe('an error object that is not reported parsed is there as it came', () => {
  const deep = `{"errorType":"E","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  test.each([
    ['no JSON', Buffer.from('oops')],
    ['no object', Buffer.from('["E"]')],
    ['nothing', Buffer.alloc(0)],
    ['null', Buffer.from('null')],
    ['nested without end', Buffer.from(deep)],
    ['large', Buffer.from(JSON.stringify({ errorType: 'E', data: 'x'.repeat(300_000) }))],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('where it is %s', (_, error) => {
    const reported = invocationOf(reportOf(failure('E', '', { error }))).error;
    expect(reported?.object).toBeUndefined();
    const { encoding = 'utf-8', text = '' } = reported?.raw ?? {};
    expect(Buffer.from(text, encoding).equals(error)).toBe(true);
  });
});

test('a refusal has its diagnostic, after what was said before it', () => {
  const warning = { severity: 'warning', code: 'a-code', message: 'careful' } as const;
  const { error, diagnostics } = invocationOf(
    reportOf({ kind: 'refused', diagnostic: refusal }, { diagnostics: [warning] }),
  );
  const location = { file: 'service/serverless.yml', line: 4, column: 3 };
  expect(error).toEqual({
    type: 'InvokeLocal.InvalidRequest',
    message: 'There is no function `hallo`.',
    location,
    trace: [],
  });
  expect(diagnostics).toEqual([warning, { ...refusal, location }]);
});

test('a request without a function has none', () => {
  const { function: _, ...report } = reportOf({ kind: 'refused', diagnostic: refusal });
  expect(invocationOf(report).function).toBeUndefined();
});

describe('the HTTP response', () => {
  test('of an object with a status code has each value of a header', () => {
    const response = {
      statusCode: 201,
      headers: { A: 'b', __proto__: undefined },
      multiValueHeaders: { C: ['d', 'e'] },
      cookies: ['f=g', 'h=i'],
      body: '',
    };
    expect(invocationOf(reportOf(success(JSON.stringify(response)))).http).toEqual({
      statusCode: 201,
      headers: { A: ['b'], C: ['d', 'e'], 'set-cookie': ['f=g', 'h=i'] },
    });
  });

  test('of a streamed one is that of its prelude', () => {
    const http = { statusCode: 404, headers: { a: 'b' }, cookies: [] };
    expect(invocationOf(reportOf(success('body', { http })))).toMatchObject({
      http: { statusCode: 404, headers: { a: ['b'] } },
      response: { text: 'body' },
    });
  });

  test('is absent where there is none', () => {
    expect(invocationOf(reportOf(success('{"status":200}'))).http).toBeUndefined();
  });
});

describe('a payload', () => {
  test('that is not UTF-8 is in base64', () => {
    const { response } = invocationOf(reportOf(success(Buffer.from([0xff, 0, 1, 2]))));
    expect(response).toEqual({ encoding: 'base64', text: '/wABAg==', sizeBytes: 4, cut: false });
  });

  test('of more than 1 MiB is cut, with head, tail and the size', () => {
    const whole = `head ${'é'.repeat(2_000_000)} tail`;
    const { response } = invocationOf(reportOf(success(whole)));
    expect(response).toMatchObject({ cut: true, sizeBytes: 4_000_010 });
    expect(response?.text).toMatch(/^head é+\n… 951,434 characters are cut here …\né+ tail$/);
    const bytes = Buffer.alloc(2_000_000, 0xff);
    const { response: binary } = invocationOf(reportOf(success(bytes)));
    expect(binary).toMatchObject({ encoding: 'base64', cut: true, sizeBytes: 2_000_000 });
    expect(bytes.indexOf(Buffer.from(binary?.text ?? '', 'base64'))).toBe(0);
  });

  test('of exactly 1 MiB is whole', () => {
    const { response } = invocationOf(reportOf(success('x'.repeat(1024 * 1024))));
    expect(response).toMatchObject({ cut: false, text: 'x'.repeat(1024 * 1024) });
  });
});

test('what a handler prints and throws is data: control characters and halves of characters are escaped', () => {
  const hostile = '\0\u001b[31m"}\n```\ud800\u2028</script>';
  const report = reportOf(failure(hostile, hostile), { log: { text: hostile, omittedBytes: 3 } });
  const text = renderJsonReport([report], { base, toolVersion: '' });
  expect(text).not.toMatch(/[^\n -~\u2028]/);
  expect(invocationOf(report)).toMatchObject({ error: { message: hostile }, log: { text: hostile, omittedBytes: 3 } });
});

describe('no secret is in the report', () => {
  const secret = 'p4ss"w/ord';
  const place = { file: `/x/${secret}/y.js`, line: 1 };
  const diagnostics = [{ severity: 'warning', code: 'a', message: secret, hint: secret, location: place }] as const;
  const log = { text: `a ${secret} b`, omittedBytes: 0 };
  const http = { statusCode: 200, headers: { [secret]: secret }, cookies: [secret] };
  const trace = [{ text: `at ${secret}`, kind: 'user', place }] as const;
  const event = Buffer.from(JSON.stringify({ secret }));
  const read = { trace, userPlace: place, handlerPlace: place, errorMessage: secret };
  const raw = JSON.stringify({ errorType: 'E', errorMessage: secret, nested: JSON.stringify({ secret }) });
  test.each<[string, InvocationReport]>([
    ['a success', reportOf(success(JSON.stringify([secret]), { event, http }))],
    ['bytes', reportOf(success(Buffer.concat([Buffer.from([0xff]), Buffer.from(secret)])))],
    ['a failure', reportOf(failure('E', secret, { event, error: Buffer.from(raw), failure: read }))],
    ['a refusal', reportOf({ kind: 'refused', diagnostic: diagnostics[0] }, { function: secret, case: secret })],
    ['a defect', reportOf({ kind: 'defect', details: `Error: ${secret}\n at x` })],
  ])('of %s', (_, report) => {
    const redacted = redactReport({ ...report, diagnostics, log }, [secret, 'error', 'succeeded', 'utf-8']);
    const text = renderJsonReport([redacted], { base, toolVersion: '' });
    expect(text).toContain('***');
    for (const form of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      JSON.stringify(JSON.stringify(secret)).slice(1, -1),
    ]) {
      expect(text).not.toContain(form);
    }
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
    expect(reportProblems(JSON.parse(text))).toEqual([]);
  });
});
