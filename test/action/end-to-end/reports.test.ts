import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ReportedInvocation } from '../../../src/report/json/report-document.js';
import type { StepResult } from '../../harness/run-step.js';
import { fixture } from '../../paths.js';
import { reportProblems } from '../../report/json/validate.js';
import { attributesOf, junitProblems, textsIn } from '../../report/junit/validate.js';
import { type FunctionStep, invokeStep } from './step.js';

const onPosix = process.platform === 'win32' ? test.skip : test;

interface Reported {
  readonly step: StepResult;
  readonly workspace: string;
  readonly invocation: ReportedInvocation;
  readonly xml: string;
}

function workspaceWith(service: string): string {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')));
  cpSync(fixture(service), join(workspace, service), { recursive: true });
  return workspace;
}

/** Runs a step that writes both reports to the workspace, and reads them. Both are valid, whatever came of the step. */
async function reported(step: FunctionStep): Promise<Reported> {
  const workspace = step.workspace ?? workspaceWith(step.service);
  const paths = { 'report-json': 'reports/report.json', 'report-junit': './reports/junit/report.xml' };
  const result = await invokeStep({ ...step, workspace, with: { ...paths, ...step.with } });
  const document = JSON.parse(readFileSync(join(workspace, 'reports/report.json'), 'utf8')) as {
    readonly invocations: readonly ReportedInvocation[];
  };
  const xml = readFileSync(join(workspace, 'reports/junit/report.xml'), 'utf8');
  expect(reportProblems(document)).toEqual([]);
  expect(await junitProblems(xml)).toEqual([]);
  expect(readdirSync(join(workspace, 'reports'), { recursive: true })).toHaveLength(3);
  const [invocation] = document.invocations;
  if (invocation === undefined) throw new Error('nothing was reported');
  return { step: result, workspace, invocation, xml };
}

test('a success is in both reports, with its event, its response, its log and its facts', async () => {
  const { step, invocation, xml } = await reported({
    service: 'action-node',
    with: { function: 'status', data: '{"n":1.10}' },
  });
  expect(step.outcome).toBe('success');
  expect(invocation).toMatchObject({
    function: { key: 'status', name: 'orders-dev-status', runtime: 'nodejs22.x', timeoutMs: 5000 },
    outcome: 'succeeded',
    status: 'success',
    requestId: step.outputs['request-id'],
    event: { text: '{"n":1.10}' },
    response: { text: step.outputs['output'] },
    http: { statusCode: 201 },
    log: { file: step.outputs['log-file'], text: readFileSync(step.outputs['log-file'] ?? '', 'utf8') },
  });
  expect(String(invocation.durationMs)).toBe(step.outputs['duration-ms']);
  expect(textsIn(xml, 'system-out')[0]).toContain('REPORT RequestId: ');
  expect(attributesOf(xml, 'testcase')).toMatchObject({ classname: 'action-node/status', name: 'status' });
});

test('an error has the place in the workspace, in both reports', async () => {
  const { step, invocation, xml } = await reported({
    service: 'action-node',
    with: { function: 'fails', data: '{}', 'fail-on-error': 'false' },
  });
  expect(step.outcome).toBe('success');
  expect(invocation).toMatchObject({
    outcome: 'failed',
    status: 'error',
    error: {
      type: step.outputs['error-type'],
      location: { file: expect.stringMatching(/^action-node\/src\/fails\./) },
    },
  });
  expect(invocation.error?.raw?.text).toBe(step.outputs['error']);
  const { file, line } = invocation.error?.location ?? {};
  expect(attributesOf(xml, 'testcase')).toMatchObject({ file, line: String(line) });
  expect(textsIn(xml, 'failure')[0]).toMatch(/\(action-node\/src\/fails\.\w+:\d+:\d+\)$/m);
});

test.each([
  ['a timeout', 'slow', 'timeout', 'Sandbox.Timedout'],
  ['a crash', 'crashes', 'crash', 'Runtime.ExitError'],
])('%s is in both reports', async (_, name, status, type) => {
  const { step, invocation, xml } = await reported({ service: 'action-node', with: { function: name, data: '{}' } });
  expect(step.exitCode).toBe(1);
  expect(invocation).toMatchObject({ outcome: 'failed', status, error: { type } });
  expect(attributesOf(xml, 'failure')).toMatchObject({ type });
});

test.each<[string, Record<string, string>, string, Record<string, unknown>]>([
  ['a function that there is not', { function: 'ecko' }, 'function-unknown', { function: { key: 'ecko' } }],
  ['an input that is malformed', { function: 'echo', raw: 'yes' }, 'input-not-boolean', {}],
])('a request with %s is in both reports', async (_, inputs, code, more) => {
  const { step, invocation, xml } = await reported({ service: 'action-node', with: inputs });
  expect(step.exitCode).toBe(1);
  expect(invocation).toMatchObject({ outcome: 'refused', error: { type: 'InvokeLocal.InvalidRequest' }, ...more });
  expect(invocation.diagnostics.at(-1)).toMatchObject({ code, severity: 'error' });
  expect(attributesOf(xml, 'failure')).toMatchObject({ message: step.outputs['error-message'] });
});

onPosix('a step that is cancelled writes both reports in time', async () => {
  const { step, invocation, xml } = await reported({
    service: 'action-node',
    with: { function: 'hangs' },
    onLine: (line, child) => {
      if (line.includes('hanging')) child.kill('SIGINT');
    },
  });
  expect(step.exitCode).toBe(130);
  expect(invocation).toMatchObject({ outcome: 'cancelled', error: { signal: 'SIGINT' } });
  expect(invocation.log.text).toContain('hanging');
  expect(attributesOf(xml, 'failure')).toMatchObject({ type: 'InvokeLocal.Cancelled' });
});

test('no masked value is in a report', async () => {
  const secrets = ['AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'] as const;
  const { workspace, step } = await reported({
    service: 'action-hostile',
    with: { function: 'leaks', 'aws-access-key-id': secrets[0], 'aws-secret-access-key': secrets[1] },
  });
  expect(step.outputs['output']).toContain(secrets[0]);
  for (const path of ['report.json', 'junit/report.xml']) {
    const text = readFileSync(join(workspace, 'reports', path), 'utf8');
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('***');
  }
});

onPosix('a link that the handler laid leads a report nowhere: the step fails, and says so', async () => {
  const workspace = workspaceWith('action-hostile');
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  writeFileSync(join(elsewhere, 'victim'), 'untouched');
  const { outputs, exitCode, annotations } = await invokeStep({
    service: 'action-hostile',
    workspace,
    with: {
      function: 'redirects',
      isolate: 'false',
      data: JSON.stringify({ workspace, elsewhere }),
      'report-json': 'reports/report.json',
      'report-junit': 'reports/junit/report.xml',
    },
  });
  expect(readdirSync(elsewhere)).toEqual(['victim']);
  expect(readFileSync(join(elsewhere, 'victim'), 'utf8')).toBe('untouched');
  expect(JSON.parse(readFileSync(join(workspace, 'reports/report.json'), 'utf8'))).toMatchObject({ version: 1 });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ status: 'success', output: '"done"' });
  expect(annotations.filter(({ type }) => type === 'error').map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The report of `report-junit` could not be written to reports\/junit\/report\.xml: /),
  ]);
});

describe('a path that no report can have fails the step before anything is invoked:', () => {
  test.each([
    ['a folder', 'action-node', 'r.xml', /^The input `report-json` names action-node, which is a folder\./],
    ['the path of another', './r.xml', 'r.xml', /^The input `report-junit` names r\.xml, which is the path of another/],
    [
      'below a file',
      'action-node/serverless.yml/r.json',
      'r.xml',
      /^The input `report-json` names a path below action-node/,
    ],
  ])('%s', async (_, json, junit, message) => {
    const workspace = workspaceWith('action-node');
    const { exitCode, outputs, annotations } = await invokeStep({
      service: 'action-node',
      workspace,
      with: { function: 'echo', 'report-json': json, 'report-junit': junit },
    });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ 'error-type': 'InvokeLocal.InvalidRequest', 'request-id': '' });
    expect(annotations.map((annotation) => annotation.message)).toEqual([expect.stringMatching(message)]);
    // The report whose path is right tells of it.
    expect(readFileSync(join(workspace, 'r.xml'), 'utf8')).toContain('InvokeLocal.InvalidRequest');
  });
});

test('without the inputs, no report is written', async () => {
  const workspace = workspaceWith('action-node');
  await invokeStep({ service: 'action-node', workspace, with: { function: 'echo', 'report-json': '' } });
  expect(existsSync(join(workspace, 'reports'))).toBe(false);
  expect(readdirSync(workspace)).toEqual(['action-node']);
});
