import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { InvocationReport } from '../../../src/report/invocation-report.js';
import { renderJunitReport } from '../../../src/report/junit/render-junit-report.js';
import { redactReport } from '../../../src/report/secrets/redact-report.js';
import { createRedactor } from '../../../src/report/secrets/redactor.js';
import { base, everyOutcome, failure, refusal, reportOf, success } from '../reports.js';
import { attributesOf, junitProblems, textsIn, validBySystem } from './validate.js';

const esc = String.fromCharCode(0x1b);

function rendered(...reports: InvocationReport[]): string {
  return renderJunitReport(reports, { base, redact: (text) => text });
}

/** What these tests render, which the last of them validates at once. */
const documents: string[] = [];

function valid(...reports: InvocationReport[]): string {
  const xml = rendered(...reports);
  documents.push(xml);
  return xml;
}

describe.each(everyOutcome)('the report of %s', (_, report) => {
  test('is valid, and a failure unless it succeeded', () => {
    const xml = valid(report);
    const failures = report.outcome.kind === 'succeeded' ? '0' : '1';
    for (const element of ['testsuites', 'testsuite']) {
      expect(attributesOf(xml, element)).toMatchObject({ tests: '1', failures, errors: '0' });
    }
    expect(textsIn(xml, 'failure')).toHaveLength(Number(failures));
    expect(xml).not.toContain('<error');
    expect(attributesOf(xml, 'testcase')).toMatchObject({ classname: 'service/hello', name: 'hello' });
  });
});

test('the schema of the tests refuses what is no report', async () => {
  const xml = rendered(reportOf(success('1')));
  for (const wrong of [
    xml.replace(' time="0.012"', ' time="1e3"'),
    xml.replace('<testcase', '<case').replace('</testcase', '</case'),
    xml.replace('</system-out>', ']]></system-out>'),
    xml.replace('</system-out>', '</system-out><failure type="x">after</failure>'),
    xml.replace('START', '\0'),
  ]) {
    expect(await junitProblems(wrong)).not.toEqual([]);
  }
});

test('the xmllint of this machine takes all reports at once for valid', () => {
  const result = validBySystem(rendered(...everyOutcome.map(([, report]) => report)));
  if (result === undefined) console.warn('not tested: there is no xmllint on PATH');
  else expect(result).toBe(true);
});

test('a success has its times in seconds, its log, and its properties', () => {
  const xml = valid(reportOf(success('1')));
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="invoke-local" tests="1" failures="0" errors="0" time="0.012">
  <testsuite name="service/hello" tests="1" failures="0" errors="0" time="0.012" skipped="0" timestamp="2026-01-02T03:04:05">
    <properties>
      <property name="function" value="service-dev-hello"/>
      <property name="handler" value="handler.hello"/>
      <property name="runtime" value="nodejs22.x"/>
      <property name="region" value="us-east-1"/>
      <property name="stage" value="dev"/>
      <property name="memory-size-mb" value="1024"/>
      <property name="outcome" value="succeeded"/>
      <property name="status" value="success"/>
      <property name="request-id" value="8f507cfc-xmpl-4697-b07a-ac58fc914c95"/>
      <property name="init-duration-ms" value="80.50"/>
      <property name="max-memory-used-mb" value="45"/>
      <property name="log-file" value="${resolve('/tmp/log.txt')}"/>
    </properties>
    <testcase classname="service/hello" name="hello" time="0.012">
      <system-out>START
hello
END
</system-out>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('a failure has its place, its type and its message, and a text that begins with the frame of that place', () => {
  const xml = valid(reportOf(failure('TypeError', 'no\nreally')));
  expect(attributesOf(xml, 'testcase')).toMatchObject({ file: 'service/src/hello.ts', line: '7' });
  expect(attributesOf(xml, 'failure')).toEqual({ type: 'TypeError', message: 'no\nreally' });
  expect(textsIn(xml, 'failure')).toEqual([
    `TypeError: no
really
    at hello (service/src/hello.ts:7:9)
    at run (/srv/node_modules/lib/run.js:1:2)
    at node:internal/main:1:1`,
  ]);
});

describe('the frame of the place', () => {
  const place = { file: resolve('/workspace/service/src/hello.py'), line: 3 };
  const text = (report: InvocationReport) => textsIn(rendered(report), 'failure')[0];

  test('stands before a trace of another language', () => {
    const trace = [
      { text: '  File "/workspace/service/src/hello.py", line 3, in hello', kind: 'user', place },
    ] as const;
    expect(text(reportOf(failure('ValueError', 'no', { failure: { trace, userPlace: place } })))).toBe(
      'ValueError: no\n    at hello (service/src/hello.py:3:1)\n  File "/workspace/service/src/hello.py", line 3, in hello',
    );
  });

  test('is that of the handler in the configuration, where there is no other', () => {
    const handlerPlace = { file: resolve('/workspace/service/serverless.yml'), line: 9, column: 14 };
    const { failure: read, ...outcome } = failure('Runtime.ImportModuleError', 'no') as Extract<
      InvocationReport['outcome'],
      { kind: 'failed' }
    >;
    const { userPlace: _, ...rest } = { ...read, trace: [], handlerPlace };
    expect(text(reportOf({ ...outcome, failure: rest }))).toBe(
      'Runtime.ImportModuleError: no\n    at hello (service/serverless.yml:9:14)',
    );
  });

  test('is that of what is wrong with a request; with its hint', () => {
    expect(text(reportOf({ kind: 'refused', diagnostic: refusal }))).toBe(
      'InvokeLocal.InvalidRequest: There is no function `hallo`.\n    at hello (service/serverless.yml:4:3)\nDid you mean hello?',
    );
  });

  test('has no line where none is known', () => {
    const diagnostic = { ...refusal, location: { file: resolve('/workspace/serverless.yml') } };
    const xml = rendered(reportOf({ kind: 'refused', diagnostic }));
    expect(textsIn(xml, 'failure')[0]).toContain('\n    at hello (serverless.yml)\n');
    expect(attributesOf(xml, 'testcase')).not.toHaveProperty('line');
  });
});

describe('cases', () => {
  const facts = { serviceFolder: base };

  test('of one function are one suite; its times and counts are their sums', () => {
    const xml = valid(
      reportOf(success('1'), { ...facts, case: 'one' }),
      reportOf(failure('E', 'no'), { ...facts, case: 'two' }),
      reportOf(success('1'), { ...facts, function: 'other' }),
    );
    expect([...xml.matchAll(/<testsuite name="(\w+)" tests="(\d)" failures="(\d)"/g)].map(([, ...all]) => all)).toEqual(
      [
        ['hello', '2', '1'],
        ['other', '1', '0'],
      ],
    );
    expect([...xml.matchAll(/<testcase classname="(\w+)" name="(\w+)"/g)].map(([, ...all]) => all)).toEqual([
      ['hello', 'one'],
      ['hello', 'two'],
      ['other', 'other'],
    ]);
    expect(attributesOf(xml, 'testsuites')).toMatchObject({ tests: '3', failures: '1', time: '0.037' });
    expect(xml.match(/name="request-id"/g)).toHaveLength(1);
  });

  test('without a function or a folder have a name', () => {
    const { function: _, serviceFolder: __, ...report } = reportOf({ kind: 'refused', diagnostic: refusal });
    expect(attributesOf(valid(report), 'testcase')).toMatchObject({
      classname: 'invoke-local',
      name: 'invoke-local',
    });
    expect(attributesOf(valid({ ...report, function: '', case: '' }), 'testcase').name).toBe('invoke-local');
  });

  test('that are none are a valid report', () => {
    valid();
  });
});

test('an error without type or message has a text all the same', () => {
  const xml = valid(reportOf(failure('', '', { failure: { trace: [] } })));
  expect(textsIn(xml, 'failure')).toEqual([expect.stringMatching(/^failed\n/)]);
  expect(attributesOf(xml, 'failure')).toEqual({ type: 'Error' });
});

describe('what a handler prints and throws is text', () => {
  test.each([
    ['the end of a section', ']]>', ']]>'],
    ['markup', '</system-out><failure/>&amp;"\'', '</system-out><failure/>&amp;"\''],
    ['line breaks of Windows', 'a\r\nb', 'a\nb'],
    ['a carriage return', 'a\rb', 'a\u240db'],
    ['NUL', 'a\0b', 'a\u2400b'],
    ['colours', `a${esc}[31mb${esc}[0mc`, 'abc'],
    ['another escape', `a${esc}`, 'a\u241b'],
    ['half a character', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['what is no character', 'a\ufffe\uffffb', 'a\ufffd\ufffdb'],
    ['a character outside the basic plane', 'a😀b', 'a😀b'],
    ['an entity', '<!DOCTYPE x [<!ENTITY y "z">]>&y;', '<!DOCTYPE x [<!ENTITY y "z">]>&y;'],
  ])('%s', (_, printed, read) => {
    const diagnostics = [{ severity: 'warning', code: 'a', message: printed, hint: printed }] as const;
    const report = reportOf(failure(printed, printed, { failure: { trace: [] } }), {
      log: { text: printed, omittedBytes: 0 },
      diagnostics,
      function: printed,
    });
    const xml = valid(report);
    expect(textsIn(xml, 'system-out')).toEqual([read]);
    expect(textsIn(xml, 'system-err')).toEqual([`warning: ${read}\n  ${read}\n`]);
    expect(attributesOf(xml, 'failure')).toEqual({ message: read, type: read });
    expect(attributesOf(xml, 'testcase').name).toBe(read);
  });
});

test('a log whose start is left out says so', () => {
  const report = reportOf(success('1'), {
    log: { text: 'end', omittedBytes: 123_456, file: resolve('/workspace/log') },
  });
  expect(textsIn(rendered(report), 'system-out')).toEqual([
    '… 123,456 bytes before this are left out; the whole is in log …\nend',
  ]);
});

test('a message of megabytes is cut', () => {
  const xml = valid(reportOf(failure('E', `head ${'x'.repeat(5_000_000)} tail`, { failure: { trace: [] } })));
  expect(xml.length).toBeLessThan(100_000);
  expect(textsIn(xml, 'failure')[0]).toMatch(/^E: head x+\n… .* characters are cut here …\nx.* tail\n {4}at/s);
  expect(attributesOf(xml, 'failure').message).toMatch(/^head x+\n… .* …\nx+ tail$/);
});

test('no secret is in the report, not even one that colours part', async () => {
  const secret = 'p4ss"w/ord';
  const parted = `${secret.slice(0, 3)}${esc}[1m${secret.slice(3)}`;
  const report = reportOf(failure('E', parted, { failure: { trace: [{ text: secret, kind: 'text' }] } }), {
    log: { text: `${secret}\n${parted}`, omittedBytes: 0 },
    diagnostics: [{ severity: 'warning', code: 'a', message: secret }],
  });
  const xml = renderJunitReport([redactReport(report, [secret])], { base, redact: createRedactor([secret]).text });
  expect(await junitProblems(xml)).toEqual([]);
  expect(textsIn(xml, 'system-out')).toEqual(['***\n***']);
  expect(xml).not.toContain('p4ss');
});

test('a file and a case whose names are nothing but escapes of a terminal have none', () => {
  const place = { file: resolve(base, `${esc}[31m`), line: 1 };
  const xml = valid(reportOf(failure('Error', 'no', { failure: { userPlace: place } }), { case: `${esc}[31m` }));
  const { file, name } = attributesOf(xml, 'testcase');
  expect([file, name]).toEqual([undefined, 'invoke-local']);
});

test('a function whose name is nothing but escapes of a terminal is called as the report is', () => {
  const { serviceFolder: _, ...report } = reportOf(
    { kind: 'cancelled', signal: 'SIGINT' },
    { function: `${esc}[2J${esc}[H` },
  );
  const xml = valid(report);
  expect(attributesOf(xml, 'testsuite').name).toBe('invoke-local');
  expect(attributesOf(xml, 'testcase')).toMatchObject({ classname: 'invoke-local', name: 'invoke-local' });
});

test('all that these tests have rendered is valid', async () => {
  expect(await junitProblems(...documents)).toEqual([]);
});
