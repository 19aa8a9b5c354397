import { describe, expect, test } from '@jest/globals';
import { createRedactor } from '../../../src/report/secrets/redactor.js';
import { createSecretFilter } from '../../../src/report/secrets/secret-filter.js';
import { secretForms } from '../../../src/report/secrets/secret-forms.js';

const secret = `p4ss/wörd+"<&'> ${'x'.repeat(9)}`;
const nested = (text: string) => JSON.stringify({ body: JSON.stringify({ text }) });
const escaped = (text: string) => JSON.stringify(text).replaceAll(/[^ -~]/g, '\\u00f6');

const base64 = (before: string, after = '') => Buffer.from(`${before}${secret}${after}`).toString('base64');

const forms: [string, string][] = [
  ['as it is', secret],
  ['in JSON', JSON.stringify(secret)],
  ['in JSON of ASCII alone, as Python writes it', escaped(secret)],
  [
    'in JSON safe for HTML, as Go writes it',
    JSON.stringify(secret).replaceAll(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  ],
  ['in JSON with escaped slashes, as PHP writes it', JSON.stringify(secret).replaceAll('/', '\\/')],
  ['in JSON within JSON, as a proxy response has it', nested(secret)],
  ['in a URL', `https://x/?q=${encodeURIComponent(secret)}&b`],
  ['in a URL, in lower case', encodeURIComponent(secret).replaceAll(/%../g, (digits) => digits.toLowerCase())],
  ['in a form', new URLSearchParams({ q: secret }).toString()],
  [
    'in XML',
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  ],
  ['in a command line', secret.replaceAll('"', '\\"')],
  ['in base64', base64('')],
  ['in base64, with one byte before it', base64('a')],
  ['in base64, with two bytes before it and some after it', base64('ab', 'cd')],
  ['in the base64 of URLs', Buffer.from(`user:${secret}`).toString('base64url')],
];

describe.each(forms)('a secret %s', (_, text) => {
  const redactor = createRedactor(['another secret', secret]);

  test('is found and replaced in a text', () => {
    expect(redactor.findsIn(text)).toBe(true);
    const redacted = redactor.text(text);
    expect(redacted).toContain('***');
    expect(redactor.findsIn(redacted)).toBe(false);
    for (const [, other] of forms) expect(redacted).not.toContain(other);
  });

  test('is replaced in bytes', () => {
    expect(redactor.bytes(Buffer.from(text)).toString()).toBe(redactor.text(text));
  });

  test('is replaced in a stream that is cut anywhere', () => {
    const whole = redactor.text(`before ${text} after`);
    const bytes = Buffer.from(`before ${text} after`);
    for (let cut = 0; cut <= bytes.length; cut += 3) {
      const filter = createSecretFilter([secret, 'another secret']);
      const pieces = [filter.push(bytes.subarray(0, cut)), filter.push(bytes.subarray(cut)), filter.flush()];
      expect(Buffer.concat(pieces).toString()).toBe(whole);
    }
  });
});

test('each line of a secret with several is one, but for what is shorter than four characters', () => {
  const { text } = createRedactor(['-----BEGIN-----\r\n  MIIEpAIB\r\nab=\n']);
  expect(text('| -----BEGIN----- | MIIEpAIB | ab= |')).toBe('| *** | *** | ab= |');
  expect(text('{"key":"-----BEGIN-----\\r\\n  MIIEpAIB\\r\\nab=\\n"}')).toBe('{"key":"***"}');
});

test('secrets that overlap are replaced as one', () => {
  const { text } = createRedactor(['abcdef', 'defghi', 'aaaa']);
  expect(text('1abcdefghi2 aaaaaa3')).toBe('1***2 ***3');
  expect(text('abcdefabcdef')).toBe('******');
});

test('what is no secret stays, byte for byte', () => {
  const bytes = Buffer.from([0, 0xff, 0xfe, 0x80, 0x41]);
  expect(createRedactor(['secret']).bytes(bytes)).toBe(bytes);
  expect(createRedactor([]).text('abc')).toBe('abc');
  expect(createRedactor(['']).findsIn('abc')).toBe(false);
  expect(createRedactor(['sécret']).bytes(Buffer.concat([bytes, Buffer.from('sécret')]))).toEqual(
    Buffer.concat([bytes, Buffer.from('***')]),
  );
});

test('a secret with half a character in it is no failure', () => {
  expect(createRedactor(['half\ud800character']).text('a half\ud800character')).toBe('a ***');
});

test('a secret with blanks around it has the forms that it has without them, which are what the runner masks', () => {
  expect(secretForms('  the secret/of all\t')).toEqual(expect.arrayContaining(secretForms('the secret/of all')));
});
