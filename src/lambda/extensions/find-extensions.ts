import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic, ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { findOnPath } from '../../host/search-path.js';
import { elfMachine, hostArchitecture } from '../executable/elf-machine.js';
import { firstBytes } from '../executable/first-bytes.js';
import { formatFault } from '../executable/format-fault.js';
import { shebangIn } from '../executable/shebang.js';

/** How many bytes of a file are read to tell what it is: as much as Linux reads of a script's first line. */
const headBytes = 256;

/** Where external extensions are looked for, and the environment that they would run in. */
export interface ExtensionSource {
  /** The folder that takes the place of `/opt/extensions`. Absolute. It need not exist. */
  readonly folder: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly report: ReportDiagnostic;
  /** Programs that they find beside those of this machine. Absolute. */
  readonly programs?: readonly string[];
}

/** One file of `/opt/extensions`. */
export interface ExtensionFile {
  readonly name: string;
  /** Where it is here. */
  readonly path: string;
  /** Where it is in Lambda. */
  readonly mounted: string;
}

/**
 * The external extensions of a function: every file of the folder, in the order of their names. One that Lambda can run but
 * this machine can't is left out with a warning. One that Lambda could not run either is kept, so that it fails as in
 * Lambda.
 */
export function findExtensions(
  { folder, architecture, report, programs = [] }: ExtensionSource,
  path: string,
): ExtensionFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((member) => !member.isDirectory())
    .map(({ name }) => name)
    .sort();
  const files = names.map((name) => ({ name, path: join(folder, name), mounted: `/opt/extensions/${name}` }));
  return files.filter((file) => {
    const unfit = localFault(file, architecture, { path, programs });
    if (unfit !== undefined) report(unfit);
    return unfit === undefined;
  });
}

/** Why a file can't be run here, while it can in Lambda. */
function localFault(
  { name, path, mounted }: ExtensionFile,
  architecture: string,
  search: { readonly path: string; readonly programs: readonly string[] },
): Diagnostic | undefined {
  const severity = 'warning';
  const left = `The extension ${name} (${mounted}) was left out`;
  const head = firstBytes(path, headBytes) ?? Buffer.alloc(0);
  const shebang = shebangIn(head);
  if (shebang !== undefined) {
    if (isFound(shebang, search)) return undefined;
    const where = shebang.onPath ? 'is not on the PATH' : 'is not here';
    return {
      severity,
      code: 'extension-interpreter-missing',
      message: `${left}: its first line, "${shebang.line}", names ${basename(shebang.interpreter)}, which ${where}.`,
      hint: shebang.onPath
        ? `Install ${shebang.interpreter} on this machine.`
        : `Name an interpreter that both Lambda and this machine have, such as "#!/usr/bin/env ${basename(shebang.interpreter)}".`,
    };
  }
  if (formatFault(path) === undefined) return undefined;
  const machine = elfMachine(head);
  if (machine !== architecture) return undefined;
  return {
    severity,
    code: 'extension-architecture',
    message: `${left}: it was built for Linux on ${machine}, and this machine is ${hostArchitecture()} (${process.platform}).`,
    hint: `Run on Linux on ${machine}, or give the layer's extension for this machine.`,
  };
}

function isFound(
  { interpreter, onPath }: { readonly interpreter: string; readonly onPath: boolean },
  { path, programs }: { readonly path: string; readonly programs: readonly string[] },
): boolean {
  if (!onPath) return programs.includes(interpreter) || existsSync(interpreter);
  return programs.some((program) => basename(program) === interpreter) || findOnPath(interpreter, path) !== undefined;
}
