import { realpathSync } from 'node:fs';
import { displayLocation } from '../../../src/diagnostics/display-path.js';
import type { ProjectRequest } from '../../../src/invoke/request.js';
import { runFunction } from '../../services/run-function.js';

/** What is said of a function's package after it has run, with places and paths relative to the folder. */
export async function parityOf(
  folder: string,
  request: Partial<ProjectRequest> = {},
  host: Readonly<Record<string, string>> = {},
): Promise<{ code: string; at: string | undefined; text: string }[]> {
  const { diagnostics } = await runFunction(folder, 'f', { request, host });
  const real = realpathSync(folder);
  const shown = (text: string): string => text.replaceAll(`${real}/`, '').replaceAll(`${folder}/`, '');
  return diagnostics
    .filter(({ code }) => code.startsWith('package-'))
    .map(({ code, message, hint = '', location }) => ({
      code,
      at: location && shown(displayLocation(location)),
      text: shown(`${message} ${hint}`),
    }));
}
