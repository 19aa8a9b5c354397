import { type ConfigNode, childNode, rootNode } from '../../document/config-node.js';
import { isMapping } from '../values.js';
import type { ExpansionInputs, Origins } from './write-out.js';

/** A template whose includes and loops are written out. */
export interface ExpandedTemplate {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where the value at a path is written: in the template, in a loop of it, or in an included file. */
  nodeAt(path: readonly string[]): ConfigNode;
}

/**
 * Writes out `Fn::ForEach` of the transform `AWS::LanguageExtensions`, and `AWS::Include` of local files. Source:
 * CloudFormation template reference, "Fn::ForEach" and "AWS::Include transform".
 * @throws UserError where a loop or an include is malformed, or an included file is not there
 */
export async function expandTemplate(inputs: ExpansionInputs): Promise<ExpandedTemplate> {
  const { document } = inputs;
  const root = rootNode(document);
  const origins: Origins = new WeakMap();
  const needsWork = /Fn::ForEach|AWS::Include/.test(document.file?.text ?? '');
  const expanded = needsWork ? await written(inputs, root, origins) : document.value;
  const value = isMapping(expanded) ? expanded : {};
  return {
    value,
    nodeAt: (path) => {
      let node = root;
      let current: unknown = value;
      for (const key of path) {
        const origin = typeof current === 'object' && current !== null ? origins.get(current)?.get(key) : undefined;
        current = typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined;
        node = origin ??
          childNode(node, key) ?? { document: node.document, path: [...node.path, key], value: undefined };
      }
      return { document: node.document, path: node.path, value: current };
    },
  };
}

async function written(inputs: ExpansionInputs, root: ConfigNode, origins: Origins): Promise<unknown> {
  const { writeOut } = await import('./write-out.js');
  return writeOut(inputs, root, origins);
}
