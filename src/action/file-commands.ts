import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';

/**
 * The variables that name the files through which a step passes commands to the runner. The handler does not get the
 * variables, but could find the files.
 */
const VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

interface Snapshot {
  readonly variable: string;
  readonly path: string;
  readonly content: Buffer;
}

/** The runner's files as they were when the step began. */
export interface FileCommands {
  /** Restores each file, whatever happened to it, and reports those that had changed. Call it once the handler has ended. */
  restore(report: ReportDiagnostic): void;
}

function take(variable: string, path: string | undefined): Snapshot[] {
  if (path === undefined || path === '') return [];
  const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? [{ variable, path, content: readFileSync(path) }] : [];
}

function isUntouched({ path, content }: Snapshot): boolean {
  try {
    const now = lstatSync(path);
    // The size first, so that a file that was made huge is not read.
    return now.isFile() && now.size === content.length && readFileSync(path).equals(content);
  } catch {
    return false;
  }
}

/** @returns whether it could be done; a failure is reported */
function putBack({ variable, path, content }: Snapshot, report: ReportDiagnostic): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The handler changed the runner's file ${variable}, and it could not be put back: ${reason}`;
    report({ severity: 'error', code: 'file-commands-lost', message });
    return false;
  }
}

/** Keeps what is in the runner's files now. Those that are not there, as outside of a workflow, are left alone. */
export function snapshotFileCommands(environment: Readonly<Record<string, string | undefined>>): FileCommands {
  const snapshots = VARIABLES.flatMap((variable) => take(variable, environment[variable]));
  return {
    restore(report) {
      const changed = snapshots.filter((snapshot) => !isUntouched(snapshot));
      const mended = changed.filter((snapshot) => putBack(snapshot, report));
      if (mended.length === 0) return;
      const names = mended.map(({ variable }) => variable).join(', ');
      report({
        severity: 'warning',
        code: 'file-commands-changed',
        message: `The handler changed the runner's files ${names}. What it wrote was removed.`,
        hint: 'On AWS there are no such files. Return what later steps need: the response is the output `output`.',
      });
    },
  };
}
