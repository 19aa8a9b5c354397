import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { readActionMetadata } from '../harness/action-metadata.js';
import { repositoryRoot } from '../paths.js';

const metadata = readActionMetadata(repositoryRoot);

/** What action.yml may have, of which kind. https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
const INPUT_KEYS = ['description', 'required', 'default', 'deprecationMessage'];
const ICONS_AND_COLORS = { icon: /^[a-z-]+$/, color: /^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/ };

test('action.yml has only the keys that GitHub knows, and no key twice', () => {
  const document = parseDocument(readFileSync(join(repositoryRoot, 'action.yml'), 'utf8'), { uniqueKeys: true });
  expect(document.errors).toEqual([]);
  expect(Object.keys(document.toJS())).toEqual([
    'name',
    'author',
    'description',
    'branding',
    'inputs',
    'outputs',
    'runs',
  ]);
});

test('action.yml has no expression, which the runner would evaluate wherever it stands', () => {
  expect(readFileSync(join(repositoryRoot, 'action.yml'), 'utf8')).not.toContain('${' + '{');
});

test('action.yml runs the committed bundle on the Node of today', () => {
  expect(metadata.runs).toEqual({
    using: 'node24',
    main: 'dist/action/index.js',
    post: 'dist/action/post.js',
  });
  expect(existsSync(join(repositoryRoot, metadata.runs.main))).toBe(true);
});

test('action.yml has a brand that the Marketplace takes', () => {
  const { branding } = metadata;
  expect(Object.keys(branding)).toEqual(['icon', 'color']);
  expect(branding.icon).toMatch(ICONS_AND_COLORS.icon);
  expect(branding.color).toMatch(ICONS_AND_COLORS.color);
});

describe.each(Object.entries(metadata.inputs))('the input %s', (name, declaration) => {
  test('is described, and its default is text', () => {
    expect(Object.keys(declaration).filter((key) => !INPUT_KEYS.includes(key))).toEqual([]);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(declaration.description).toMatch(/^\S.*\.$/s);
    expect(['undefined', 'string']).toContain(typeof declaration.default);
  });
});

describe.each(Object.entries(metadata.outputs))('the output %s', (name, declaration) => {
  test('is described', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Object.keys(declaration)).toEqual(['description']);
    expect(declaration.description).toMatch(/^\S.*\.$/s);
  });
});
