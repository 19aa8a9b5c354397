import { existsSync } from 'node:fs';
import type { ProgramKind } from '../lambda/executable/describe-program.js';
import { hostArchitecture } from '../lambda/executable/elf-machine.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';

/** Why a program could not be started, or why it would not start in Lambda. */
export interface Explanation {
  /** By default a `warning`. */
  readonly severity?: 'notice';
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * Why an executable file of this kind can't be executed here.
 * @param shown the file's name in messages
 * @returns `undefined` if the file does not show why
 */
export function explainFormat(fn: LambdaFunction, program: ProgramKind, shown: string): Explanation | undefined {
  const isArm = hostArchitecture() === 'arm64';
  const format = (what: string, hint: string): Explanation => ({
    code: 'entrypoint-format',
    message: `${shown} of ${fn.key} is ${what}.`,
    hint,
  });
  switch (program.kind) {
    case 'linux':
      if (program.machine !== hostArchitecture()) {
        return format(
          `a program for ${program.machine}, and this machine is ${hostArchitecture()}`,
          program.machine === fn.architecture
            ? 'Run it on a machine of that architecture (such as `runs-on: ubuntu-24.04-arm` for arm64), or build it for this one before this step.'
            : `The function's architecture is ${fn.architecture}: build it for that.`,
        );
      }
      if (program.loader === undefined || existsSync(program.loader)) return undefined;
      return {
        code: 'entrypoint-loader',
        message: `${shown} of ${fn.key} needs ${program.loader}, which is not on this machine.`,
        hint: program.loader.includes('musl')
          ? 'Link it statically: Lambda does not have it either.'
          : 'Build it on a system like the one that it runs on, or link it statically.',
      };
    case 'macos':
    case 'windows':
      return format(
        `a program for ${program.kind === 'macos' ? 'macOS' : 'Windows'}`,
        `Build it for Linux: GOOS=linux GOARCH=${isArm ? 'arm64' : 'amd64'} for Go, --target ${isArm ? 'aarch64' : 'x86_64'}-unknown-linux-musl for Rust.`,
      );
    case 'archive':
      return format('an archive', 'Unpack it, or name it as package.artifact.');
    case 'empty':
      return format('an empty file', 'See why the build wrote nothing.');
    case 'text':
      return format(
        program.hasByteOrderMark ? 'text that begins with a byte order mark' : 'text without an interpreter',
        program.hasByteOrderMark
          ? 'Save it as UTF-8 without a byte order mark: a script begins with `#!`.'
          : 'A script begins with a line such as `#!/bin/sh`.',
      );
    case 'script':
      return explainInterpreter(fn, program, shown);
  }
}

function explainInterpreter(
  fn: LambdaFunction,
  { interpreter, hasCarriageReturn }: ProgramKind & { readonly kind: 'script' },
  shown: string,
): Explanation | undefined {
  if (hasCarriageReturn) {
    return {
      code: 'entrypoint-line-ends',
      message: `${shown} of ${fn.key} has Windows line ends: its first line asks for an interpreter whose name ends in a carriage return.`,
      hint: "Convert it, such as by `sed -i 's/\\r$//'`, and keep it so with a line `bootstrap text eol=lf` in .gitattributes.",
    };
  }
  if (existsSync(interpreter)) return undefined;
  return {
    code: 'entrypoint-interpreter',
    message: `${shown} of ${fn.key} is a script for ${interpreter}, which is not on this machine.`,
    hint: /^\/(?:opt|var\/task)\//.test(interpreter)
      ? 'Code and layers lie elsewhere here: name a program of the system, and start the other from $LAMBDA_TASK_ROOT or by PATH.'
      : 'Install it before this step, or name the program that runs the script with the interpreter option.',
  };
}
