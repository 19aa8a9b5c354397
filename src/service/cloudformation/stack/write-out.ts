import { dirname, resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import {
  type ConfigDocument,
  type ConfigNode,
  childNode,
  childNodes,
  kindOf,
  rootNode,
} from '../../document/config-node.js';
import { invalidSetting } from '../../document/settings.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import { isMapping, listOf, textOf } from '../values.js';

/** What is needed to write includes and loops out. */
export interface ExpansionInputs {
  readonly document: ConfigDocument;
  /** Reads an included file; `undefined` where there is none. */
  readonly readDocument: (path: string) => Promise<ConfigDocument | undefined>;
  /** Evaluates the collection of a loop, or the location of an include, which can need parameters and mappings only. */
  readonly evaluate: (value: unknown) => Promise<unknown>;
}

/** The places from which the values of a template come that is written out. */
export type Origins = WeakMap<object, ReadonlyMap<string, ConfigNode>>;

/** What the variables of the loops around a value are. */
type Loop = ReadonlyMap<string, string>;

interface Member {
  readonly key: string;
  readonly node: ConfigNode;
  readonly loop: Loop;
}

/**
 * The value of a template with its loops and includes written out.
 * @param origins takes the places from which its values come
 * @throws UserError where a loop or an include is malformed, or an included file is not there
 */
export function writeOut(inputs: ExpansionInputs, root: ConfigNode, origins: Origins): Promise<unknown> {
  return expand(root, new Map(), { ...inputs, origins, files: [] });
}

interface Expansion extends ExpansionInputs {
  readonly origins: Origins;
  /** The included files around a value. */
  readonly files: readonly string[];
}

async function expand(node: ConfigNode, loop: Loop, expansion: Expansion): Promise<unknown> {
  const { value } = node;
  if (typeof value === 'string') return substituted(value, loop);
  if (Array.isArray(value)) {
    const items = childNodes(node);
    const list = await Promise.all(items.map((item) => expand(item, loop, expansion)));
    expansion.origins.set(list, new Map(items.map((item, index) => [String(index), item])));
    return list;
  }
  if (!isMapping(value)) return value;
  const reference = value['Ref'];
  if (typeof reference === 'string' && loop.has(reference) && Object.keys(value).length === 1)
    return loop.get(reference);
  const members = await membersOf(node, loop, expansion);
  const values = await Promise.all(
    members.map(async ({ member, within }) => [member, await expand(member.node, member.loop, within)] as const),
  );
  const result: Record<string, unknown> = {};
  const nodes = new Map<string, ConfigNode>();
  for (const [{ key, node: origin }, own] of values) {
    const known = result[key];
    // A section of an included file adds to the section of the template.
    const isSection = node.path.length === 0 && isMapping(known) && isMapping(own);
    result[key] = isSection ? merged(known, own, expansion.origins) : own;
    if (!isSection) nodes.set(key, origin);
  }
  expansion.origins.set(result, nodes);
  return result;
}

function merged(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
  origins: Expansion['origins'],
): Record<string, unknown> {
  const both = { ...one, ...other };
  origins.set(both, new Map([...(origins.get(one) ?? []), ...(origins.get(other) ?? [])]));
  return both;
}

interface FoundMember {
  readonly member: Member;
  readonly within: Expansion;
}

async function membersOf(node: ConfigNode, loop: Loop, expansion: Expansion): Promise<FoundMember[]> {
  const found = await Promise.all(
    childNodes(node).map(async (child): Promise<FoundMember[]> => {
      const key = child.path.at(-1) ?? '';
      if (key.startsWith('Fn::ForEach::')) return loopMembers(child, loop, expansion);
      if (key === 'Fn::Transform' || (key === 'Transform' && node.path.length === 0)) {
        const included = await includedMembers(child, loop, expansion);
        if (included !== undefined)
          return [...included, ...(key === 'Transform' ? [asIs(child, key, loop, expansion)] : [])];
      }
      return [asIs(child, key, loop, expansion)];
    }),
  );
  return found.flat();
}

function asIs(node: ConfigNode, key: string, loop: Loop, within: Expansion): FoundMember {
  return { member: { key: substituted(key, loop), node, loop }, within };
}

/** `Fn::ForEach::Name: [identifier, collection, { key: value }]`: the members once for each item of the collection. */
async function loopMembers(node: ConfigNode, loop: Loop, expansion: Expansion): Promise<FoundMember[]> {
  const malformed = (reason: string): Error =>
    invalidSetting({ name: node.path.join('.'), node }, reason, {
      code: 'template-loop-invalid',
      hint: 'A loop is written as `Fn::ForEach::Name: [Identifier, [a list of names], { OutputKey: … }]`.',
    });
  const [identifier, collection, body] = childNodes(node);
  if (typeof identifier?.value !== 'string' || collection === undefined || !isMapping(body?.value)) {
    throw malformed('is no loop');
  }
  let items: readonly string[];
  try {
    const evaluated = await expansion.evaluate(await expand(collection, loop, expansion));
    items = listOf(evaluated, 'a collection').map((item) => textOf(item, 'an item'));
  } catch (error) {
    if (!(error instanceof IntrinsicFailure)) throw error;
    throw malformed(`goes through a collection that is not known: it ${error.reason}`);
  }
  const name = identifier.value;
  const rounds = await Promise.all(items.map((item) => membersOf(body, new Map([...loop, [name, item]]), expansion)));
  return rounds.flat();
}

/** `{ Name: 'AWS::Include', Parameters: { Location } }`; `undefined` for another transform. */
async function includedMembers(node: ConfigNode, loop: Loop, expansion: Expansion): Promise<FoundMember[] | undefined> {
  const transforms = Array.isArray(node.value) ? childNodes(node) : [node];
  const includes = transforms.filter(({ value }) => isMapping(value) && value['Name'] === 'AWS::Include');
  if (includes.length === 0) return undefined;
  const found = await Promise.all(includes.map((include) => oneInclude(include, loop, expansion)));
  return found.flat();
}

async function oneInclude(node: ConfigNode, loop: Loop, expansion: Expansion): Promise<FoundMember[]> {
  const parameters = childNode(node, 'Parameters');
  const place = (parameters && childNode(parameters, 'Location')) ?? node;
  const wrong = (reason: string, hint?: string): Error =>
    invalidSetting({ name: place.path.join('.'), node: place }, reason, { code: 'template-include-invalid', hint });
  const location = await expansion.evaluate(place.value).catch((error: unknown) => {
    if (error instanceof IntrinsicFailure) throw wrong(error.reason);
    throw error;
  });
  if (typeof location !== 'string') throw wrong(`must name a file, and is ${kindOf(location)}`);
  if (/^(?:s3|https?):\/\//i.test(location)) {
    throw wrong(
      `is ${location}, and only a file of the project can be included here`,
      'Download it, and name the file.',
    );
  }
  const path = resolve(dirname(node.document.file?.path ?? '.'), location);
  if (expansion.files.includes(path)) throw wrong(`includes ${displayPath(path)} in itself`);
  const document = await expansion.readDocument(path);
  if (document === undefined) {
    throw wrong(`is ${displayPath(path)}, which does not exist`, "The path starts from the template's folder.");
  }
  if (!isMapping(document.value)) throw wrong(`is ${displayPath(path)}, which holds ${kindOf(document.value)}`);
  return membersOf(rootNode(document), loop, { ...expansion, files: [...expansion.files, path] });
}

/** `${Identifier}` is the item, and `&{Identifier}` its letters and digits only. */
function substituted(text: string, loop: Loop): string {
  let result = text;
  for (const [name, item] of loop) {
    result = result.replaceAll(`\${${name}}`, item).replaceAll(`&{${name}}`, item.replaceAll(/[^A-Za-z0-9]/g, ''));
  }
  return result;
}
