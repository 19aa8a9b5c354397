import { posix } from 'node:path';
import { type BaseImage, baseImage, startFolder } from './base-image.js';
import { installsOf } from './installs.js';
import type { Dockerfile, Stage, Step } from './read-dockerfile.js';
import { substitute } from './substitute.js';

/** Something that an image has at a path. */
export type Placement =
  /** Files of the context, by their paths in it. A target that ends in a slash is a folder. */
  | { readonly kind: 'context'; readonly sources: readonly string[]; readonly target: string; readonly line: number }
  /** Packages that a command installed. `folder` is where the manifest of Node.js's is. */
  | { readonly kind: 'node-packages'; readonly folder: string; readonly line: number }
  | { readonly kind: 'packages'; readonly target?: string; readonly line: number }
  /** What another image has. */
  | {
      readonly kind: 'image';
      readonly image: string;
      readonly sources: readonly string[];
      readonly target: string;
      readonly line: number;
    };

/** What a stage is at its end. */
export interface StageState {
  readonly base: BaseImage;
  readonly baseName: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly command: readonly string[];
  /** The line of the instruction that says so, if one does. */
  readonly commandLine?: number;
  readonly entryPoint: readonly string[];
  readonly placements: readonly Placement[];
  /** Commands that are not done here. */
  readonly notRun: readonly { readonly command: string; readonly line: number }[];
}

/** Whether a path of the context is a folder. */
export type IsFolder = (path: string) => boolean;

/** What Lambda's own images set. */
const lambdaEnvironment: Readonly<Record<string, string>> = {
  LAMBDA_TASK_ROOT: '/var/task',
  LAMBDA_RUNTIME_DIR: '/var/runtime',
};

/** Goes through the instructions of a stage, and of the stages that it begins with or copies from. */
export function stageState(
  { args, stages }: Dockerfile,
  index: number,
  buildArgs: Readonly<Record<string, string>>,
  isFolder: IsFolder,
): StageState {
  const [stage] = stages.slice(index, index + 1);
  const globalArgs = Object.fromEntries(args.map(([name, value]) => [name, buildArgs[name] ?? value ?? '']));
  const earlier = (name: string): number =>
    stages
      .slice(0, index)
      .findIndex((each, position) => each.name?.toLowerCase() === name.toLowerCase() || String(position) === name);
  const from = substitute(stage?.base ?? '', globalArgs);
  const inherited = earlier(from);
  const begin = inherited === -1 ? startOf(from) : stageState({ args, stages }, inherited, buildArgs, isFolder);
  const state: Working = {
    ...begin,
    environment: { ...begin.environment },
    placements: [...begin.placements],
    notRun: [...begin.notRun],
    variables: { ...begin.environment },
  };
  const others = (name: string): StageState | undefined => {
    const position = earlier(name);
    return position === -1 ? undefined : stageState({ args, stages }, position, buildArgs, isFolder);
  };
  for (const step of (stage as Stage | undefined)?.steps ?? [])
    apply(step, state, { ...globalArgs, ...buildArgs }, others, isFolder);
  const { variables: _, ...end } = state;
  return end;
}

function startOf(image: string): StageState {
  const base = baseImage(image);
  return {
    base,
    baseName: image,
    environment: base.kind === 'lambda' ? lambdaEnvironment : {},
    workingDirectory: startFolder(image),
    command: [],
    entryPoint: [],
    placements: [],
    notRun: [],
  };
}

interface Working {
  base: BaseImage;
  baseName: string;
  environment: Record<string, string>;
  workingDirectory: string;
  command: readonly string[];
  commandLine?: number;
  entryPoint: readonly string[];
  placements: Placement[];
  notRun: { readonly command: string; readonly line: number }[];
  /** The values for `$NAME`: arguments and the environment. */
  variables: Record<string, string>;
}

function apply(
  step: Step,
  state: Working,
  args: Readonly<Record<string, string>>,
  others: (name: string) => StageState | undefined,
  isFolder: IsFolder,
): void {
  const filled = (text: string): string => substitute(text, state.variables);
  const inImage = (path: string): string =>
    posix.join(state.workingDirectory.startsWith('/') && !path.startsWith('/') ? state.workingDirectory : '/', path);
  switch (step.kind) {
    case 'arg':
      for (const [name, value] of step.values) {
        const given = args[name] ?? (value === null ? undefined : filled(value));
        if (given !== undefined && !Object.hasOwn(state.environment, name)) state.variables[name] = given;
      }
      return;
    case 'env':
      for (const [name, value] of step.values) {
        const text = filled(value ?? '');
        state.environment[name] = text;
        state.variables[name] = text;
      }
      return;
    case 'workdir':
      state.workingDirectory = posix.normalize(inImage(filled(step.folder))).replace(/(.)\/$/, '$1');
      return;
    case 'cmd':
      state.command = step.words;
      state.commandLine = step.line;
      return;
    case 'entrypoint':
      state.entryPoint = step.words;
      state.command = [];
      return;
    case 'run': {
      const installs = installsOf(filled(step.command), state.workingDirectory);
      if (installs === undefined) state.notRun.push({ command: step.command, line: step.line });
      for (const install of installs ?? []) {
        if (install.kind === 'node')
          state.placements.push({ kind: 'node-packages', folder: install.folder, line: step.line });
        else
          state.placements.push({
            kind: 'packages',
            line: step.line,
            ...(install.target === undefined ? {} : { target: inImage(install.target) }),
          });
      }
      return;
    }
    default: {
      const sources = step.sources.map(filled);
      const written = filled(step.target);
      const end = posix.normalize(inImage(written));
      const isIntoFolder = sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(written) || end === state.workingDirectory;
      const target = isIntoFolder ? end.replace(/\/?$/, '/') : end;
      if (step.from === undefined) {
        state.placements.push({ kind: 'context', sources, target, line: step.line });
        return;
      }
      const other = others(filled(step.from));
      if (other === undefined) {
        state.placements.push({ kind: 'image', image: filled(step.from), sources, target, line: step.line });
        return;
      }
      for (const source of sources) {
        const path = posix.join('/', source).replace(/(.)\/$/, '$1');
        copyFromStage(other, { source: path, target, line: step.line }, state, isFolder);
      }
    }
  }
}

/** What another stage has at a path becomes what this one has at another. */
function copyFromStage(
  other: StageState,
  { source, target, line }: { readonly source: string; readonly target: string; readonly line: number },
  state: Working,
  isFolder: IsFolder,
): void {
  const folder = source.replace(/\/?$/, '/');
  let isFound = false;
  for (const placement of other.placements) {
    if (placement.kind === 'packages') {
      isFound ||= placement.target !== undefined && `${placement.target}/`.startsWith(folder);
      continue;
    }
    if (placement.kind === 'image') continue;
    if (placement.kind === 'node-packages') {
      if (!`${placement.folder}/node_modules/`.startsWith(folder)) continue;
      state.placements.push({ ...placement, folder: posix.join(target, posix.relative(source, placement.folder)) });
      isFound = true;
      continue;
    }
    const moved = movedContext(placement, source, target, isFolder);
    if (moved === undefined) continue;
    isFound = true;
    state.placements.push({ ...moved, line });
  }
  const made = other.notRun.at(-1);
  if (made !== undefined || !isFound) {
    const isKnown = (line: number): boolean => state.notRun.some((each) => each.line === line);
    state.notRun.push(...other.notRun.filter((each) => !isKnown(each.line)));
    if (!isFound && made === undefined) state.notRun.push({ command: `COPY of ${source}`, line });
  }
}

type ContextPlacement = Extract<Placement, { kind: 'context' }>;

/** The files of the context at a path of another stage, at the path that they are copied to. */
function movedContext(
  placement: ContextPlacement,
  source: string,
  target: string,
  isFolder: IsFolder,
): ContextPlacement | undefined {
  const own = placement.target.replace(/\/$/, '') || '/';
  const [only = '.', ...others] = placement.sources;
  const isOneFile = others.length === 0 && !placement.target.endsWith('/') && !isFolder(only);
  // A file under a name of its own: `COPY --from=build /app/main.js ./`, of `COPY index.js /app/main.js`.
  if (isOneFile && own === source) {
    return { ...placement, target: target.endsWith('/') ? posix.join(target, posix.basename(own)) : target };
  }
  // The source holds what was placed: `COPY --from=build /app /var/task`, of `COPY . /app`.
  if (own === source || own.startsWith(source.replace(/\/?$/, '/'))) {
    const below = posix.relative(source, own);
    return { ...placement, target: posix.join(target, below) + (placement.target.endsWith('/') ? '/' : '') };
  }
  // The source is inside of what was placed: `COPY --from=build /app/dist /var/task`, of `COPY . /app`.
  if (isOneFile || !source.startsWith(own.replace(/\/?$/, '/'))) return undefined;
  const inner = posix.relative(own, source);
  const inside = placement.sources.flatMap((each) => {
    if (isFolder(each)) return [posix.join(each, inner)];
    return posix.basename(each) === inner ? [each] : [];
  });
  return inside.length === 0 ? undefined : { ...placement, sources: inside, target };
}
