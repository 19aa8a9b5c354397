import { resolve } from 'node:path';
import { findInstallation } from '../invoke/find-installation.js';
import { forerun } from '../invoke/forerun.js';
import { parseIsolation } from '../invoke/isolation.js';
import { imagePackagesWords } from '../lambda/image/package-questions.js';
import { saysMore, text } from './input-values.js';
import type { main } from './main.js';

/** The inputs that change how a function's runtime is started, or what is run. */
const deciding: readonly string[] = ['service', 'config', 'interpreter'];

/**
 * Runs the step. Where the function's runtime can be guessed from the inputs, it starts first, and the action is loaded
 * meanwhile.
 * @param entry the folder of the running file
 */
export async function start(entry: string, load: () => Promise<typeof main>): Promise<void> {
  const { env } = process;
  const installation = findInstallation(entry);
  const name = text(env, 'function');
  const isPlain =
    !deciding.some((input) => saysMore(env, input)) &&
    (text(env, 'inherit-env') ?? 'true') === 'true' &&
    (text(env, 'network') ?? 'step') === 'step';
  const isolation = parseIsolation(text(env, 'isolate') ?? '');
  using forerunner =
    name === undefined || !isPlain || isolation === undefined
      ? undefined
      : await forerun({
          function: name,
          workingDirectory: resolve(process.cwd(), text(env, 'working-directory') ?? '.'),
          hostEnvironment: env,
          installation,
          containment: isolation.containment,
          imagePackages: imagePackagesWords.find((word) => word === text(env, 'image-packages')) ?? 'install',
        });
  await (await load())(installation, forerunner);
}
