import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretMasker } from './secret-masker.js';

/** The files by which a step steers its job, by the variable that names each. */
export type FileCommandPaths = Readonly<Record<(typeof VARIABLES)[number], string>>;

const VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

/** A summary of more is dropped as a whole. */
const LARGEST_SUMMARY_BYTES = 1_048_576;

/** Makes a fresh set of empty files, where the runner puts them. */
export function createFileCommands(runnerTemp: string, id: string): FileCommandPaths {
  const folder = join(runnerTemp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const entries = VARIABLES.map((variable) => {
    const path = join(folder, `${variable.toLowerCase().replace('github_', '')}_${id}`);
    writeFileSync(path, '');
    return [variable, path];
  });
  return Object.fromEntries(entries) as FileCommandPaths;
}

/** The end of a line, which is that of the system. */
const lineEnd = process.platform === 'win32' ? /\r?\n$/ : /\n$/;

/**
 * Reads `name=value` and `name<<DELIMITER` lines, as the runner does (its `FileCommandManager.cs`): whichever of the two
 * comes first decides.
 * @throws Error where a line is malformed. The runner fails the step then.
 */
export function parseKeyValueFile(content: string): Record<string, string> {
  const values: [string, string][] = [];
  const lines = content.replace(/^\ufeff/, '').split(/(?<=\n)/);
  const bare = (line: string): string => line.replace(lineEnd, '');
  for (let index = 0; index < lines.length; index++) {
    const line = bare(lines[index] ?? '');
    if (line === '') continue;
    const operator = /=|<</.exec(line);
    if (operator === null || operator.index === 0) throw new Error(`Invalid format '${line}'`);
    const name = line.slice(0, operator.index);
    const rest = line.slice(operator.index + operator[0].length);
    if (operator[0] === '=') {
      values.push([name, rest]);
      continue;
    }
    if (rest === '') throw new Error(`Invalid format '${line}': no delimiter`);
    const end = lines.findIndex((candidate, at) => at > index && bare(candidate) === rest);
    if (end === -1) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    values.push([name, bare(lines.slice(index + 1, end).join(''))]);
    index = end;
  }
  return Object.fromEntries(values);
}

/** What a step's files told the job. */
export interface FileCommandEffects {
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
  /** What the runner found wrong: each of these fails the step. */
  readonly failures: readonly string[];
  /** What it found wrong with the summary, which fails nothing. */
  readonly summaryError?: string;
}

/** Reads the files when the step is over. */
export function readFileCommands(paths: FileCommandPaths, masker: SecretMasker): FileCommandEffects {
  const failures: string[] = [];
  const keyValues = (variable: keyof FileCommandPaths): Record<string, string> => {
    try {
      return existsSync(paths[variable]) ? parseKeyValueFile(readFileSync(paths[variable], 'utf8')) : {};
    } catch (error) {
      failures.push(`Unable to process file command '${variable}': ${error instanceof Error ? error.message : error}`);
      return {};
    }
  };
  const text = (variable: keyof FileCommandPaths): string =>
    existsSync(paths[variable]) && lstatSync(paths[variable]).isFile() ? readFileSync(paths[variable], 'utf8') : '';

  const summary = text('GITHUB_STEP_SUMMARY');
  const tooLarge = Buffer.byteLength(summary) > LARGEST_SUMMARY_BYTES;
  return {
    outputs: keyValues('GITHUB_OUTPUT'),
    env: keyValues('GITHUB_ENV'),
    state: keyValues('GITHUB_STATE'),
    path: text('GITHUB_PATH').split(/\r?\n/).filter(Boolean),
    summary: tooLarge ? '' : summary.split('\n').map(masker.mask).join('\n'),
    failures,
    ...(tooLarge
      ? { summaryError: '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k' }
      : {}),
  };
}
