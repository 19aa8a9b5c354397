import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';

/**
 * What a function lacks here that has a file system (EFS, S3 Files) in Lambda.
 * @param path where it is mounted there; `undefined` where that is not known
 */
export function fileSystemNotice(
  key: string,
  path: string | undefined,
  location: SourceLocation | undefined,
): Diagnostic {
  return {
    severity: 'notice',
    code: 'file-system-missing',
    message: `${key} has a file system${path === undefined ? '' : ` at ${path}`} in Lambda, and not here: what it reads there is not found.`,
    hint: 'Let a variable of its environment name the folder, and set that (`env`, --env) to a folder of this machine.',
    ...(location === undefined ? {} : { location }),
  };
}
