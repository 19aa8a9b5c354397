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
