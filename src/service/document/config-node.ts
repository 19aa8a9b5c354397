import { displayPath } from '../../diagnostics/display-path.js';

/** A file of the project that contains configuration, with its content. */
export interface ConfigFile {
  /** Absolute path. */
  readonly path: string;
  readonly format: 'yaml' | 'json' | 'text' | 'script';
  /** The file's text, without a byte order mark; empty for a script, whose values have no place in its text. */
  readonly text: string;
  /** Whether `readPlainYaml` has read it. */
  readonly isPlain?: boolean;
}

/**
 * A value that contains configuration. Variables are expanded only in the project's own files. A document without a file is
 * data (an environment variable, an option, a computed value), and its text is never expanded.
 */
export interface ConfigDocument {
  readonly file?: ConfigFile;
  readonly value: unknown;
}

/** A value inside a document, and the way to it. */
export interface ConfigNode {
  readonly document: ConfigDocument;
  readonly path: readonly string[];
  readonly value: unknown;
  /** Members that replace its own; `undefined` for one that is removed. */
  readonly replaced?: ReadonlyMap<string, ConfigNode | undefined>;
}

export function rootNode(document: ConfigDocument): ConfigNode {
  return { document, path: [], value: document.value };
}

/** A final value, in which no variable is expanded. */
export function dataNode(value: unknown): ConfigNode {
  return rootNode({ value });
}

/** A member of a mapping (own members only), or an item of a sequence by its index. */
export function childNode(node: ConfigNode, key: string): ConfigNode | undefined {
  if (node.replaced?.has(key)) return node.replaced.get(key);
  if (!isMapping(node.value) && !(Array.isArray(node.value) && /^\d+$/.test(key))) return undefined;
  if (!Object.hasOwn(node.value, key)) return undefined;
  const value: unknown = Reflect.get(node.value, key);
  return { document: node.document, path: [...node.path, key], value };
}

/** The members or items of a node, in their order. */
export function childNodes(node: ConfigNode): ConfigNode[] {
  if (typeof node.value !== 'object' || node.value === null) return [];
  const own = Object.entries(node.value).map(([key, value]: [string, unknown]) => ({
    document: node.document,
    path: [...node.path, key],
    value,
  }));
  return node.replaced === undefined ? own : withReplaced(own, node.replaced);
}

function withReplaced(own: readonly ConfigNode[], replaced: NonNullable<ConfigNode['replaced']>): ConfigNode[] {
  const members = new Map<string, ConfigNode | undefined>(own.map((node) => [node.path.at(-1) ?? '', node]));
  for (const [key, node] of replaced) members.set(key, node);
  return [...members.values()].filter((node) => node !== undefined);
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A node's name in messages: its dotted path, and the file if that is not the main one. */
export function nodeName(node: ConfigNode, mainDocument?: ConfigDocument): string {
  const path = node.path.join('.');
  if (node.document.file === undefined || node.document.file === mainDocument?.file) return path;
  const file = displayPath(node.document.file.path);
  return path === '' ? file : `${path} in ${file}`;
}

/** The kind of a value, in YAML's words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return 'a string';
  return typeof value === 'number' ? 'a number' : 'a boolean';
}
