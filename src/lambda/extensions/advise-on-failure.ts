import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExtensionFailure } from './failure.js';
import type { ExtensionFile } from './find-extensions.js';

/** The largest file that is looked at as a script, in bytes. */
const maxScriptBytes = 256 * 1024;

/** What can be told of why an extension failed, and what to do about it. */
export function adviseOnFailure(file: ExtensionFile, failure: ExtensionFailure): Diagnostic | undefined {
  const { name, mounted } = file;
  const hint = hintOn(file, failure);
  if (hint === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'extension-failed',
    message: `The extension ${name} (${mounted}) failed: ${failure.reason}.`,
    hint,
  };
}

function hintOn({ path, name }: ExtensionFile, { errorType, reason }: ExtensionFailure): string | undefined {
  if (reason.endsWith('permission denied')) {
    return `Make it executable ("chmod +x ${name}", and "git update-index --chmod=+x" for the repository): Lambda fails in the same way.`;
  }
  if (reason.endsWith('exec format error')) {
    return 'It is neither a program for this function\'s architecture nor a script with a "#!" line: Lambda fails in the same way.';
  }
  const elsewhere = errorType === 'Extension.Crash' ? missingMountedPath(path) : undefined;
  if (elsewhere === undefined) return undefined;
  return `It names ${elsewhere}, which is not on this machine: layers are in another folder than /opt here. Find files relative to the script itself ("$(dirname "$0")/.." is /opt in Lambda).`;
}

/** A path below `/opt` that a script names and that this machine does not have. */
function missingMountedPath(path: string): string | undefined {
  try {
    if (statSync(path).size > maxScriptBytes) return undefined;
    const text = readFileSync(path, 'utf8');
    if (!text.startsWith('#!')) return undefined;
    return (text.match(/\/opt\/[\w./-]+/g) ?? []).find((mentioned) => !existsSync(mentioned));
  } catch {
    return undefined;
  }
}
