import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../src/report/secrets/redactor.js';
import { createSecretFilter } from '../../src/report/secrets/secret-filter.js';
import { secretForms } from '../../src/report/secrets/secret-forms.js';
import { cpuMs } from '../cpu-time.js';
import { createSecretMasker } from '../harness/secret-masker.js';
import { holds } from './property.js';
import { chunked, cutPlaces, hostileBytes, hostileText, throughUtf8 } from './texts.js';

/** Characters that the forms of a secret differ by, and few others, that secrets begin and end alike. */
const secretCharacter = fc.constantFrom(
  'a',
  'a',
  'b',
  'b',
  'A',
  '/',
  '+',
  '=',
  '"',
  "'",
  '\\',
  '%',
  '&',
  '<',
  ' ',
  '\n',
  'é',
  '😀',
  '(',
  '.',
  '$',
  '\ud800',
);

const secret = fc
  .array(secretCharacter, { minLength: 4, maxLength: 14 })
  .map((characters) => characters.join(''))
  .filter((text) => text.trim().length >= 4);

/** Secrets, of which some begin as others do. */
const secrets = fc
  .tuple(fc.array(secret, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(fc.nat(), secret), { maxLength: 2 }))
  .map(([several, longer]) => [...several, ...longer.map(([of, rest]) => (several[of % several.length] ?? '') + rest)]);

/** Secrets, and what a handler prints that knows them. */
const leak = secrets.chain((values) => {
  const forms = values.flatMap(secretForms);
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...forms) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...forms), fc.nat({ max: 12 })).map(([form, end]) => form.slice(0, end)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...forms), fc.nat({ max: 12 })).map(([form, start]) => form.slice(start)),
    },
    { weight: 2, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.constantFrom(...values).map((value) => Buffer.from(`x${value}y`).toString('base64')) },
  );
  return fc.record({
    values: fc.constant(values),
    text: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  });
});

function filtered(bytes: Buffer, cuts: readonly number[], values: readonly string[]): Buffer {
  const filter = createSecretFilter(values);
  return Buffer.concat([...chunked(bytes, cuts).map((chunk) => filter.push(chunk)), filter.flush()]);
}

/** What of the secrets stands in a text, in any form. */
function found(text: string, values: readonly string[]): string[] {
  return values
    .flatMap(secretForms)
    .map(throughUtf8)
    .filter((form) => text.includes(form));
}

describe('a secret', () => {
  test('stands in no form in a log, however it is cut into chunks, and what is no secret stays', async () => {
    await holds(600, [leak, cutPlaces], ({ values, text }, cuts) => {
      const bytes = Buffer.from(text);
      const clean = filtered(bytes, cuts, values);
      expect(found(clean.toString(), values)).toEqual([]);
      expect(clean.toString('latin1')).toBe(createRedactor(values).bytes(bytes).toString('latin1'));
    });
  });

  test('stands in no form in a text', async () => {
    await holds(600, [leak], ({ values, text }) => {
      const { text: redacted, findsIn } = createRedactor(values);
      expect(found(redacted(text), values)).toEqual([]);
      expect(findsIn(redacted(text))).toBe(false);
      expect(redacted(text) === text).toBe(!findsIn(text));
    });
  });

  test('is found in an output wherever the runner finds it, which drops the output', async () => {
    await holds(600, [leak], ({ values, text }) => {
      const masker = createSecretMasker();
      // Of shorter ones, some forms in base64 are too short to be taken for more than chance.
      const told = values.filter((value) => /^[^\n]{8,}$/.test(value.trim()) && value === throughUtf8(value));
      for (const value of told) masker.add(value);
      if (masker.hasSecret(text)) expect(createRedactor(values).findsIn(text)).toBe(true);
    });
  });

  test('that is not there changes nothing, byte for byte', async () => {
    await holds(300, [hostileBytes, cutPlaces], (bytes, cuts) => {
      const values = ['wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'];
      expect(filtered(bytes, cuts, values).equals(bytes)).toBe(true);
      expect(createRedactor(values).bytes(bytes).equals(bytes)).toBe(true);
    });
  });

  test.each([
    ['the start of a secret over and over', 'a'.repeat(400), 'a'.repeat(399).concat('b')],
    ['a secret that overlaps itself', 'aaaa', 'a'],
    ['a secret of 4 KiB', 'secret/+'.repeat(512), 'secret/'],
  ])('takes no time to speak of: %s', (_what, value, printed) => {
    const filter = createSecretFilter([value, ...Array.from({ length: 20 }, (_, index) => `another${index}`)]);
    const startedAt = cpuMs();
    const line = Buffer.from(printed.repeat(Math.ceil(100 / printed.length)));
    for (let count = 0; count < 4000; count++) filter.push(line);
    filter.flush();
    expect(cpuMs() - startedAt).toBeLessThan(5000);
  });
});
