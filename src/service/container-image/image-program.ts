import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { AddedFile } from '../../lambda/function/lambda-function.js';
import type { ContainerImage } from './container-image.js';
import type { IsIgnored } from './ignored-files.js';
import { type ImageFiles, imageFiles } from './image-files.js';
import type { StageState } from './stage-state.js';

/** Where the program of a custom runtime is found. */
const bootstrap = 'bootstrap';
const taskRoot = '/var/task';

/** What the entry point of Lambda's own images starts, without arguments. */
const ownEntryPoint = /(?:^|\/)(?:lambda-entrypoint\.sh|aws-lambda-rie)$/;
const runtimeProgram = '/var/runtime/bootstrap';

/** What a program is looked for with. */
export interface ProgramSearch {
  readonly state: StageState;
  readonly image: ContainerImage;
  readonly isIgnored: IsIgnored;
  /** What the image has in `/var/task`. */
  readonly task: ImageFiles;
  /** The function, for messages. */
  readonly name: string;
  readonly location: SourceLocation;
}

/**
 * The program that an image on an image of the operating system alone starts, as the `bootstrap` of a custom runtime: that of its entry
 * point, else `/var/runtime/bootstrap`.
 * @returns `undefined` where the code has it already
 * @throws UserError where it is not on this machine
 */
export async function imageProgram(search: ProgramSearch): Promise<AddedFile | undefined> {
  const { state, image, task } = search;
  const [entry, ...words] = image.entryPoint ?? state.entryPoint;
  const isOwn = entry === undefined || ownEntryPoint.test(entry);
  const program = isOwn ? runtimeProgram : posix.join(entry.startsWith('/') ? '/' : state.workingDirectory, entry);
  const args = isOwn || program === runtimeProgram ? [] : [...words, ...(image.command ?? state.command)];
  const file = await programFile(program, search);
  const below = posix.relative(taskRoot, program);
  const isInTask = !below.startsWith('..') && hasFile(task, below);
  if (isInTask && args.length > 0) return { path: bootstrap, content: { text: script(below, args) }, isProgram: true };
  return below === bootstrap && isInTask ? undefined : { path: bootstrap, content: { file } };
}

/** Starts a program of the code with what its entry point and command give to it. */
function script(program: string, args: readonly string[]): string {
  const quoted = args.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  return `#!/bin/sh\nexec "$LAMBDA_TASK_ROOT/${program}" ${quoted.join(' ')}\n`;
}

function hasFile({ code, files }: ImageFiles, path: string): boolean {
  if (files.some((file) => file.path === path)) return true;
  return code.kind === 'folder' && existsSync(join(code.folder, path));
}

/** The program's file on this machine: that which is copied to its place, else one of that name that was built before. */
async function programFile(
  program: string,
  { state, image, isIgnored, name, location }: ProgramSearch,
): Promise<string> {
  const base = posix.basename(program);
  const { code, files } = await imageFiles(state, posix.dirname(program), image.context, isIgnored);
  const copied = files.flatMap(({ path, content }) => (path === base && 'file' in content ? [content.file] : []));
  const built = [base, bootstrap].map((each) => join(image.context, each));
  const candidates = [
    ...copied,
    ...(code.kind === 'folder' ? [join(code.folder, base)] : []),
    ...(state.notRun.length > 0 ? built : []),
  ];
  const found = candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  if (found !== undefined) return found;
  const step = state.notRun.at(-1);
  throw new UserError({
    code: step === undefined ? 'image-program-missing' : 'image-program-unbuilt',
    message:
      step === undefined
        ? `The image of ${name} starts ${program}, which nothing puts there.`
        : `The image of ${name} starts ${program}, which a step of its build makes (line ${step.line}), and nothing is built here.`,
    hint:
      step === undefined
        ? `Copy the program there, or name it as the ENTRYPOINT. The image's own entry point starts ${runtimeProgram}, and no other.`
        : `Build it before this step, as ${displayPath(join(image.context, base))}.`,
    location: step === undefined ? location : { ...location, line: step.line },
  });
}
