import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';

/** The files that the step leaves for later steps. Absolute paths. */
export interface StepFiles {
  /** The file that the output `output-file` names. */
  readonly response: string;
  /** The file that the output `log-file` names. */
  readonly log: string;
  /** The file that the output `results-file` names. */
  readonly results: string;
  /** The file that the output `aws-calls-file` names. */
  readonly calls: string;
}

/**
 * Makes a folder for this step, in the runner's temporary folder if there is one.
 * @throws UserError where no such folder can be made.
 */
export function createStepFiles(runnerTemp: string | undefined): StepFiles {
  const errors: unknown[] = [];
  for (const parent of [runnerTemp, tmpdir()]) {
    if (parent === undefined || parent === '') continue;
    try {
      mkdirSync(parent, { recursive: true });
      const folder = mkdtempSync(join(parent, 'invoke-local-'));
      return {
        response: join(folder, 'output.json'),
        log: join(folder, 'log.txt'),
        results: join(folder, 'results.json'),
        calls: join(folder, 'aws-calls.jsonl'),
      };
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
