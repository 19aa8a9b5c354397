// What is fuzzed: a parser each, with what it may say of input that is wrong. Anything else that is thrown is a finding.

import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { UserError } from '../../src/diagnostics/user-error.js';
import { servePlainly } from '../../src/lambda/runtime-api/plain-connection.js';
import { readTrace } from '../../src/report/trace/read-trace.js';
import { SourceMaps } from '../../src/report/trace/source-maps.js';
import { readPlainYaml } from '../../src/service/document/plain-yaml.js';
import { readPositions } from '../../src/service/document/positions.js';
import { readJson } from '../../src/service/document/read-json.js';
import { readYaml } from '../../src/service/document/read-yaml.js';
import { parseTemplate } from '../../src/service/serverless/variables/parse.js';
import { VariableSyntaxError } from '../../src/service/serverless/variables/syntax.js';
import { readCaseDocument } from '../../src/suite/cases/document/case-document.js';
import { readCases } from '../../src/suite/cases/read-cases.js';

/** One input of a parser. It is rejected where something is thrown that should not be. */
export type FuzzTarget = (data: Buffer) => void | Promise<void>;

const folder = mkdtempSync(join(tmpdir(), 'invoke-local-fuzz-'));

/** The text of a configuration, as YAML and as JSON, and the places of its values. */
export function configuration(data: Buffer): void {
  const text = data.toString();
  refusing(() => readYaml(text, 'serverless.yml'));
  refusing(() => readJson(text, 'serverless.json'));
  readPositions(text);
  readPlainYaml(text);
}

/** A string of a configuration with variables, in the grammars of both dialects. */
export function variables(data: Buffer): void {
  try {
    parseTemplate(data.toString());
  } catch (error) {
    if (!(error instanceof VariableSyntaxError)) throw error;
  }
}

/** The text of a case file. */
export async function caseFiles(data: Buffer): Promise<void> {
  try {
    const document = readCaseDocument({ text: data.toString(), name: 'cases.yml' });
    await readCases(document, { folder });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** The trace of an error, a line each. */
export async function traces(data: Buffer): Promise<void> {
  const { lines } = await readTrace(data.toString().split('\n'), { sourceRoot: folder, runtimes: folder });
  if (!Array.isArray(lines)) throw new Error('A trace has no lines');
}

/** A bundle with its source map, and a place in it. */
export async function sourceMaps(data: Buffer): Promise<void> {
  const file = join(folder, 'bundle.js');
  const url = `data:application/json;base64,${data.subarray(2).toString('base64')}`;
  writeFileSync(file, `x\n//# sourceMappingURL=${url}\n`);
  await new SourceMaps().original({ file, line: (data[0] ?? 0) + 1, column: (data[1] ?? 0) + 1 });
}

/** What a runtime sends to the Runtime API, in pieces. */
export async function runtimeRequests(data: Buffer): Promise<void> {
  const written: Buffer[] = [];
  const socket = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _, done) => {
      written.push(chunk);
      done();
    },
  }) as Socket;
  let isTakenOver = false;
  servePlainly(socket, {
    handle: (request, response) => {
      request.resume();
      response.writeHead(200, {});
      response.end(request.url ?? '');
    },
    takeOver: () => {
      isTakenOver = true;
    },
  });
  const cut = (data[0] ?? 0) % Math.max(1, data.length);
  for (const piece of [data.subarray(1, cut), data.subarray(Math.max(1, cut))]) {
    if (!isTakenOver && piece.length > 0) socket.push(piece);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  socket.destroy();
}

function refusing(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** The targets, by their names. */
export const targets: Readonly<Record<string, FuzzTarget>> = {
  configuration,
  variables,
  caseFiles,
  traces,
  sourceMaps,
  runtimeRequests,
};
