import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/cli/options.js';
import { toRequest } from '../../src/cli/request.js';
import { UserError } from '../../src/diagnostics/user-error.js';

function failureOf(argv: string[]): UserError {
  try {
    parseOptions(argv);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error('was accepted');
}

describe('parseOptions', () => {
  test.each([
    [['--function', 'hello'], { function: 'hello' }],
    [['--function=hello'], { function: 'hello' }],
    [['-f', 'hello'], { function: 'hello' }],
    [['-fhello'], { function: 'hello' }],
    [['-f=hello'], { function: 'hello' }],
    [['invoke', 'local', '-f', 'hello'], { function: 'hello' }],
    [['-f', 'a', '-f', 'b'], { function: 'b' }],
    [['-f', 'constructor'], { function: 'constructor' }],
    [['--report-json', 'a/r.json', '--report-junit=r.xml'], { 'report-json': 'a/r.json', 'report-junit': 'r.xml' }],
    [['-d', '-5'], { data: '-5' }],
    [['-d', '-'], { data: '-' }],
    [['-d', '{"a":"--raw"}'], { data: '{"a":"--raw"}' }],
    [['--data=--raw'], { data: '--raw' }],
    [['-d', ''], { data: '' }],
    [['--data='], { data: '' }],
    [['--data=a=b'], { data: 'a=b' }],
    [
      ['-x', 'c.json', '-p', 'e.json', '-w', 'dir', '-c', 'sls.yml', '-s', 'prod', '-r', 'eu-west-1'],
      {
        contextPath: 'c.json',
        path: 'e.json',
        'working-directory': 'dir',
        config: 'sls.yml',
        stage: 'prod',
        region: 'eu-west-1',
      },
    ],
  ])('%j has the values %j', (argv, expected) => {
    expect(parseOptions(argv).values).toEqual(expected);
  });

  test('pairs are split at the first "=", may be empty, and may be repeated', () => {
    const options = parseOptions([
      '-e',
      'A=1=2',
      '--env',
      'B=',
      '-eC=x\ny',
      '-e',
      'A=3',
      '--param',
      'p=1',
      '--opt=o=2',
      '--variable',
      'ssm:/a=b=c',
    ]);
    expect({ ...options.env }).toEqual({ A: '3', B: '', C: 'x\ny' });
    expect({ ...options.param }).toEqual({ p: '1' });
    expect({ ...options.opt }).toEqual({ o: '2' });
    expect({ ...options.variable }).toEqual({ 'ssm:/a': 'b=c' });
  });

  test('a pair whose name every object has is a pair like any other', () => {
    expect(Object.entries(parseOptions(['-e', '__proto__=x']).env)).toEqual([['__proto__', 'x']]);
  });

  test('switches take no value, or true and false', () => {
    const { switches } = parseOptions(['--raw', '--quiet=true', '--no-inherit-env=false', '-h']);
    expect([...switches]).toEqual(['raw', 'quiet', 'help']);
  });

  test('--debug may say what of the framework is to be debugged', () => {
    expect([...parseOptions(['--debug=*', '--verbose', '-f', 'x']).switches]).toEqual(['debug', 'verbose']);
  });

  test('flags of the framework without meaning here are accepted with their values', () => {
    const argv = ['--docker', '--docker-arg', '-v /a:/b', '--skip-package', '--org', 'o', '--app=a', '-f', 'x'];
    expect(parseOptions(argv)).toMatchObject({
      values: { function: 'x' },
      ignored: ['--docker', '--docker-arg', '--skip-package', '--org', '--app'],
    });
  });

  test("takes the habits of SAM's command", () => {
    const parsed = parseOptions(
      'local invoke Hello -e event.json -t template.yaml -n env.json --parameter-overrides A=1 ParameterKey=B,ParameterValue=2 --region x'.split(
        ' ',
      ),
    );
    expect(parsed).toMatchObject({
      values: { function: 'Hello', path: 'event.json', config: 'template.yaml', 'env-file': 'env.json', region: 'x' },
      param: { A: '1', B: '2' },
    });
  });

  test.each([
    [['--funtcion', 'x'], 'Unknown flag --funtcion.', 'Did you mean --function? See --help.'],
    [['--context-path', 'x'], 'Unknown flag --context-path.', 'Did you mean --contextPath? See --help.'],
    [['--zzz'], 'Unknown flag --zzz.', 'See --help.'],
    [['-z'], 'Unknown flag -z.', 'See --help.'],
    [['--'], 'Unknown flag --.', 'See --help.'],
    [
      ['-f', 'x', 'hello'],
      'Unexpected argument "hello".',
      'Values belong to flags: -f hello names a function, -d hello passes data. See --help.',
    ],
    [
      ['invoke'],
      '"invoke" is not a command here.',
      'Write `invoke-local -f NAME`, or `invoke-local invoke local -f NAME`.',
    ],
    [['-f'], 'The flag -f needs a value.', undefined],
    [
      ['-d', '--raw'],
      'The flag -d needs a value, and --raw follows.',
      'Where "--raw" is the value, write -d=--raw (or -d--raw for a short flag).',
    ],
    [
      ['--raw=maybe'],
      'The flag --raw takes no value, and "maybe" was given.',
      'Write --raw alone, or --raw=true or --raw=false.',
    ],
    [['--env', 'A'], 'The flag --env takes NAME=VALUE, and "A" has no "=".', undefined],
    [['-e', '=1'], 'The flag -e takes NAME=VALUE, and "=1" has no name.', undefined],
  ])('%j is an error: %s', (argv, message, hint) => {
    const error = failureOf(argv);
    expect(error.message).toBe(message);
    expect(error.diagnostic.hint).toBe(hint);
  });
});

describe('toRequest', () => {
  const shell = { workingDirectory: process.cwd(), environment: { HOME: '/home/ada' } };
  const request = (...argv: string[]) => toRequest(parseOptions(argv), shell);

  test('says where to look from the folder that the command runs in', () => {
    expect(request('-d', '1').workingDirectory).toBe(process.cwd());
    expect(request('-d', '1', '-w', 'test/..').workingDirectory).toBe(process.cwd());
  });

  test('reads standard input only where neither data nor path is given', () => {
    expect(request('-d', '').event).toEqual({ raw: false, data: '' });
    expect(request('-p', 'e.json', '--raw').event).toEqual({ raw: true, path: 'e.json' });
  });

  test('takes an empty value, such as that of a shell variable that is not set, for none', () => {
    const nothing = request(
      '-f=',
      '-s=',
      '-r=',
      '-c=',
      '-w=',
      '-p=',
      '-x=',
      '--context=',
      '--aws-profile=',
      '--interpreter=',
      '--java-runtime-client=',
    );
    expect(nothing).toEqual(request());
  });

  test.each(['0', '-1', 'soon', '', '1e9'])('refuses %j as the time limit of standard input', (timeout) => {
    expect(() => request(`--stdin-timeout=${timeout}`)).toThrow('takes a number of seconds greater than 0');
  });
});
