import { expect, test } from '@jest/globals';
import { createMasks } from '../../src/action/masks.js';

test('each secret part of the credentials is masked once, but for what is too short to be a secret', () => {
  const lines: string[] = [];
  const masks = createMasks((line) => lines.push(line));
  masks.add({
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'a%b-secret-key',
    sessionToken: '',
    profile: 'a-profile-name',
  });
  masks.add({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'test', sessionToken: '         ' });
  expect(lines).toEqual(['::add-mask::AKIAIOSFODNN7EXAMPLE\n', '::add-mask::a%25b-secret-key\n']);
  expect(masks.values).toEqual(['AKIAIOSFODNN7EXAMPLE', 'a%b-secret-key']);
});

test('credentials of the environment are masked where they are from AWS, and are no stand-ins', () => {
  const masks = createMasks(() => {});
  masks.add({ accessKeyId: 'localstack', secretAccessKey: 'localstack', source: 'environment' });
  expect(masks.values).toEqual([]);
  masks.add({ accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey: 'the-secret-key', source: 'environment' });
  expect(masks.values).toEqual(['ASIAIOSFODNN7EXAMPLE', 'the-secret-key']);
});

test('every text of a secret is masked: those in a mapping, and in JSON', () => {
  const lines: string[] = [];
  const masks = createMasks((line) => lines.push(line));
  masks.addSecret('hunter2');
  masks.addSecret({ user: 'admin', port: 5432, list: ['deep-secret', null, 'abc'] });
  masks.addSecret('{"password":"p4ssw0rd"}');
  masks.addSecret('hunter2');
  masks.addSecret(undefined);
  expect(masks.values).toEqual(['hunter2', 'admin', 'deep-secret', '{"password":"p4ssw0rd"}', 'p4ssw0rd']);
  expect(lines).toEqual(masks.values.map((value) => `::add-mask::${value}\n`));
});

test('the runner is told each line of a secret once, but for short ones: it would mask every brace of the log', () => {
  const lines: string[] = [];
  const masks = createMasks((line) => lines.push(line));
  const key = '-----BEGIN KEY-----\r\nMIIE\nab=\n';
  const json = '{\n  "password": "p4ssw0rd"\n}\n';
  masks.addSecret(key);
  masks.addSecret(json);
  expect(masks.values).toEqual([key, json, 'p4ssw0rd']);
  expect(lines).toEqual([
    '::add-mask::-----BEGIN KEY-----\n',
    '::add-mask::MIIE\n',
    '::add-mask::"password": "p4ssw0rd"\n',
    '::add-mask::p4ssw0rd\n',
  ]);
});
