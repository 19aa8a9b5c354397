import { readdirSync, readlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { statFields } from '../../process/stat-fields.js';

/**
 * Where GitHub's runner keeps by what it proves to be itself, and what it was set up with (`HostContext.GetConfigFile` in
 * actions/runner; `.env` has variables for all jobs), beside its logs.
 */
const ofRunner = [
  '.credential_store',
  '.credentials',
  '.credentials_migrated',
  '.credentials_rsaparams',
  '.env',
  '.proxycredentials',
  '.runner',
  '.runner_migrated',
  '_diag',
];

/** The process of the runner that runs a job, of which a step descends. */
const worker = 'Runner.Worker';

/** How many processes there may be between that one and this. */
const mostBetween = 16;

/**
 * The paths by which a program could act as the runner that runs this step: below the folder of its process, and above its folder for
 * temporary files, which usually is in `_work`. They need not be there. None outside of a job.
 */
export function runnerSecrets(environment: Readonly<Record<string, string | undefined>>): string[] {
  if (environment['GITHUB_ACTIONS'] !== 'true') return [];
  const temporary = environment['RUNNER_TEMP'];
  const above = temporary?.startsWith('/') === true ? dirname(dirname(temporary)) : undefined;
  const folders = new Set([workerFolder(), above].filter((folder) => folder !== undefined));
  return [...folders].flatMap((folder) => ofRunner.map((name) => join(folder, name)));
}

/** The folder of the runner whose process this one descends from. */
function workerFolder(): string | undefined {
  for (let pid = process.ppid, count = 0; pid > 1 && count < mostBetween; pid = parentOf(pid), count++) {
    const program = programOf(pid);
    if (program !== undefined && basename(program) === worker) return dirname(dirname(program));
  }
  return undefined;
}

function programOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return undefined;
  }
}

function parentOf(pid: number): number {
  return Number(statFields(pid)?.[1] ?? 0);
}

/** The folders in the workspace of a job, into which other repositories may be checked out, and itself. */
export function workspaceFolders(environment: Readonly<Record<string, string | undefined>>): string[] {
  const workspace = environment['GITHUB_WORKSPACE'];
  if (workspace?.startsWith('/') !== true) return [];
  try {
    const members = readdirSync(workspace, { withFileTypes: true });
    return [workspace, ...members.filter((member) => member.isDirectory()).map(({ name }) => join(workspace, name))];
  } catch {
    return [];
  }
}
