import { basename } from 'node:path';
import { environmentOf } from '../../../../host/environment.js';
import { type ProgramEnd, runProgram } from '../../../../process/run-program.js';

import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { Source } from './source.js';

/** How long git may take, in ms. */
const timeoutMs = 10_000;

/** For each value, git's arguments, and how to read its answer. An empty answer is no value. */
const questions: Readonly<Record<string, GitQuestion | undefined>> = {
  describe: { args: ['describe', '--always'] },
  describeLight: { args: ['describe', '--always', '--tags'] },
  sha1: { args: ['rev-parse', '--short', 'HEAD'] },
  commit: { args: ['rev-parse', 'HEAD'] },
  branch: { args: ['rev-parse', '--abbrev-ref', 'HEAD'] },
  message: { args: ['log', '-1', '--pretty=%B'] },
  messageSubject: { args: ['log', '-1', '--pretty=%s'] },
  messageBody: { args: ['log', '-1', '--pretty=%b'] },
  user: { args: ['config', '--get', 'user.name'], isSetting: true },
  email: { args: ['config', '--get', 'user.email'], isSetting: true },
  isDirty: { args: ['status', '--porcelain', '--untracked-files=no'], read: (text) => String(text !== '') },
  repository: { args: ['rev-parse', '--show-toplevel'], read: basename },
  tags: { args: ['tag', '--points-at', 'HEAD'], read: (text) => text.split(/\r?\n/).filter(Boolean).join('::') },
};

interface GitQuestion {
  readonly args: readonly string[];
  readonly read?: (text: string) => string;
  /** Whether it may be unset, which git's exit code tells. */
  readonly isSetting?: boolean;
}

/** How to run git, and where. */
export interface GitOptions {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** `git:sha1` and similar values: facts about the service's folder, from git. */
export function gitSource(options: GitOptions): Source {
  const answers = new Map<string, Promise<string>>();
  const ask = (name: string, question: GitQuestion): Promise<string> => {
    const answer = answers.get(name) ?? runGit(question, options);
    answers.set(name, answer);
    return answer;
  };
  return {
    resolve: async ({ address = '' }) => {
      const question = Object.hasOwn(questions, address) ? questions[address] : undefined;
      if (question === undefined) throw unknownAddress(address);
      const { read = (text: string) => text } = question;
      const value = read(await ask(address, question));
      if (value === '' && address === 'tags')
        return dataNode(await ask('sha1', { args: ['rev-parse', '--short', 'HEAD'] }));
      return value === '' ? undefined : dataNode(value);
    },
    explainMissing: ({ address = '' }) => ({
      reason: `has no value: git knows no ${address} here`,
      ...(questions[address]?.isSetting
        ? { hint: `Set it with \`git config ${questions[address]?.args[2]} …\`, or give a fallback.` }
        : {}),
    }),
  };
}

async function runGit(
  { args, isSetting = false }: GitQuestion,
  { folder, environment, signal }: GitOptions,
): Promise<string> {
  const env = environmentOf(environment, { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' });
  const end = await runProgram({ command: 'git', args, options: { cwd: folder, env }, limitMs: timeoutMs, signal });
  signal.throwIfAborted();
  if (end.kind === 'exit' && end.code === 0) return end.stdout.trim();
  if (end.kind === 'exit' && isSetting && end.code === 1) return '';
  throw gitFailure(end);
}

function gitFailure(end: ProgramEnd): SourceFailure {
  const code = 'git-failed';
  if (end.kind === 'not-started' && end.error.code === 'ENOENT') {
    return new SourceFailure(
      code,
      "can't be answered: git is not on PATH",
      'Install git, or check the code out with it.',
    );
  }
  if (end.kind === 'expired') {
    return new SourceFailure(code, `can't be answered: git did not end within ${timeoutMs / 1000} s`);
  }
  const said = end.kind === 'exit' ? end.stderr.trim() : end.kind === 'not-started' ? end.error.message : end.kind;
  const [line = ''] = said.split(/\r?\n/);
  return new SourceFailure(
    code,
    `can't be answered: git says "${line.replace(/\.$/, '')}"`,
    /not a git repository/i.test(line) ? 'Check the code out with git, such as by actions/checkout.' : undefined,
  );
}

function unknownAddress(address: string): SourceFailure {
  return new SourceFailure(
    'variable-address',
    `asks for \`${address}\`, which the source git does not have`,
    `It has ${Object.keys(questions).join(', ')}.`,
  );
}
