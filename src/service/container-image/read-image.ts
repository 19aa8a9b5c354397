import { basename, isAbsolute, join, posix } from 'node:path';
import type { ReportDiagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayFolder, displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { isReserved } from '../../lambda/environment/reserved.js';
import type { AddedFile, FunctionCode, LambdaLayer } from '../../lambda/function/lambda-function.js';
import { isSupportedRuntime } from '../../lambda/function/runtimes.js';
import { readText } from '../document/read-text.js';
import type { ContainerImage } from './container-image.js';
import { readIgnored } from './ignored-files.js';
import { type ImageFiles, imageFiles, isFolderAt } from './image-files.js';
import { imageProgram } from './image-program.js';
import { type Dockerfile, parseDockerfile } from './read-dockerfile.js';
import { isLambdaEntryPoint, startsClient } from './runtime-client.js';
import { isShellForm, withoutShell } from './shell-form.js';
import { type StageState, stageState } from './stage-state.js';

/** What a function is whose image is read instead of built. */
export interface ImageFunction {
  readonly runtime: string;
  readonly handler: string;
  /** What the image sets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly code: FunctionCode;
  readonly files: readonly AddedFile[];
  readonly layers: readonly LambdaLayer[];
  readonly hasForeignImage?: true;
  /** The Dockerfile's line that says the runtime. */
  readonly location: SourceLocation;
}

/**
 * Reads the Dockerfile of an image that stands on one of Lambda's base images, or has AWS's runtime client, as a function of that
 * runtime. Nothing is built. Each command that is not done is part of one warning.
 * @param name the function, for messages
 * @throws UserError where there is no Dockerfile, the image has no known runtime, or files to copy are not there
 */
export async function readImage(given: ContainerImage, name: string, report: ReportDiagnostic): Promise<ImageFunction> {
  const { context, buildArgs, workingDirectory } = given;
  const file = isAbsolute(given.dockerfile) ? given.dockerfile : join(context, given.dockerfile);
  const dockerfile = await readDockerfile(file, given);
  const index = targetOf(dockerfile, given, file);
  const isFolder = (path: string): boolean => isFolderAt(join(context, path));
  const { image, state } = withoutShell(given, stageState(dockerfile, index, buildArgs, isFolder));
  const line = dockerfile.stages[index]?.line ?? 1;
  const location = { file, line };
  const runtime = await runtimeOf(state, image, { name, location });
  const isOwnImage = state.base.kind === 'lambda';
  const taskRoot = isOwnImage ? '/var/task' : (workingDirectory ?? state.workingDirectory);
  const isIgnored = await readIgnored(context, file);
  const task = await imageFiles(state, taskRoot, context, isIgnored);
  const opt = await imageFiles(state, '/opt', context, isIgnored);
  const [missing] = task.missing;
  if (missing !== undefined) {
    throw new UserError({
      code: 'image-copy-missing',
      message: `The image of ${name} copies ${missing.source}, which is not in ${displayFolder(context, 'the working folder')}.`,
      hint: 'Build it before this step, or correct the path: it starts from the folder that is sent to the build.',
      location: { file, line: missing.line },
    });
  }
  const program = runtime.startsWith('provided')
    ? await imageProgram({ state, image, isIgnored, task, name, location })
    : undefined;
  reportNotDone(state, { name, file, report });
  const entries = Object.entries(state.environment).filter(([key]) => key !== 'PATH' && !isReserved(key));
  return {
    runtime,
    handler: handlerOf(state, image, { name, location, runtime }),
    environment: Object.fromEntries(entries),
    code: task.code,
    ...(isOwnImage ? {} : { hasForeignImage: true }),
    files: [...task.files, ...(program === undefined ? [] : [program])],
    layers: layersIn(opt),
    location,
  };
}

/** What an image has in `/opt` is as a layer of the function. */
function layersIn({ code, files }: ImageFiles): readonly LambdaLayer[] {
  if (code.kind === 'folder') return [{ name: displayPath(code.folder), code, addedFiles: files }];
  return files.length === 0 ? [] : [{ name: '/opt', code, addedFiles: files }];
}

async function readDockerfile(file: string, { location }: ContainerImage): Promise<Dockerfile> {
  const text = await readText(file);
  if (text === undefined) {
    throw new UserError({
      code: 'dockerfile-missing',
      message: `The Dockerfile ${displayPath(file)} does not exist.`,
      hint: "The path starts from the image's own folder.",
      ...(location === undefined ? {} : { location }),
    });
  }
  const dockerfile = parseDockerfile(text);
  if (dockerfile.stages.length > 0) return dockerfile;
  throw new UserError({
    code: 'dockerfile-invalid',
    message: `The Dockerfile ${displayPath(file)} has no FROM.`,
    location: { file },
  });
}

function targetOf({ stages }: Dockerfile, { target }: ContainerImage, file: string): number {
  if (target === undefined) return stages.length - 1;
  const index = stages.findIndex(({ name }, position) => name === target || String(position) === target);
  if (index !== -1) return index;
  throw new UserError({
    code: 'dockerfile-target',
    message: `The Dockerfile ${displayPath(file)} has no stage ${target}.`,
    hint: `It has ${stages.map(({ name }, position) => name ?? position).join(', ')}.`,
    location: { file },
  });
}

interface Subject {
  readonly name: string;
  readonly location: SourceLocation;
}

async function runtimeOf(state: StageState, image: ContainerImage, { name, location }: Subject): Promise<string> {
  const { base, baseName } = state;
  const words = [...(image.entryPoint ?? state.entryPoint), ...(image.command ?? state.command)];
  const refused = (why: string, hint: string): UserError =>
    new UserError({
      code: 'image-base-unknown',
      message: `The image of ${name} stands on ${baseName}, ${why}.`,
      hint,
      location,
    });
  if (base.kind === 'other') {
    throw refused(
      "which is none of Lambda's base images",
      "Images on public.ecr.aws/lambda/… can be run here, and those of Python, Node.js and Ruby with AWS's runtime client.",
    );
  }
  if (!isSupportedRuntime(base.runtime)) {
    throw refused(
      `whose runtime, ${base.runtime}, can't be run here`,
      'Use a base image of a runtime that Lambda has.',
    );
  }
  const entryPoint = image.entryPoint ?? state.entryPoint;
  const startsItself = base.runtime.startsWith('provided') || isLambdaEntryPoint(entryPoint);
  if (base.kind === 'lambda' && startsItself) return base.runtime;
  if (startsClient(base.runtime, words, await scriptOf(entryPoint, state, image.context))) return base.runtime;
  throw refused(
    `and its entry point, ${entryPoint.join(' ') || 'none'}, starts no runtime client of AWS`,
    "Start AWS's runtime client, such as `python -m awslambdaric`, or use one of Lambda's base images.",
  );
}

/** The text of the script that an entry point starts, where it comes from the context. */
async function scriptOf(
  [program]: readonly string[],
  { placements }: StageState,
  context: string,
): Promise<string | undefined> {
  if (program === undefined) return undefined;
  for (const placement of placements) {
    if (placement.kind !== 'context') continue;
    const source = placement.sources.find(
      (each) => posix.basename(each) === basename(program) || placement.target === program,
    );
    if (source !== undefined) return readText(join(context, source)).catch(() => undefined);
  }
  return undefined;
}

function handlerOf(
  state: StageState,
  image: ContainerImage,
  { name, location, runtime }: Subject & { readonly runtime: string },
): string {
  const command = image.command ?? state.command;
  const own = (image.entryPoint ?? state.entryPoint).findLast(
    (word) => /^[\w./-]+\.\w+$/.test(word) && !/^\//.test(word),
  );
  const isOfLambda = state.base.kind === 'lambda' && isLambdaEntryPoint(image.entryPoint ?? state.entryPoint);
  if (isOfLambda && !runtime.startsWith('provided') && isShellForm(command)) {
    throw new UserError({
      code: 'image-command-shell',
      message: `The CMD of ${name} is in the shell's form: Lambda gets /bin/sh as the handler, and fails.`,
      hint: `Write it as a list: CMD ["${command[2] ?? 'app.handler'}"].`,
      location: state.commandLine === undefined ? location : { ...location, line: state.commandLine },
    });
  }
  const handler = (isOfLambda ? command[0] : command.at(-1)) ?? (state.base.kind === 'language' ? own : undefined);
  if (handler !== undefined) return handler;
  if (runtime.startsWith('provided')) return 'bootstrap';
  throw new UserError({
    code: 'handler-missing',
    message: `The image of ${name} has no CMD, which names the handler.`,
    hint: 'Add one, such as CMD ["app.handler"].',
    location,
  });
}

function reportNotDone(
  { notRun, placements }: StageState,
  { name, file, report }: { readonly name: string; readonly file: string; readonly report: ReportDiagnostic },
): void {
  const copied = placements.flatMap((placement) =>
    placement.kind === 'image'
      ? [{ command: `COPY --from=${placement.image} ${placement.sources.join(' ')}`, line: placement.line }]
      : [],
  );
  const steps = [...notRun, ...copied];
  const [first] = steps;
  if (first === undefined) return;
  const listed = steps.map(({ command, line }) => `\`${shortened(command)}\` (line ${line})`).join(', ');
  report({
    severity: 'warning',
    code: 'image-step-not-done',
    message: `The image of ${name} is not built, and the function runs without what ${steps.length === 1 ? 'this step makes' : 'these steps make'}: ${listed}.`,
    hint: 'What they make has to be on this machine already, or the function may behave otherwise than in Lambda.',
    location: { file, line: first.line },
  });
}

const longest = 80;

function shortened(command: string): string {
  return command.length <= longest ? command : `${command.slice(0, longest - 1)}…`;
}
