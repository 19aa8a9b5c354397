import { mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { annotationsOf } from '../../src/action/annotations.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const posix = process.platform === 'win32' ? test.skip : test;
const workspace = resolve('/workspace');
const warning = (message: string, rest: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: 'warning',
  code: 'x',
  message,
  ...rest,
});

test('an annotation has its place relative to the workspace, and the message says it too', () => {
  const location = { file: join(workspace, 'services', 'a', 'serverless.yml'), line: 3, column: 5 };
  expect(annotationsOf([warning('What.', { hint: 'Do.', location })], workspace)).toEqual([
    {
      severity: 'warning',
      message: 'What.\nservices/a/serverless.yml:3:5\nDo.',
      properties: { file: 'services/a/serverless.yml', startLine: 3, startColumn: 5 },
    },
  ]);
});

test('a place outside of the workspace is only in the message: GitHub could not link it', () => {
  const file = resolve('/elsewhere/x.yml');
  expect(annotationsOf([warning('What.', { location: { file } })], workspace)).toEqual([
    { severity: 'warning', message: `What.\n${file}`, properties: {} },
  ]);
});

test('the same finding is told once, and errors come first', () => {
  const notice: Diagnostic = { severity: 'notice', code: 'n', message: 'n' };
  const error: Diagnostic = { severity: 'error', code: 'e', message: 'e' };
  const told = annotationsOf([notice, warning('a'), warning('a'), error], workspace);
  expect(told.map(({ message }) => message)).toEqual(['e', 'a', 'n']);
});

test('what matters most comes first', () => {
  const codes = ['log-file-incomplete', 'interpreter-version', 'environment-reserved'];
  const told = annotationsOf(
    codes.map((code) => warning(code, { code })),
    workspace,
  );
  expect(told.map(({ message }) => message)).toEqual(codes.toReversed());
});

posix('a workspace that is a link has the files that it leads to', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'work-')));
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  for (const root of [folder, link]) {
    const [annotation] = annotationsOf([warning('x', { location: { file: join(root, 'a.js') } })], link);
    expect(annotation?.properties).toEqual({ file: 'a.js' });
  }
});

describe("the runner's caps", () => {
  test.each([
    ['warning', 10],
    ['notice', 10],
    ['error', 9],
  ] as const)('of %s annotations leave room for %i, the last of which tells the rest', (severity, most) => {
    const diagnostics = Array.from({ length: 14 }, (_, index) => ({ ...warning(`finding ${index}`), severity }));
    const messages = annotationsOf(diagnostics, workspace).map(({ message }) => message);
    expect(messages).toHaveLength(most);
    expect(messages.at(-1)).toMatch(new RegExp(`^And ${15 - most} more:\nfinding ${most - 1}\n.*finding 13$`, 's'));
  });

  test('of 4,096 characters keep the head and the tail of a message', () => {
    const [annotation] = annotationsOf([warning(`head${'x'.repeat(5000)}tail`)], workspace);
    expect(annotation?.message.length).toBeLessThanOrEqual(4096);
    expect(annotation?.message).toMatch(/^headx+\n… \d{3} characters are cut here …\nx+tail$/);
  });
});
