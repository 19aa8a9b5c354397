import { describe, expect, test } from '@jest/globals';

import { answerLine, createOfflineAnswers } from '../../src/service/answers/offline-answers.js';
import { failureOf, head, openFiles, type TestOptions } from './open-folder.js';

describe('an answer is found', () => {
  test.each([
    ['ssm:/app/db', 'ssm:/app/db'],
    [' ssm: /app/db ', 'ssm:/app/db'],
    ['${ssm:/app/db}', 'ssm:/app/db'],
    ['ssm:/app/db~true', 'ssm:/app/db'],
    ['ssm:/app/db', 'ssm:/app/db~split'],
    ['ssm:/app/db', 'ssm(raw):/app/db'],
    ['ssm(raw):/app/db', 'ssm:/app/db'],
    ['ssm:/app/db', 'aws:ssm:/app/db'],
    ['aws:/app/db', 'ssm:/app/db'],
    ['ssm(us-west-2):/app/db', 'ssm( us-west-2 , raw ):/app/db'],
    ['ssm.us-west-2:/app/db', 'ssm(us-west-2):/app/db'],
    ['cf( us-west-2 ):stack.Out', 'cf(us-west-2):stack.Out'],
    ['cf.us-west-2:stack.Out', 'aws:cf(us-west-2):stack.Out'],
    ['aws:accountId', 'aws: accountId'],
  ])('that is given as %j and asked for as %j', (given, asked) => {
    expect(createOfflineAnswers({ [given]: 'x' }).find(asked)?.text).toBe('x');
  });

  test.each([
    ['ssm:/app/db', 'ssm(us-west-2):/app/db'],
    ['cf:stack.Out', 'cf:stack.out'],
    ['ssm:/app/db', 'ssm:/app/db2'],
    ['s3:bucket/key~true', 's3:bucket/key'],
  ])('given as %j not where %j is asked for', (given, asked) => {
    expect(createOfflineAnswers({ [given]: 'x' }).find(asked)).toBeUndefined();
  });

  test('whose name has a "=" in it, which splits what is given', () => {
    const answers = createOfflineAnswers({ 's3:bucket/day': '1/part=2/file.txt=the=text' });
    expect(answers.find('s3:bucket/day=1/part=2/file.txt')).toEqual({ text: 'the=text', isRaw: false });
    expect(answers.find('s3:bucket/day=2')).toBeUndefined();
    expect(answers.unused()).toEqual([]);
  });
});

test('answers that nobody asked for are known, with what they were probably meant for', () => {
  const answers = createOfflineAnswers({ 'ssm:/app/db-ulr': 'a', 'cf:stack.Out': 'b', 'ssm:/used': 'c' });
  answers.find('ssm:/app/db-url');
  answers.find('ssm:/used');
  expect(answers.nearMiss('ssm:/app/db-url')).toBe('ssm:/app/db-ulr');
  expect(answers.unused()).toEqual([{ name: 'ssm:/app/db-ulr', meant: 'ssm:/app/db-url' }, { name: 'cf:stack.Out' }]);
});

test('the line that gives an answer has the plainest name', () => {
  expect(answerLine('aws:ssm(us-west-2, raw):/a~true')).toBe('ssm(us-west-2):/a=…');
});

describe('a service with answers', () => {
  const openWith = (custom: string, variables: Record<string, string>, options: TestOptions = {}) =>
    openFiles(`${head}custom:\n${custom}\nfunctions: {f: {handler: a.b, environment: {A: '\${self:custom.a}'}}}\n`, {
      variables,
      ...options,
    });

  test.each<[string, string, string, unknown]>([
    ['text', 'ssm:/a', 'postgres://x/?a=b', 'postgres://x/?a=b'],
    ['empty text', 'ssm:/a', '', ''],
    ['an object of JSON', 'ssm:/a', '{"a":{"b":1}}', { a: { b: 1 } }],
    ['a list of JSON', 'ssm:/a', '["a","b"]', ['a', 'b']],
    ['what only begins as JSON does', 'ssm:/a', '{a', '{a'],
    ['JSON for a variable that is text', 'ssm(raw):/a', '{"a":1}', '{"a":1}'],
    ['a list by its suffix', 'ssm:/a~split', 'a,b', ['a', 'b']],
    ['a number, which is text', 'ssm:/a', '12', '12'],
    ['variables, which are text', 'ssm:/a', '${env:HOME}', '${env:HOME}'],
    ['an output, which is text', 'cf:stack.Out', '{"a":1}', '{"a":1}'],
    ['an object of S3, which is text', 's3:bucket/key.json', '{"a":1}', '{"a":1}'],
    ['the account', 'aws:accountId', '210987654321', '210987654321'],
    ['a secret of Vault', 'vault:secret/data/app/settings', '{"a":1}', { a: 1 }],
    ['an output of Terraform', 'terraform:outputs:hosts', '["a"]', ['a']],
    ['a secret of Doppler', 'doppler:app/KEY', 'x', 'x'],
    ['a value of the dashboard', 'output:app:prod:us-east-1:svc.key', 'x', 'x'],
    ['what git would say', 'git:sha1', 'abc1234', 'abc1234'],
  ])('takes %s', async (_, text, answer, expected) => {
    const service = await openWith(`  a: "\${${text}}"`, { [text]: answer });
    expect(await service.property(['custom', 'a'])).toEqual(expected);
  });

  test('takes an answer that is given as raw as text', async () => {
    const service = await openWith('  a: "${ssm:/a}"', { 'ssm(raw):/a': '{"a":1}' });
    expect(await service.property(['custom', 'a'])).toBe('{"a":1}');
  });

  test('finds an answer by a name with variables in it', async () => {
    const custom = '  a: "${ssm:/${sls:stage}/db, \'x\'}"';
    const service = await openWith(custom, { 'ssm:/prod/db': 'y' }, { stage: 'prod' });
    expect(await service.property(['custom', 'a'])).toBe('y');
  });

  test('says which answers a function does not need', async () => {
    const service = await openWith('  a: "${output:dbb, \'x\'}"', { 'output:db': '1', 'ssm:/other': '2' });
    await service.load('f');
    expect(service.unusedAnswers()).toMatchObject([
      {
        severity: 'notice',
        message: 'The answer to `output:db` was not needed.',
        hint: 'Was it meant for ${output:dbb}?',
      },
      { severity: 'notice', message: 'The answer to `ssm:/other` was not needed.' },
    ]);
  });

  test('names an answer that is nearly the one that is missing', async () => {
    const service = await openWith('  a: "${ssm:/app/db-url}"', { 'ssm:/app/db-ulr': 'x' });
    const failure = await failureOf(service.load('f'));
    expect(failure).toMatchObject({ code: 'aws-credentials-missing', location: { line: 4, column: 7 } });
    expect(failure.hint).toContain('ssm:/app/db-url=… (There is an answer to `ssm:/app/db-ulr`');
  });

  test.each(['output:a.b', 'state:a', 'secrets:a'])(
    'takes the fallback of ${%s}, which only a dashboard knows',
    async (text) => {
      const service = await openWith(`  a: "\${${text}, 'x'}"\n  b: "\${${text}}"`, {});
      expect(await service.property(['custom', 'a'])).toBe('x');
      const failure = await failureOf(service.property(['custom', 'b']));
      expect(failure.message).toContain('is part of the Serverless Dashboard, which is not asked');
      expect(failure.hint).toContain(`${text}=…`);
    },
  );
});
