import { type Copy, DockerfileParser, type Env, type From, type Instruction } from 'dockerfile-ast';

/** One instruction of a Dockerfile. */
export type Step =
  | {
      readonly kind: 'copy';
      readonly sources: readonly string[];
      readonly target: string;
      readonly from?: string;
      readonly line: number;
    }
  | { readonly kind: 'run'; readonly command: string; readonly line: number }
  | {
      readonly kind: 'env' | 'arg';
      readonly values: readonly (readonly [string, string | null])[];
      readonly line: number;
    }
  | { readonly kind: 'workdir'; readonly folder: string; readonly line: number }
  | { readonly kind: 'cmd' | 'entrypoint'; readonly words: readonly string[]; readonly line: number };

/** One stage: what it begins with, and its instructions. */
export interface Stage {
  readonly name?: string;
  readonly base: string;
  readonly line: number;
  readonly steps: readonly Step[];
}

/** A Dockerfile that is parsed, nothing in it substituted. */
export interface Dockerfile {
  /** The arguments before the first stage, and their defaults. */
  readonly args: readonly (readonly [string, string | null])[];
  readonly stages: readonly Stage[];
}

/** Source: Docker documentation, "Dockerfile reference". */
export function parseDockerfile(text: string): Dockerfile {
  const args: (readonly [string, string | null])[] = [];
  const stages: (Stage & { readonly steps: Step[] })[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const line = (instruction.getRange()?.start.line ?? 0) + 1;
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From;
      const name = from.getBuildStage();
      stages.push({ base: from.getImage() ?? '', line, steps: [], ...(name === null ? {} : { name }) });
      continue;
    }
    const step = stepOf(instruction, line);
    if (step === undefined) continue;
    const stage = stages.at(-1);
    if (stage !== undefined) stage.steps.push(step);
    else if (step.kind === 'arg') args.push(...step.values);
  }
  return { args, stages };
}

function stepOf(instruction: Instruction, line: number): Step | undefined {
  const content = instruction.getArgumentsContent() ?? '';
  switch (instruction.getKeyword()) {
    case 'ARG':
    case 'ENV': {
      const properties = (instruction as Env).getProperties();
      const values = properties.map((each) => [each.getName(), each.getValue()] as const);
      return { kind: instruction.getKeyword() === 'ENV' ? 'env' : 'arg', values, line };
    }
    case 'RUN':
      return {
        kind: 'run',
        command: content
          .replaceAll(/\\\s*\n/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
        line,
      };
    case 'WORKDIR':
      return { kind: 'workdir', folder: content.trim(), line };
    case 'CMD':
    case 'ENTRYPOINT': {
      const words = jsonWords(content) ?? ['/bin/sh', '-c', content.trim()];
      return { kind: instruction.getKeyword() === 'CMD' ? 'cmd' : 'entrypoint', words, line };
    }
    case 'COPY':
    case 'ADD':
      return copyOf(instruction as Copy, content, line);
    default:
      return undefined;
  }
}

function copyOf(instruction: Copy, content: string, line: number): Step | undefined {
  const words = jsonWords(content) ?? instruction.getArguments().map((argument) => argument.getValue());
  const target = words.at(-1);
  if (target === undefined || words.length < 2) return undefined;
  const from = instruction
    .getFlags()
    .find((flag) => flag.getName() === 'from')
    ?.getValue();
  return { kind: 'copy', sources: words.slice(0, -1), target, line, ...(from ? { from } : {}) };
}

/** The exec form: a JSON array. */
function jsonWords(content: string): string[] | undefined {
  if (!content.trim().startsWith('[')) return undefined;
  try {
    const words: unknown = JSON.parse(content.replaceAll(/\\\s*\n/g, ' '));
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}
