import { open, stat } from 'node:fs/promises';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { walkJson } from '../../../json/walk.js';
import { systemErrorOf } from '../../files/system-error.js';
import type { CaseTexts, ReportedCase, SuiteReport } from '../suite-report.js';
import { caseShape, documentShape } from './result-shapes.js';
import { type ScannedRest, scanResults } from './scan-results.js';
import { findMistake } from './shape.js';

/** A case as it stands in a results file. */
type WrittenCase = Omit<ReportedCase, 'texts'> & { readonly texts: CaseTexts };

/** The version of the format that is read. */
const knownVersion = 1;

/**
 * Reads what an earlier run wrote as the JSON of its results. Its texts stay in the file until they are asked for.
 * @param file absolute
 * @throws UserError where it can't be read, is cut, or is no results file of this version
 */
export async function readResults(file: string): Promise<SuiteReport> {
  await checkFile(file);
  const cases: ReportedCase[] = [];
  const scanned = scanResults(file);
  let next = await scanned.next();
  for (; next.done !== true; next = await scanned.next()) {
    cases.push(await readCase(file, next.value.bytes, next.value.offset));
  }
  return { ...(await readDocument(file, next.value)), cases };
}

async function checkFile(file: string): Promise<void> {
  const entry = await stat(file).catch((error: unknown) => {
    throw new UserError({
      code: 'results-unreadable',
      message: `The results file ${displayPath(file)} can't be read: ${systemErrorOf(error).reason}.`,
    });
  });
  if (!entry.isFile()) throw notResults(file, 'is no file');
  if (entry.size === 0) throw notResults(file, 'is empty');
}

async function readCase(file: string, bytes: Buffer, offset: number): Promise<ReportedCase> {
  const written = parse(bytes);
  if (written === undefined) throw await notJson(file, offset + Math.max(0, walkJson(bytes)));
  const mistake = findMistake(written, caseShape, '');
  if (mistake !== undefined) throw await mistakeAt(file, offset, `of a case ${mistake}`);
  const { texts: _, ...facts } = written;
  return { ...facts, texts: () => readTexts(file, offset, bytes.length) };
}

/** The case that stands in these bytes; `undefined` where they are no JSON. */
function parse(bytes: Buffer): WrittenCase | undefined {
  try {
    return JSON.parse(bytes.toString()) as WrittenCase;
  } catch {
    return undefined;
  }
}

/** Reads the texts of a case whose JSON stands in a file. */
async function readTexts(file: string, offset: number, length: number): Promise<CaseTexts> {
  const bytes = Buffer.alloc(length);
  const handle = await open(file, 'r');
  try {
    await handle.read(bytes, 0, length, offset);
  } finally {
    await handle.close();
  }
  return (JSON.parse(bytes.toString()) as WrittenCase).texts;
}

async function readDocument(file: string, rest: ScannedRest): Promise<Omit<SuiteReport, 'cases'>> {
  const { bytes, gap, isCut, sizeBytes } = rest;
  const wrong = walkJson(bytes);
  if (wrong !== -1) {
    if (bytes[0] !== undefined && !/^[\s\ufeff]*\{/.test(bytes.subarray(0, 100).toString())) {
      throw notResults(file, 'is not JSON');
    }
    if (isCut) throw await cutOff(file, sizeBytes);
    throw await notJson(file, wrong < gap.at ? wrong : wrong + gap.bytes);
  }
  const document: unknown = JSON.parse(bytes.toString());
  checkKind(file, document);
  if ((document as SuiteReport).cases.length > 0) {
    throw await mistakeAt(file, gap.at + gap.bytes, 'among the cases is something else');
  }
  const mistake = findMistake(document, documentShape, '');
  if (mistake !== undefined) throw await mistakeAt(file, 0, mistake);
  const { generator: _, ...facts } = document as Omit<SuiteReport, 'cases'> & { readonly generator: unknown };
  return facts;
}

/** @throws UserError where it was not written as the results of a suite, or by another version */
function checkKind(file: string, document: unknown): void {
  const known = typeof document === 'object' && document !== null ? document : {};
  const { version, generator, cases, invocations } = known as Readonly<Record<string, unknown>>;
  if (Array.isArray(invocations)) throw notResults(file, 'is the report of single invocations');
  if (!Array.isArray(cases) || (generator as { name?: unknown } | undefined)?.name !== 'invoke-local') {
    throw notResults(file, 'is not what invoke-local writes');
  }
  if (version === knownVersion) return;
  throw new UserError({
    code: 'results-version',
    message: `The results file ${displayPath(file)} is of version ${JSON.stringify(version)}, and this invoke-local reads version ${knownVersion}.`,
    hint: 'Use the same version of invoke-local everywhere.',
  });
}

function notResults(file: string, what: string): UserError {
  return new UserError({
    code: 'results-unknown',
    message: `${displayPath(file)} is no results file of a suite: it ${what}.`,
    hint: 'Name what a suite wrote by `report-json`, or the file of the output `results-file`.',
  });
}

async function notJson(file: string, offset: number): Promise<UserError> {
  return mistakeAt(file, offset, 'there is no valid JSON');
}

async function cutOff(file: string, sizeBytes: number): Promise<UserError> {
  return new UserError({
    code: 'results-cut',
    message: `The results file ${displayPath(file)} ends in the middle, after ${sizeBytes.toLocaleString('en')} bytes.`,
    hint: 'It was cut on its way: pass it on again.',
    location: { file, ...(await positionOf(file, sizeBytes)) },
  });
}

async function mistakeAt(file: string, offset: number, what: string): Promise<UserError> {
  return new UserError({
    code: 'results-malformed',
    message: `The results file ${displayPath(file)} was changed since it was written: ${what}.`,
    hint: 'Take the file as invoke-local wrote it.',
    location: { file, ...(await positionOf(file, offset)) },
  });
}

/** The line and the column of a byte, counted from 1. */
async function positionOf(file: string, offset: number): Promise<{ readonly line: number; readonly column: number }> {
  const handle = await open(file, 'r');
  try {
    let [line, lineStart] = [1, 0];
    for (let at = 0; at < offset; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(65_536, offset - at)), 0, null, at);
      if (bytesRead === 0) break;
      for (
        let index = buffer.indexOf(0x0a);
        index !== -1 && index < bytesRead;
        index = buffer.indexOf(0x0a, index + 1)
      ) {
        [line, lineStart] = [line + 1, at + index + 1];
      }
      at += bytesRead;
    }
    return { line, column: offset - lineStart + 1 };
  } finally {
    await handle.close();
  }
}
