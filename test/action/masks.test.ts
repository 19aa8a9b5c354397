import { expect, test } from '@jest/globals';
import { createMasks } from '../../src/action/masks.js';

test('each secret part of the credentials is masked once, but for what is too short to be a secret', () => {
  const lines: string[] = [];
  const masks = createMasks((line) => lines.push(line));
  masks.add({
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'a%b\nsecret-key',
    sessionToken: '',
    profile: 'a-profile-name',
  });
  masks.add({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'test', sessionToken: '         ' });
  expect(lines).toEqual(['::add-mask::AKIAIOSFODNN7EXAMPLE\n', '::add-mask::a%25b%0Asecret-key\n']);
  expect(masks.values).toEqual(['AKIAIOSFODNN7EXAMPLE', 'a%b\nsecret-key']);
});

test('every text of a secret is masked: those in a mapping, in JSON, and each line of several', () => {
  const lines: string[] = [];
  const masks = createMasks((line) => lines.push(line));
  masks.addSecret('hunter2');
  masks.addSecret({ user: 'admin', port: 5432, list: ['deep-secret', null, 'abc'] });
  masks.addSecret('{"password":"p4ssw0rd"}');
  masks.addSecret('-----BEGIN KEY-----\nMIIE\n');
  masks.addSecret('hunter2');
  masks.addSecret(undefined);
  expect(masks.values).toEqual([
    'hunter2',
    'admin',
    'deep-secret',
    '{"password":"p4ssw0rd"}',
    'p4ssw0rd',
    '-----BEGIN KEY-----\nMIIE\n',
    '-----BEGIN KEY-----',
    'MIIE',
  ]);
  expect(lines).toHaveLength(masks.values.length);
});
