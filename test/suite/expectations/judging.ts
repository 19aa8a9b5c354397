import type { ExpectedStatus } from '../../../src/suite/expectations/expectations.js';
import type { Finding } from '../../../src/suite/expectations/finding.js';
import { judge } from '../../../src/suite/expectations/judge.js';
import type { Observed } from '../../../src/suite/expectations/observed.js';
import { openSchemas } from '../../../src/suite/expectations/schemas/open-schemas.js';
import type { SuiteCase } from '../../../src/suite/suite-case.js';
import { collect } from '../cases/collecting.js';
import { folderWith } from '../folder.js';

/** What was observed of a function that gave this response, as JSON or as bytes. */
export function responded(response: unknown, facts: Partial<Observed> = {}): Observed {
  return {
    status: 'success',
    response: Buffer.isBuffer(response) ? response : Buffer.from(JSON.stringify(response)),
    log: () => '',
    durationMs: 12.345,
    maxMemoryUsedMiB: 64,
    ...facts,
  };
}

/** What was observed of a function that failed. */
export function failed(
  type: string,
  message: string,
  status: Exclude<ExpectedStatus, 'success' | 'failure'> = 'error',
) {
  return responded({ errorType: type, errorMessage: message, trace: [] }, { status, error: { type, message } });
}

/** The one case whose `expect` is this YAML. */
export async function expecting(yaml: string, files: Readonly<Record<string, string>> = {}): Promise<SuiteCase> {
  const text = `- name: a\n  function: price\n  expect:\n${yaml.replaceAll(/^/gm, '    ')}\n`;
  const { cases } = await collect(folderWith({ ...files, 'suite.yml': text }), { files: ['suite.yml'] });
  const [only] = cases;
  if (only === undefined) throw new Error('There is no case.');
  return only;
}

/** What is found where this is expected in YAML, and that was observed. */
export async function findings(
  yaml: string,
  observed: Observed,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly Finding[]> {
  const suiteCase = await expecting(yaml, files);
  return judge(suiteCase.expect, observed, await openSchemas([suiteCase]));
}

/** The sentences of what is found. */
export async function messages(...asked: Parameters<typeof findings>): Promise<string[]> {
  return (await findings(...asked)).map(({ message }) => message);
}
