import { execFile } from 'node:child_process';
import { basename } from 'node:path';

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

function runGit(
  { args, isSetting = false }: GitQuestion,
  { folder, environment, signal }: GitOptions,
): Promise<string> {
  const env = { ...environment, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env, timeout: timeoutMs, killSignal: 'SIGKILL', signal, windowsHide: true } as const;
    execFile('git', args, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout.trim());
      if (signal.aborted) return reject(signal.reason);
      if (isSetting && error.code === 1) return resolve('');
      reject(gitFailure(error, stderr.trim()));
    });
  });
}

function gitFailure(error: Error & { code?: unknown; killed?: boolean }, said: string): SourceFailure {
  const code = 'git-failed';
  if (error.code === 'ENOENT') {
    return new SourceFailure(
      code,
      "can't be answered: git is not on PATH",
      'Install git, or check the code out with it.',
    );
  }
  if (error.killed) return new SourceFailure(code, `can't be answered: git did not end within ${timeoutMs / 1000} s`);
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
