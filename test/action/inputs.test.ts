import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readInputs, readReportPaths } from '../../src/action/inputs.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { defaultContainment } from '../../src/invoke/isolation.js';

const workspace = resolve('/workspace');

function read(inputs: Readonly<Record<string, string>>): ReturnType<typeof readInputs> {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return readInputs(Object.fromEntries(variables), workspace);
}

function failure(inputs: Readonly<Record<string, string>>): UserError['diagnostic'] {
  try {
    read(inputs);
  } catch (error) {
    if (error instanceof UserError) return error.diagnostic;
    throw error;
  }
  throw new Error('no error');
}

test('inputs that are empty are not set, so that the request has its defaults', () => {
  const names = [
    'function',
    'data',
    'path',
    'raw',
    'data-command',
    'context',
    'env',
    'stage',
    'region',
    'variables',
    'inherit-env',
    'fail-on-denied',
    'fail-on-error',
  ];
  const { request, failOnError } = read(Object.fromEntries(names.map((name) => [name, ''])));
  expect(failOnError).toBe(true);
  expect(request).toEqual({
    workingDirectory: workspace,
    params: {},
    options: {},
    network: 'step',
    packageMode: 'warn',
    event: { raw: false },
    context: {},
    environment: {},
    hostEnvironment: expect.anything(),
    containment: defaultContainment,
    inheritEnvironment: true,
    installEsbuild: true,
    imagePackages: 'install',
    layers: {},
    fetchLayers: true,
    extensions: true,
    failOnDenied: true,
    synthesize: false,
    credentials: {},
  });
});

test('every input finds its place in the request', () => {
  const { request, failOnError } = read({
    function: ' hello ',
    data: ' {"a":1}\n',
    path: 'event.json',
    raw: 'TRUE',
    'data-command': 'cat x',
    context: '{"b":2}',
    'context-path': 'context.json',
    env: 'A=1',
    'working-directory': 'services/a',
    config: 'other.yml',
    service: 'rest-api',
    stage: 'prod',
    region: 'eu-west-1',
    param: 'p=1',
    opt: 'o=2',
    variables: 'ssm:/app/url=https://x/?a=b\ncf( us-west-2 ):stack.Out=1',
    'variables-file': 'answers.env',
    interpreter: 'python3.11',
    'java-runtime-client': 'lib/client.jar',
    isolate: 'True',
    network: 'none',
    package: 'enforce',
    'inherit-env': 'False',
    'install-esbuild': 'false',
    'image-packages': 'found',
    layers: 'arn:aws:lambda:eu-west-1:1:layer:x:1=layers/x\n',
    'fetch-layers': 'false',
    extensions: 'false',
    'fail-on-denied': 'false',
    'fail-on-error': 'false',
    'aws-access-key-id': 'AKIA',
    'aws-secret-access-key': 'secret',
    'aws-session-token': 'token',
    'aws-profile': 'ci',
  });
  expect(failOnError).toBe(false);
  expect(request).toEqual({
    function: 'hello',
    network: 'none',
    packageMode: 'enforce',
    workingDirectory: resolve(workspace, 'services/a'),
    config: 'other.yml',
    service: 'rest-api',
    stage: 'prod',
    region: 'eu-west-1',
    params: { p: '1' },
    options: { o: '2' },
    variables: { 'ssm:/app/url': 'https://x/?a=b', 'cf( us-west-2 ):stack.Out': '1' },
    variablesFile: resolve(workspace, 'answers.env'),
    event: { data: ' {"a":1}\n', path: 'event.json', raw: true, command: 'cat x' },
    context: { data: '{"b":2}', path: 'context.json' },
    environment: { A: '1' },
    hostEnvironment: expect.anything(),
    containment: 'required',
    inheritEnvironment: false,
    installEsbuild: false,
    imagePackages: 'found',
    layers: { 'arn:aws:lambda:eu-west-1:1:layer:x:1': resolve(workspace, 'layers/x') },
    fetchLayers: false,
    extensions: false,
    failOnDenied: false,
    synthesize: false,
    interpreter: 'python3.11',
    javaRuntimeClient: 'lib/client.jar',
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token', profile: 'ci' },
  });
});

test.each([
  ['network', 'false', 'step, none'],
  ['package', 'true', 'enforce, warn, off'],
  ['image-packages', 'Install', 'install, found, none'],
  ['permissions', 'strict', 'audit, enforce, assume'],
  ['permissions-role', 'deployed', 'policy, function'],
])('%s can not be %s, and the error has the words that it takes', (name, word, words) => {
  const { message, hint } = failure({ [name]: word });
  expect(message).toBe(`The input \`${name}\` is "${word}", which is not known.`);
  expect(hint).toBe(`Valid values are ${words}.`);
});

describe('isolate', () => {
  test.each([
    ['auto', 'auto'],
    ['TRUE', 'required'],
    ['false', 'off'],
  ])('of %s is %s', (isolate, containment) => {
    expect(read({ isolate }).request.containment).toBe(containment);
  });

  test.each(['yes', 'true false', 'case case'])('can not be %s', (isolate) => {
    expect(() => read({ isolate })).toThrow('neither a boolean nor `auto` nor `case`');
  });

  test('of case belongs to a suite', () => {
    expect(() => read({ isolate: 'true, case' })).toThrow('The input `isolate` belongs to a suite');
  });
});

describe('the summary', () => {
  test.each([
    ['', 'always'],
    ['true', 'always'],
    ['TRUE', 'always'],
    ['False', 'never'],
    ['failures', 'failures'],
  ])('is asked for by %p: %s', (value, mode) => {
    expect(read({ summary: value }).summary).toBe(mode);
  });

  test.each(['yes', 'Failures', 'failure', 'toString'])('is not asked for by %p', (value) => {
    expect(failure({ summary: value })).toMatchObject({
      message: `The input \`summary\` is "${value}", which is neither a boolean nor \`failures\`.`,
      hint: 'Valid values are true, True, TRUE, false, False, FALSE, failures.',
    });
  });
});

test('the paths of the reports are read also where another input is wrong; an empty one is none', () => {
  expect(readReportPaths({ 'INPUT_REPORT-JSON': ' a/r.json ', 'INPUT_REPORT-JUNIT': '', INPUT_RAW: 'oops' })).toEqual({
    'report-json': 'a/r.json',
  });
  expect(readReportPaths({ 'INPUT_REPORT-JUNIT': 'r.xml' })).toEqual({ 'report-junit': 'r.xml' });
});

describe('a boolean', () => {
  test.each(['yes', 'no', '1', 'tRUE', 'on', 'constructor'])('is not %j: the error lists what it can be', (value) => {
    const { message, hint } = failure({ 'fail-on-error': value });
    expect(message).toBe(`The input \`fail-on-error\` is "${value}", which is not a boolean.`);
    expect(hint).toBe('Valid values are true, True, TRUE, false, False, FALSE.');
  });
});

describe('lines of assignments', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a value with = in it', 'A=b=c', { A: 'b=c' }],
    ['an empty value', 'A=', { A: '' }],
    ['blanks in the value, and around it', 'A= b  c ', { A: ' b  c ' }],
    ['indented and empty lines', '\n  A=1\n\n\tB=2\n', { A: '1', B: '2' }],
    ['CRLF', 'A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['the last of a name', 'A=1\nA=2', { A: '2' }],
    ['<< after the =', 'A=x<<END', { A: 'x<<END' }],
    ['a value of several lines', 'A<<END\none=1\n\n  two\nEND\nB=2', { A: 'one=1\n\n  two', B: '2' }],
    ['no lines in it', 'A<<END\nEND', { A: '' }],
    ['names that objects have anyway', '__proto__=x', Object.fromEntries([['__proto__', 'x']])],
  ])('take %s', (_, text, expected) => {
    const { environment } = read({ env: text }).request;
    expect(Object.entries(environment)).toEqual(Object.entries(expected));
  });

  test.each<[string, string, string]>([
    ['a line without =', 'A=1\n\nSECRET', 'Line 3 of the input `env` has no `=`.'],
    ['no name', '=x', 'Line 1 of the input `env` has no name, or one with a blank in it, before the `=`.'],
    ['a comment', '# A=x', 'Line 1 of the input `env` has no name, or one with a blank in it, before the `=`.'],
    [
      'an end that is missing',
      'A<<END\nx',
      'Line 1 of the input `env` opens a value of several lines that no line `END` ends.',
    ],
    [
      'a marker that is missing',
      'A<<\nx',
      'Line 1 of the input `env` opens a value of several lines that no line `END` ends.',
    ],
  ])('with %s are an error that names the line and does not quote it', (_, text, message) => {
    expect(failure({ env: text }).message).toBe(message);
  });

  test.each(['param', 'opt'])('of the input %s are read alike', (name) => {
    expect(failure({ [name]: 'x' }).message).toBe(`Line 1 of the input \`${name}\` has no \`=\`.`);
  });
});
