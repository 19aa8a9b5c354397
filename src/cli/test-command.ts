import { parseArgs } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayLocation } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Installation } from '../invoke/installation.js';
import { openProject } from '../invoke/open-project.js';
import type { CaseResult } from '../suite/case-result.js';
import { collectCases } from '../suite/cases/collect-cases.js';
import { splitWords } from '../suite/cases/read-suite-input.js';
import { openJudge } from '../suite/open-judge.js';
import { runSuite } from '../suite/run/run-suite.js';
import { selectCases } from '../suite/run/select-cases.js';
import type { SnapshotSummary } from '../suite/snapshots/snapshots.js';
import { exitCodes } from './exit-codes.js';
import { parseOptions } from './options.js';
import { type Console, writeAll } from './print.js';
import { toRequest } from './request.js';
import type { Styles } from './styles.js';

const usage = `Usage: invoke-local test [FILES] [options]

Runs the cases of files, by paths or globs, and says what did not come as expected.

  -t, --test-name PATTERN    only cases whose name matches, a regular expression
      --tags TAGS            only cases with one of these tags, parted by commas
      --functions GLOBS      functions whose events are their cases, such as '*'
      --events GLOBS         where these are; by default events/{function}/*.json
  -u, --update               writes snapshots anew, and removes obsolete ones
      --concurrency N        how many functions run at a time; the number of cores by default
  and --working-directory, --config, --stage, --region, --param, --opt, --variable, --variables-file, --env,
  --no-inherit-env, --aws-profile and --interpreter, as for one invocation.

Exit codes: 0 every case passed; 1 one failed or could not be run; 2 the cases or the project are wrong.
`;

/** What the command needs. */
export interface TestRun {
  readonly installation: Installation;
  readonly stderr: Console;
  readonly signal: AbortSignal;
}

/**
 * `invoke-local test`: runs a suite, and prints what came of each case.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where an option, a case file or the project is wrong, or there is no case
 */
export async function runTests(argv: readonly string[], { installation, stderr, signal }: TestRun): Promise<number> {
  const { own, others } = split(argv);
  if (own.help) {
    await writeAll(process.stdout, usage);
    return exitCodes.success;
  }
  const isCi = process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false';
  const request = toRequest(parseOptions(others), { workingDirectory: process.cwd(), environment: process.env });
  const said = new Set<string>();
  const report = (diagnostic: Diagnostic): void => {
    const text = JSON.stringify(diagnostic);
    if (!said.has(text)) stderr.report(diagnostic);
    said.add(text);
  };
  const hooks = { report, logs: stderr, installation, signal };
  const { cases, uncovered } = await collectCases(
    {
      folder: request.workingDirectory,
      files: own.files,
      functions: own.functions,
      events: own.events,
      allowEmpty: false,
    },
    async () => {
      await using project = await openProject(request, hooks);
      return project.service.names();
    },
  );
  const selection = { tags: own.tags, isCi, ...(own.name === undefined ? {} : { name: own.name }) };
  const selected = selectCases(cases, selection);
  const command = ['invoke-local test', ...own.files].join(' ');
  const judge = await openJudge(cases, { recording: own.update ? 'all' : isCi ? 'none' : 'new', command });
  const results = await runSuite({
    cases: selected,
    judge,
    request,
    hooks,
    ...(own.concurrency === undefined ? {} : { concurrency: own.concurrency }),
    onResult: (result) => {
      for (const line of linesOf(result, stderr.styles)) stderr.line(line);
    },
  });
  for (const line of closingLines(results, judge.close(), uncovered)) stderr.line(line);
  return results.every(({ status }) => status === 'passed' || status === 'skipped')
    ? exitCodes.success
    : exitCodes.functionFailed;
}

interface OwnOptions {
  readonly files: readonly string[];
  readonly name?: RegExp;
  readonly tags: readonly string[];
  readonly functions: readonly string[];
  readonly events: readonly string[];
  readonly update: boolean;
  readonly help: boolean;
  readonly concurrency?: number;
}

const ownOptions = {
  'test-name': { type: 'string', short: 't' },
  tags: { type: 'string', multiple: true },
  functions: { type: 'string', multiple: true },
  events: { type: 'string', multiple: true },
  update: { type: 'boolean', short: 'u' },
  help: { type: 'boolean', short: 'h' },
  concurrency: { type: 'string' },
} as const;

/** Parts the options of suites from those that an invocation has as well. */
function split(argv: readonly string[]): { own: OwnOptions; others: string[] } {
  const { tokens } = parseArgs({ args: [...argv], options: ownOptions, strict: false, tokens: true });
  const values = new Map<string, string[]>();
  const files: string[] = [];
  const others: string[] = [];
  const taken = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !Object.hasOwn(ownOptions, token.name)) continue;
    taken.add(token.index);
    if (token.value !== undefined && token.inlineValue === false) taken.add(token.index + 1);
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? 'true']);
  }
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (taken.has(index)) continue;
    if (!argument.startsWith('-')) files.push(argument);
    else {
      others.push(argument);
      const takesNext =
        !argument.includes('=') && !/^--(?:no-inherit-env|no-install-esbuild|quiet|verbose|debug)$/.test(argument);
      const next = argv[index + 1];
      if (takesNext && next !== undefined) others.push(argv[++index] ?? '');
    }
  }
  const words = (name: string): string[] => (values.get(name) ?? []).flatMap((value) => splitWords(value));
  const name = values.get('test-name')?.at(-1);
  const concurrency = values.get('concurrency')?.at(-1);
  return {
    own: {
      files,
      tags: words('tags'),
      functions: words('functions'),
      events: words('events'),
      update: values.has('update'),
      help: values.has('help'),
      ...(name === undefined ? {} : { name: namePattern(name) }),
      ...(concurrency === undefined ? {} : { concurrency: positive(concurrency) }),
    },
    others,
  };
}

function namePattern(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    throw new UserError({
      code: 'flag-value-invalid',
      message: `The flag -t takes a regular expression: ${(error as Error).message}.`,
    });
  }
}

function positive(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UserError({
    code: 'flag-value-invalid',
    message: `The flag --concurrency takes a whole number from 1 on, and "${text}" was given.`,
  });
}

function linesOf(result: CaseResult, styles: Styles): string[] {
  const { name } = result.case;
  const title = `${result.case.function}: ${name}`;
  switch (result.status) {
    case 'passed':
      return [`ok       ${title} (${Math.round(result.durationMs)} ms)`];
    case 'skipped':
      return [`skipped  ${title}: ${result.reason}`];
    case 'not-run': {
      const { message, hint, location } = result.diagnostic;
      const place = location === undefined ? '' : ` (${displayLocation(location)})`;
      return [
        `${styles.error('not run')}  ${title}`,
        `  ${message}${place}`,
        ...(hint === undefined ? [] : [`  ${hint}`]),
      ];
    }
    case 'failed':
      return [
        `${styles.error('failed')}   ${title} (${Math.round(result.durationMs)} ms)`,
        ...result.findings.flatMap(({ path, message, diff }) => {
          const place = result.case.origin.of(path);
          const where = place === undefined ? '' : ` (${displayLocation(place)})`;
          return [`  ${message}${where}`, ...(diff === undefined ? [] : indented(diff, '    '))];
        }),
        ...(result.log === '' ? [] : ['  The end of its log:', ...indented(tail(result.log), '    | ')]),
      ];
  }
}

/** What a person needs to see of a log first: its last lines. */
function tail(log: string): string {
  return log.trimEnd().split('\n').slice(-20).join('\n');
}

function indented(text: string, prefix: string): string[] {
  return text.split('\n').map((line) => prefix + line);
}

function closingLines(
  results: readonly CaseResult[],
  { written, updated, removed, obsolete }: SnapshotSummary,
  uncovered: readonly string[],
): string[] {
  const count = (status: CaseResult['status']): number => results.filter((result) => result.status === status).length;
  const counts = [
    `${count('passed')} passed`,
    `${count('failed')} failed`,
    ...(count('not-run') > 0 ? [`${count('not-run')} could not be run`] : []),
    `${count('skipped')} skipped`,
  ];
  const snapshots = [
    [written, 'written'],
    [updated, 'updated'],
    [removed, 'removed'],
    [obsolete.length, 'obsolete: "-u" removes them'],
  ] as const;
  const changed = snapshots.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return [
    ...(uncovered.length === 0 ? [] : [`Not covered by any case: ${uncovered.join(', ')}.`]),
    ...(changed.length === 0 ? [] : [`Snapshots: ${changed.join(', ')}.`]),
    `${results.length} cases: ${counts.join(', ')}`,
  ];
}
