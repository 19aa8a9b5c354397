import { describe, expect, test } from '@jest/globals';
import { fixture } from '../paths.js';
import { runStep, type Step, type StepResult } from './run-step.js';

const action = fixture('action-trivial');

function run(script: string, step: Partial<Step> = {}): Promise<StepResult> {
  return runStep({ action, ...step, with: { script, ...step.with } });
}

describe('inputs', () => {
  const print = 'console.log(process.env["INPUT_WITH-DEFAULT"])';

  test('get their default where they are not given', async () => {
    expect((await run(print)).log).toEqual(['the default']);
  });

  test('do not get it back where they are given and empty', async () => {
    expect((await run(print, { with: { 'with-default': '' } })).log).toEqual(['']);
  });

  test('come with none of the variables of the process that runs the tests', async () => {
    process.env['SOMETHING_OF_THE_TESTS'] = 'x';
    expect((await run('console.log(process.env.SOMETHING_OF_THE_TESTS)')).log).toEqual(['undefined']);
  });
});

describe('commands', () => {
  test('are read on both streams, at the start of a line or, in the old form, anywhere', async () => {
    const { annotations } = await run(`
      console.log('  ::warning file=a.js,line=3,title=A%2C b::one%0Atwo');
      console.error('before ##[error]three');
      console.log('text ::notice::not one');
    `);
    expect(annotations).toEqual(
      expect.arrayContaining([
        { type: 'warning', message: 'one\ntwo', properties: { file: 'a.js', line: '3', title: 'A, b' } },
        { type: 'error', message: 'three', properties: {} },
      ]),
    );
    expect(annotations).toHaveLength(2);
  });

  test('are text between stop-commands and the token', async () => {
    const { annotations, log } = await run(`
      for (const line of ['::stop-commands::t0ken42', '::error::no', 'x ##[error]no', '::T0KEN42::', '::error::yes']) console.log(line);
    `);
    expect(annotations.map(({ message }) => message)).toEqual(['yes']);
    expect(log.slice(0, 2)).toEqual(['::error::no', 'x ##[error]no']);
  });

  test('do not resume where the token does not start the line', async () => {
    const { annotations } = await run(`console.log('::stop-commands::t0ken42\\nabc::t0ken42::\\n::error::no')`);
    expect(annotations).toEqual([]);
  });

  test('mask a value in the log from then on, also in base64', async () => {
    const { log } = await run(`
      const secret = 'hunter2-hunter2';
      console.log('early ' + secret + '\\n::add-mask::' + secret + '\\nlate ' + secret + ' ' + Buffer.from(secret).toString('base64'));
    `);
    expect(log).toEqual(['early hunter2-hunter2', '::add-mask::***', expect.stringMatching(/^late \*{3} \*{3}/)]);
  });

  test('give ten annotations of a type, of 4,096 characters each', async () => {
    const { annotations, log } = await run(`for (let i = 0; i < 12; i++) console.log('::error::' + 'x'.repeat(5000))`);
    expect(annotations.map(({ message }) => message.length)).toEqual(Array(10).fill(4096));
    expect(log).toHaveLength(12);
  });

  test.each(['::set-env name=A::b', '::add-path::/x', '::add-matcher::none.json'])(
    'fail the step: %s',
    async (line) => {
      const { outcome, exitCode } = await run(`console.log('${line}')`);
      expect([exitCode, outcome]).toEqual([0, 'failure']);
    },
  );
});

describe('files', () => {
  test('set outputs, which win over the old command', async () => {
    const { outputs } = await run(`
      console.log('::set-output name=a::command');
      console.log('::set-output name=b::command');
      append('GITHUB_OUTPUT', 'a=file\\nlong<<E=1\\none\\n\\nthree\\nE=1\\n');
    `);
    expect(outputs).toEqual({ a: 'file', b: 'command', long: 'one\n\nthree' });
  });

  test.each(['no separator', 'x<<END\nnever ended', 'x<<\n'])(
    'fail the step where they are malformed: %j',
    async (content) => {
      const { outcome, failures } = await run(`append('GITHUB_OUTPUT', ${JSON.stringify(`${content}\n`)})`);
      expect(outcome).toBe('failure');
      expect(failures).toHaveLength(1);
    },
  );

  test('change the environment, the path and the state of what follows', async () => {
    const result = await run(
      `append('GITHUB_ENV', 'A=1\\n'); append('GITHUB_PATH', '/x\\n'); append('GITHUB_STATE', 's=2\\n')`,
    );
    expect([result.env, result.path, result.state]).toEqual([{ A: '1' }, ['/x'], { s: '2' }]);
  });

  test('drop a summary of more than 1 MiB, which fails nothing', async () => {
    const fits = await run(`append('GITHUB_STEP_SUMMARY', 'x'.repeat(1048576))`);
    expect([fits.summary.length, fits.outcome]).toEqual([1_048_576, 'success']);
    const over = await run(`append('GITHUB_STEP_SUMMARY', 'x'.repeat(1048577))`);
    expect([over.summary, over.outcome]).toEqual(['', 'success']);
    expect(over.summaryError).toContain('1024k');
  });

  test('name the job outputs that would be dropped for a secret in them', async () => {
    const { droppedJobOutputs } = await run(
      `console.log('::add-mask::hunter2-hunter2'); append('GITHUB_OUTPUT', 'a=has hunter2-hunter2\\nb=none\\n')`,
    );
    expect(droppedJobOutputs).toEqual(['a']);
  });
});

describe('the process', () => {
  test('fails the step with its exit code', async () => {
    const { outcome, exitCode } = await run('process.exitCode = 3');
    expect([outcome, exitCode]).toEqual(['failure', 3]);
  });

  test('can be cancelled', async () => {
    const { signal } = await run(`console.log('ready'); setInterval(() => {}, 1000)`, {
      onLine: (line, child) => void (line === 'ready' && child.kill('SIGINT')),
    });
    expect(signal).toBe('SIGINT');
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('is asked what it left behind', async () => {
    const { orphans } = await run(`spawn('sleep', ['30'], { detached: true, stdio: 'ignore' }).unref()`, {
      leavesProcesses: true,
    });
    expect(orphans).toHaveLength(1);
    for (const pid of orphans) process.kill(pid, 'SIGKILL');
  });
});
