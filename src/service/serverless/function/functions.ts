import { nearestName } from '../../../diagnostics/nearest-name.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigNode, childNode, childNodes, isMapping, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import { mergeDeep } from '../root/merge-deep.js';
import type { Resolver } from '../variables/resolver.js';

/** A declared function, before anything in its body is resolved. */
export interface FunctionEntry {
  readonly key: string;
  /** Its bodies, at least one; later ones are merged into earlier ones. */
  readonly bodies: readonly [ConfigNode, ...ConfigNode[]];
}

/** A function's body. Its settings are resolved one by one. */
export interface FunctionBody {
  readonly key: string;
  readonly node: ConfigNode;
  /** All its bodies as they are written; later ones are merged into earlier ones. */
  readonly bodies: readonly ConfigNode[];
  /** A setting; `undefined` where it is not set, or empty. */
  setting(key: string): Promise<Setting | undefined>;
  /** The nodes of a setting in all bodies that have it. */
  nodes(key: string): Promise<ConfigNode[]>;
}

/**
 * The functions in the order of the file: of one mapping, or of a list of mappings, which are merged in order.
 * @param isLeftOut tells which items of a list are not looked at
 * @throws UserError if `functions` is neither
 */
export async function readFunctionEntries(
  { root, settle, walk }: Resolver,
  isLeftOut: (item: ConfigNode) => Promise<boolean> = async () => false,
): Promise<Map<string, FunctionEntry>> {
  const functions = await walk(root, ['functions']);
  const declaration = childNode(root, 'functions') ?? root;
  if (functions === undefined || functions.value === null) {
    throw invalidSetting({ name: 'functions', node: declaration }, 'is missing: the service declares no function', {
      code: 'functions-missing',
    });
  }
  const isList = Array.isArray(functions.value);
  const declared = isList ? await withoutThose(childNodes(functions), isLeftOut) : [declaration];
  const groups = await Promise.all(declared.map(async (node) => ({ node, group: await settle(node) })));
  const entries = new Map<string, FunctionEntry>();
  for (const { node, group } of groups) {
    if (isList && group.value === null) continue;
    if (!isMapping(group.value)) {
      const name = isList ? node.path.join('.') : 'functions';
      const expected = isList ? 'must be a mapping of functions' : 'must be a mapping, or a list of mappings';
      throw invalidSetting({ name, node }, `${expected}, and is ${kindOf(group.value)}`, { code: 'functions-invalid' });
    }
    for (const body of childNodes(group)) {
      if (body.value === null) continue;
      const key = body.path.at(-1) ?? '';
      const [first, ...more] = entries.get(key)?.bodies ?? [];
      entries.set(key, { key, bodies: first === undefined ? [body] : [first, ...more, body] });
    }
  }
  return entries;
}

async function withoutThose(
  items: readonly ConfigNode[],
  isLeftOut: (item: ConfigNode) => Promise<boolean>,
): Promise<ConfigNode[]> {
  const kept: ConfigNode[] = [];
  for (const item of items) if (!(await isLeftOut(item))) kept.push(item);
  return kept;
}

/** @throws UserError where the body is not a mapping. */
export async function readFunctionBody(
  resolver: Resolver,
  { key, bodies }: FunctionEntry,
): Promise<FunctionBody | undefined> {
  const settled = await Promise.all(bodies.map(async (node) => ({ node, body: await resolver.settle(node) })));
  const present = settled.map(({ body }) => body).filter((body) => body.value !== null);
  for (const { node, body } of settled) {
    if (body.value !== null && !isMapping(body.value)) {
      throw invalidSetting({ name: `functions.${key}`, node }, `must be a mapping, and is ${kindOf(body.value)}`, {
        code: 'functions-invalid',
        hint: 'A function is written as `handler: file.export`, one level below its name.',
      });
    }
  }
  if (present.length === 0) return undefined;

  const nodes = async (setting: string): Promise<ConfigNode[]> => {
    const found = present.map((body) => childNode(body, setting)).filter((node) => node !== undefined);
    const ends = await Promise.all(found.map(async (node) => ({ node, end: await resolver.settle(node) })));
    return ends.filter(({ end }) => end.value !== null && end.value !== '').map(({ node }) => node);
  };
  return {
    key,
    node: bodies[0],
    bodies,
    nodes,
    setting: async (setting) => {
      const found = await nodes(setting);
      const node = found.at(-1);
      if (node === undefined) return undefined;
      const values = await Promise.all(found.map((each) => resolver.value(each)));
      return { name: `functions.${key}.${setting}`, node, value: values.reduce(mergeDeep) };
    },
  };
}

/** The error for a name that no function has. */
export function unknownFunction(name: string, keys: readonly string[], functions: ConfigNode): UserError {
  if (keys.length === 0) {
    return new UserError({
      code: 'function-unknown',
      message: `There is no function ${name}: the service declares none.`,
      location: locateNode(functions),
    });
  }
  const nearest = nearestName(name, keys);
  return new UserError({
    code: 'function-unknown',
    message: `There is no function ${name} in the service. Its functions are ${keys.join(', ')}.`,
    hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
    location: locateNode(functions),
  });
}
