import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';

/** The files that the step leaves behind for the steps after it. Absolute paths. */
export interface StepFiles {
  /** For the output `output-file`. */
  readonly response: string;
  /** For the output `log-file`. */
  readonly log: string;
}

/**
 * Makes a folder of this step's own, in the runner's temporary folder where there is one.
 * @throws UserError where no such folder can be made.
 */
export function createStepFiles(runnerTemp: string | undefined): StepFiles {
  const errors: unknown[] = [];
  for (const parent of [runnerTemp, tmpdir()]) {
    if (parent === undefined || parent === '') continue;
    try {
      mkdirSync(parent, { recursive: true });
      const folder = mkdtempSync(join(parent, 'invoke-local-'));
      return { response: join(folder, 'output.json'), log: join(folder, 'log.txt') };
    } catch (error) {
      errors.push(error);
    }
  }
  throw new UserError({
    code: 'no-temporary-folder',
    message: 'No folder for the output and the log could be made in the temporary folder.',
    hint: 'Let RUNNER_TEMP name a folder that can be written to.',
    cause: errors[0],
  });
}
