import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { type ConfigNode, childNodes, rootNode } from '../../../src/service/document/config-node.js';
import { locateNode, locateVariable } from '../../../src/service/document/locate.js';
import { readDocument } from '../../../src/service/document/read-document.js';
import { readYaml } from '../../../src/service/document/read-yaml.js';
import { fixture } from '../../paths.js';

async function readFixture(path: string): Promise<ConfigNode> {
  const document = await readDocument(path);
  if (document === undefined) throw new Error(`there is no ${path}`);
  return rootNode(document);
}

function below(root: ConfigNode, ...path: string[]): ConfigNode {
  return { document: root.document, path, value: undefined };
}

function leaves(node: ConfigNode): ConfigNode[] {
  const children = childNodes(node);
  return children.length === 0 ? [node] : children.flatMap(leaves);
}

/** The text of the document from a location on. */
function textAt(node: ConfigNode, location: { line?: number; column?: number } | undefined): string {
  const lines = node.document.file?.text.split('\n') ?? [];
  return lines
    .slice((location?.line ?? 0) - 1)
    .join('\n')
    .slice((location?.column ?? 0) - 1);
}

const configurations = readdirSync(fixture(), { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => /\.(?:ya?ml|json)$/.test(name) && /service|serverless/.test(name) && !/node_modules|tsconfig/.test(name),
  )
  .map((name) => name.replaceAll('\\', '/'));

describe('positions', () => {
  test.each(configurations)('agree with the values of %s', async (name) => {
    const root = await readFixture(join(fixture(), name));
    for (const leaf of leaves(root)) {
      const location = locateNode(leaf);
      const text = textAt(leaf, location);
      if (leaf.path.includes('Fn::GetAtt')) {
        expect(text.split('\n', 1)[0]).toContain(String(leaf.value));
      } else if (typeof leaf.value === 'string') {
        expect(text.slice(0, 11).replace(/^["']/, '')).toContain(leaf.value.slice(0, 10).replace(/[\s'"\\].*$/s, ''));
      } else if (leaf.value !== null && typeof leaf.value !== 'object') {
        expect(readYaml(`v: ${/^[^,}\]\s]*/.exec(text)?.[0]}`, '/v.yml')).toEqual({ v: leaf.value });
      }
      const key = leaf.path.at(-1) ?? '';
      if (!/^(?:Fn::.*|Ref|\d+)$/.test(key) && !leaf.path.includes('Fn::GetAtt')) {
        expect(textAt(leaf, locateNode(leaf, 'key')).replace(/^"/, '')).toMatch(
          new RegExp(`^${key.replace(/[^\w]/g, '.')}\\b`),
        );
      }
    }
  });

  test.each([
    [['x-base', 'environment', 'SHARED'], '6:5', '6:13'],
    [['functions', '0', 'one'], '11:5', '12:7'],
    [['functions', '0', 'one', 'timeout'], '4:3', '4:12'],
    [['functions', '0', 'one', 'memorySize'], '9:3', '9:15'],
    [['functions', '0', 'two', 'handler'], '16:7', '16:16'],
    [['functions', '0', 'two', 'environment', 'MODE'], '19:9', '19:15'],
    [['functions', '0', 'two', 'environment', 'SHARED'], '6:5', '6:13'],
    [['functions', '0', 'two', 'environment', 'LONG'], '20:9', '21:11'],
    [['functions', '2', 'three', 'environment'], '28:37', '6:5'],
    [['functions', '2', 'three', 'environment', 'MODE'], '7:5', '7:11'],
    [['functions', '0', 'two', 'nothing', 'here'], '14:5', '15:7'],
  ])('of %j are those of its key and of its value, through aliases and merges', async (path, key, value) => {
    const root = await readFixture(fixture('service-anchors', 'serverless.yaml'));
    const node = below(root, ...path);
    const place = (part: 'key' | 'value'): string => {
      const location = locateNode(node, part);
      return `${location?.line}:${location?.column}`;
    };
    expect(place('key')).toBe(key);
    expect(place('value')).toBe(value);
  });

  test.each([
    ['LONG', 'first line\nsecond ${self:service} line\n', 0, '22:18'],
    ['FOLDED', 'folded ${self:service} text ${self:service}\n', 0, '24:18'],
    ['FOLDED', 'folded ${self:service} text ${self:service}\n', 1, '25:16'],
    ['QUOTED', 'tab\there ${self:service}', 0, '26:30'],
  ])('of a variable in %s are those in the file', async (key, text, occurrence, expected) => {
    const root = await readFixture(fixture('service-anchors', 'serverless.yaml'));
    let offset = text.indexOf('${');
    for (let seen = 0; seen < occurrence; seen++) offset = text.indexOf('${', offset + 1);
    const node = below(root, 'functions', '0', 'two', 'environment', key);
    const location = locateVariable(node, offset, '${self:service}');
    expect(`${location?.line}:${location?.column}`).toBe(expected);
  });

  test('are those of JSON too', async () => {
    const root = await readFixture(fixture('service-json', 'serverless.json'));
    expect(locateNode(below(root, 'functions', 'f', 'handler'), 'key')).toMatchObject({ line: 6, column: 4 });
    const location = locateVariable(below(root, 'functions', 'f', 'environment', 'TEXT'), 24, '${self:service}');
    expect(location).toMatchObject({ line: 7, column: 58 });
  });
});
