import { expect, test } from '@jest/globals';
import { readSuiteInput, splitWords } from '../../../src/suite/cases/read-suite-input.js';

test.each([
  ['tests/shop.suite.yml', ['tests/shop.suite.yml']],
  ['\n  tests/*.yml\n# not yet\n  !tests/slow.yml\n\n', ['tests/*.yml', '!tests/slow.yml']],
  ['**/*.suite.{yml,json}', ['**/*.suite.{yml,json}']],
  ['[ab]/x.yml', ['[ab]/x.yml']],
  ['{a,b}/x.yml', ['{a,b}/x.yml']],
  ['C:\\suites\\a.yml', ['C:\\suites\\a.yml']],
  ['- odd name.yml', ['- odd name.yml']],
])('%j is paths', (text, files) => {
  expect(readSuiteInput(text)).toEqual({ files });
});

test.each([
  '- function: price\n',
  '# the suite\n\n- { function: price }',
  '- name: a\n  functoin: price',
  'cases:\n  - function: price',
  'defaults: { function: price }\ncases: []',
  '[{"function": "price"}]',
  '{"cases": []}',
  '- function: price\n  data: {',
])('%j is cases, mistakes and all', (text) => {
  expect(readSuiteInput(text)).toEqual({ files: [], inline: text });
});

test('words are parted by blanks, commas and lines', () => {
  expect(splitWords('price order,ship\n  !legacy-*  \n# all')).toEqual(['price', 'order', 'ship', '!legacy-*']);
});
