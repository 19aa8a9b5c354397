import { likelyMechanism } from '../lambda/containment/likely-mechanism.js';
import { Room } from '../lambda/containment/room.js';
import { nodePath, posixVariables } from '../lambda/environment/lambda-variables.js';
import { layerMountPoint } from '../lambda/environment/layer-paths.js';
import { passedOn } from '../lambda/environment/passed-on.js';
import type { ImagePackages } from '../lambda/image/package-questions.js';
import { isInterpreter } from '../lambda/interpreter/is-interpreter.js';
import { findNodes } from '../lambda/interpreter/node.js';
import { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import { type GuessedFunction, guessFunction } from './guess-function.js';
import type { Installation } from './installation.js';
import { nodeLaunch } from './launches/node-launch.js';
import type { ContainmentChoice } from './request.js';
import { seenFolders } from './seen-folders.js';

/** What of a request decides how a runtime is started, in the cases that can be guessed. */
export interface ForerunRequest {
  /** The function, as it was named. */
  readonly function: string;
  /** The service's folder. Absolute. */
  readonly workingDirectory: string;
  readonly hostEnvironment: Readonly<Record<string, string | undefined>>;
  readonly installation: Installation;
  /** Whether it is to be contained. */
  readonly containment: ContainmentChoice;
  /** How it gets packages of Lambda's image; `found` by default. */
  readonly imagePackages?: ImagePackages;
}

/**
 * Starts the runtime of a function before its configuration is read, on a guess: that the function is as the text of
 * its configuration looks at a glance, without layers. A wrong guess costs a process that does nothing.
 * @returns `undefined` where nothing can be guessed, or nothing would be gained
 */
export async function forerun(request: ForerunRequest): Promise<Forerunner | undefined> {
  const { workingDirectory, hostEnvironment: host, containment } = request;
  // Node.js then reads the proxies while it starts, which the function may set.
  if (process.platform === 'win32' || host['NODE_USE_ENV_PROXY'] !== undefined) return undefined;
  const guess = guessFunction(workingDirectory, request.function);
  if (guess === undefined) return undefined;
  const likely = containment === 'off' ? undefined : likelyMechanism();
  const { installation } = request;
  const { codeFolder } = guess;
  const { runtimes } = installation;
  const launches = await guessLaunches(guess, request);
  const [best] = launches;
  // What looks for an interpreter would do so by variables that a process has not yet while it waits.
  if (best === undefined || !isInterpreter(best.command)) return undefined;
  const seen = likely?.kind === 'found' ? seenFolders({ taskRoot: codeFolder }) : undefined;
  const taskRoot = seen?.taskRoot ?? codeFolder;
  const places = { taskRoot, layerRoot: layerMountPoint };
  const environment = {
    ...passedOn(host, true),
    ...posixVariables({ ...places, path: host['PATH'], libraryPath: host['LD_LIBRARY_PATH'] }),
    LANG: 'en_US.UTF-8',
    ...(guess.language === 'nodejs' ? { NODE_PATH: nodePath(guess.version, places) } : {}),
  };
  const settings = { workingDirectory: taskRoot, environment };
  if (likely?.kind !== 'found' || seen === undefined) return Forerunner.start(best, settings);
  const basis = { mechanism: likely.mechanism, runtimes, user: 'lambda' } as const;
  const room = Room.late(basis, async () => {
    const { guessedLayout } = await import('./guessed-layout.js');
    return guessedLayout(basis, { request, installation, guess, launches, seen });
  });
  const forerunner = Forerunner.start(best, { ...settings, room });
  // The process waits for the plan of its room, and what is loaded next takes longer than that.
  await forerunner?.room?.planned;
  return forerunner;
}

/** The ways to start its runtime, best first. Python's are loaded where there is a Python to start. */
async function guessLaunches(
  { language, version, memorySizeMiB, codeFolder }: GuessedFunction,
  { hostEnvironment, installation: { runtimes } }: ForerunRequest,
): Promise<readonly Launch[]> {
  const search = { version, sourceRoot: codeFolder, environment: hostEnvironment };
  if (language === 'python') return (await import('./launches/guess-python.js')).guessPython(search, runtimes);
  return findNodes(search).map((node) => nodeLaunch(node, { declared: version, memorySizeMiB, runtimes }));
}
