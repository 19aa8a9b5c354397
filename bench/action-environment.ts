import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folders.js';

/** The environment of a step that runs the action on a function of a service, with files for its commands. */
export function actionEnvironment(service: string, inputs: Readonly<Record<string, string>>): Record<string, string> {
  const temp = temporaryFolder();
  mkdirSync(join(temp, 'runner'));
  const environment: Record<string, string> = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: service, RUNNER_TEMP: temp };
  for (const name of ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY']) {
    const file = join(temp, 'runner', name);
    writeFileSync(file, '');
    environment[`GITHUB_${name}`] = file;
  }
  for (const [name, value] of Object.entries(inputs)) environment[`INPUT_${name.toUpperCase()}`] = value;
  return environment;
}
