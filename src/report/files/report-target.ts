import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { systemErrorOf } from './system-error.js';

/**
 * Where a report goes. It is decided before the handler runs, so that a link made by the handler can't lead it elsewhere.
 */
export interface ReportTarget {
  /** As it was asked for. Absolute. */
  readonly path: string;
  /** The real path of the nearest folder above it that is there. */
  readonly existing: string;
  /** The names of the folders below it that do not exist yet; they are made when the report is written. */
  readonly missing: readonly string[];
}

/** The kinds of reports, named as their inputs and flags are. */
export type ReportKind = 'report-json' | 'report-junit' | 'report-html';

/** Every kind of report. */
export const reportKinds = ['report-json', 'report-junit', 'report-html'] as const satisfies readonly ReportKind[];

/** Where the reports go that were asked for. */
export type ReportTargets = { readonly [kind in ReportKind]?: ReportTarget };

/** What {@link settleTargets} found. */
export interface SettledTargets {
  readonly targets: ReportTargets;
  /** What is wrong with a path, so that nothing must be invoked. Reports with a valid path are written nevertheless. */
  readonly refusal?: UserError;
}

/**
 * Decides where the reports go.
 * @param paths relative to `base` or absolute
 * @param nameOf how messages name what asked for a report: "The input `report-json`"
 */
export function settleTargets(
  paths: { readonly [kind in ReportKind]?: string },
  base: string,
  nameOf: (kind: ReportKind) => string,
): SettledTargets {
  const targets: { [kind in ReportKind]?: ReportTarget } = {};
  let refusal: UserError | undefined;
  for (const kind of reportKinds) {
    const path = paths[kind];
    if (path === undefined) continue;
    try {
      const target = reportTarget(path, base, nameOf(kind));
      if (Object.values(targets).some((other) => finalPath(other) === finalPath(target))) {
        throw new UserError({
          code: 'report-path-shared',
          message: `${nameOf(kind)} names ${displayPath(target.path, base)}, which is the path of another report too.`,
          hint: 'Give each report a path of its own.',
        });
      }
      targets[kind] = target;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refusal ??= error;
    }
  }
  return { targets, ...(refusal === undefined ? {} : { refusal }) };
}

/** The real path that a report is to have. */
export function finalPath({ path, existing, missing }: ReportTarget): string {
  return join(existing, ...missing, basename(path));
}

function reportTarget(path: string, base: string, asked: string): ReportTarget {
  const target = resolve(base, path);
  const entry = statOf(target, asked, base);
  if (/[\\/]$/.test(path) || entry?.isDirectory()) {
    throw new UserError({
      code: 'report-path-folder',
      message: `${asked} names ${displayPath(target, base)}, which is a folder.`,
      hint: `Name a file in it, such as ${displayPath(join(target, 'report'), base)}.`,
    });
  }
  if (entry?.isFile() === false) {
    throw new UserError({
      code: 'report-path-device',
      message: `${asked} names ${displayPath(target, base)}, which is a device, a pipe or a socket.`,
      hint: 'Name a regular file: a report is written in one step.',
    });
  }
  const missing: string[] = [];
  let folder = dirname(target);
  for (; !isFolder(folder, asked, base); folder = dirname(folder)) missing.unshift(basename(folder));
  return { path: target, existing: realpathSync(folder), missing };
}

/** Whether a folder is there. */
function isFolder(folder: string, asked: string, base: string): boolean {
  const entry = statOf(folder, asked, base);
  if (entry === undefined || entry.isDirectory()) return entry !== undefined;
  throw new UserError({
    code: 'report-path-in-file',
    message: `${asked} names a path below ${displayPath(folder, base)}, which is a file.`,
    hint: 'Name a path whose folders exist or can be created.',
  });
}

function statOf(path: string, asked: string, base: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code, reason } = systemErrorOf(error);
    // A part of the path is a file, which is found further up.
    if (code === 'ENOTDIR') return undefined;
    throw new UserError({
      code: 'report-path-unusable',
      message: `${asked} names ${JSON.stringify(displayPath(path, base))}, which can't be a report's path: ${reason}.`,
    });
  }
}
