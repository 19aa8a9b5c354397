import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, resolve } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { isBelow } from '../host/path-below.js';
import type { RoomSettings } from '../lambda/containment/room.js';
import { parseRuntime } from '../lambda/function/runtimes.js';
import { imageLinks, type ShownImage } from '../lambda/image/image-links.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import type { RoomContainment } from './containment-policy.js';
import type { FunctionParts } from './function-parts.js';
import { imagePackagesOf } from './image-packages.js';
import { repositoryFolder } from './repository-folder.js';
import type { ResolvedInvocation } from './resolved-invocation.js';

/** What the room of a function depends on. */
export interface RoomContents {
  readonly placed: Pick<PlacedFunction, 'taskRoot' | 'layerRoot' | 'temporary' | 'seen'>;
  readonly sourceRoot: string;
  readonly launches: readonly Launch[];
  /** The values of the variables that are configured or given. */
  readonly values: readonly string[];
  /** The size of its `/tmp`. */
  readonly scratchMiB: number | undefined;
  /** The folder of the compiled handler, if it is compiled. */
  readonly compiledTo?: string;
  /** The folder for coverage, if that is measured. */
  readonly coverageTo?: string;
  /** What of Lambda's image it has by its literal paths. */
  readonly image?: Omit<ShownImage, 'root'>;
  /** The project's folder, if nothing of it is shown but what the function is started with. */
  readonly hiddenProject?: string;
}

/** What the room of a prepared function depends on. */
export function roomContents(
  { placed, compiled, coverage, request, function: fn }: FunctionParts,
  { launches, environment, interpreter }: Pick<ResolvedInvocation, 'launches' | 'environment' | 'interpreter'>,
): RoomContents {
  const declared = fn.hasForeignImage === true ? undefined : parseRuntime(fn.runtime);
  const configured = [...Object.keys(fn.environment), ...Object.keys(request.environment)];
  return {
    placed,
    sourceRoot: fn.sourceRoot,
    launches,
    values: configured.map((name) => environment[name] ?? ''),
    scratchMiB: fn.ephemeralStorageSizeMiB,
    ...(compiled === undefined ? {} : { compiledTo: dirname(compiled.file) }),
    ...(coverage === undefined ? {} : { coverageTo: coverage.folder }),
    ...(declared === undefined || interpreter === undefined
      ? {}
      : { image: { declared, interpreter, packages: imagePackagesOf(request), environment: request.hostEnvironment } }),
    ...(request.packageMode === 'enforce' && compiled === undefined && !isPlacedWithin(placed.taskRoot, fn.sourceRoot)
      ? { hiddenProject: repositoryFolder(realPath(request.workingDirectory)) }
      : {}),
  };
}

function isPlacedWithin(taskRoot: string, sourceRoot: string): boolean {
  const [placed, source] = [realPath(taskRoot), realPath(sourceRoot)];
  return placed === source || isBelow(placed, source);
}

/** The room of a function: what it runs with is shown, wherever on the machine it is. */
export function functionRoom(
  { mechanism, runtimes, machine, withoutNetwork }: RoomContainment,
  {
    placed,
    sourceRoot,
    launches,
    values,
    scratchMiB = defaultScratchMiB,
    compiledTo,
    coverageTo,
    image,
    hiddenProject,
  }: RoomContents,
): RoomSettings {
  const taskRoot = realPath(placed.taskRoot);
  const { layerRoot, temporary } = placed;
  const ofLaunches = launches.flatMap((launch) =>
    [launch.command, ...launch.args, ...Object.values(launch.environment ?? {})].flatMap(pathsIn),
  );
  const needed = [
    taskRoot,
    ...(hiddenProject === undefined ? [sourceRoot] : []),
    ...(temporary === undefined ? [] : [temporary]),
    ...(compiledTo === undefined ? [] : [compiledTo]),
    ...ofLaunches,
    ...installedFolders.map((name) => join(taskRoot, name)),
    ...linkedPackages(taskRoot),
  ];
  const code = [taskRoot, realPath(sourceRoot)];
  const named = values.flatMap(pathsIn).flatMap(inScratch).map(realPath);
  const isHidden = (path: string): boolean =>
    hiddenProject !== undefined && (path === hiddenProject || isBelow(path, hiddenProject));
  // The working folder is the project's; our own files may be in it.
  const ofMachine = machine.shown.filter(
    (path) => (!isHidden(path) || path === realPath(runtimes)) && !(withoutNetwork && isBelow(path, services)),
  );
  const shown = [...new Set([...ofMachine, ...needed.filter((path) => existsSync(path)).flatMap(placesOf)])];
  const hidden = [
    ...machine.hidden,
    ...(hiddenProject === undefined ? [] : [hiddenProject]),
    ...(withoutNetwork && existsSync(services) ? [services] : []),
  ];
  return {
    mechanism,
    runtimes,
    user: 'lambda',
    layout: {
      taskRoot,
      taskAs: placed.seen?.taskAs ?? 'folder',
      ...(layerRoot === undefined ? {} : { layerRoot: realPath(layerRoot) }),
      ...(image === undefined
        ? {}
        : { links: imageLinks({ ...image, root: hiddenProject === undefined ? sourceRoot : taskRoot }) }),
      shown,
      replaced: (machine.replaced ?? []).filter(({ path }) => !isHidden(path)),
      writable: [
        ...[...new Set(named)].filter((path) => !code.some((root) => path === root || isBelow(path, root))),
        ...(coverageTo === undefined ? [] : [realPath(coverageTo)]),
      ],
      hidden: hidden.filter((path) => !shown.includes(path)),
      scratchMiB,
    },
  };
}

/** Where the machine's services have their sockets, which resolve names among others: `/var/run` is a link to it. */
const services = '/run';

/** Lambda's default for `/tmp` (developer guide, "Configure ephemeral storage"). */
const defaultScratchMiB = 512;

/** Where a file is, and where the link to it is, if it is one: a virtual environment is found by the link to its interpreter. */
function placesOf(path: string): string[] {
  return [join(realPath(dirname(path)), basename(path)), realPath(path)];
}

/** The absolute paths in an argument or a value: all of it, or the parts of a list or of `--flag=path`. */
function pathsIn(text: string): string[] {
  return text.split(new RegExp(`[=${delimiter}]`)).filter(isAbsolute);
}

/**
 * What a value of the configuration names in the machine's `/tmp`, which a room has not: a socket or a file that is there, or the
 * folder for one that is not. The function may write to it, as it may write to its `/tmp` in Lambda.
 */
function inScratch(path: string): string[] {
  const there = [path, dirname(path)].find((candidate) => existsSync(candidate));
  return there !== undefined && isBelow(there, '/tmp') ? [there] : [];
}

/** Folders of installed packages, which may be links to those of another checkout. */
const installedFolders = ['node_modules', '.venv', 'venv', join('vendor', 'bundle')];

/** Where packages are that are linked from elsewhere, as by `npm link`. */
function linkedPackages(taskRoot: string): string[] {
  const modules = realPath(join(taskRoot, 'node_modules'));
  return linksIn(modules).filter((target) => !isBelow(target, modules));
}

function linksIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((member) => {
      const path = join(folder, member.name);
      if (member.isSymbolicLink()) return [resolve(folder, readlinkSync(path))];
      return member.isDirectory() && member.name.startsWith('@') ? linksIn(path) : [];
    });
  } catch {
    return [];
  }
}
