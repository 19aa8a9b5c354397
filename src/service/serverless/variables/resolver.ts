import type { UserError } from '../../../diagnostics/user-error.js';
import {
  type ConfigDocument,
  type ConfigFile,
  type ConfigNode,
  childNode,
  childNodes,
  dataNode,
  nodeName,
  rootNode,
} from '../../document/config-node.js';
import { invalidSetting } from '../../document/settings.js';
import { createValueCounter, maxValues } from '../../document/value-size.js';
import { type Dialect, inScripts, version3 } from '../root/dialect.js';
import { parseTemplate } from './parse.js';
import { SourceFailure, VariableError } from './problem.js';
import type { MissingValue, Source, SourceAccess, SourceCall } from './sources/source.js';
import { spliceText } from './splice.js';
import { type LiteralValue, type Template, type TypedSource, type Variable, VariableSyntaxError } from './syntax.js';
import { findWay, type Task } from './wait-graph.js';

/** The longest chain of values that wait for each other. A longer one is a mistake. */
const maxDepth = 1000;

/**
 * Resolves the variables of a configuration: lazily (only what is asked for), in parallel, and each string once.
 * Every function may throw a {@link VariableError}, or a UserError of a file that does not parse.
 */
export interface Resolver {
  readonly root: ConfigNode;
  /** Follows a node that is a single variable to its value, without resolving anything inside the value. */
  settle(node: ConfigNode): Promise<ConfigNode>;
  /** Follows a path below a node; `undefined` if it leads nowhere. The node at its end is no variable any more. */
  walk(from: ConfigNode, path: readonly string[]): Promise<ConfigNode | undefined>;
  /** A node's value with everything in it resolved. It must not be changed, because several places may share it. */
  value(node: ConfigNode): Promise<unknown>;
  /** What a node was settled to already; the node itself where there is nothing to settle, `undefined` if it was not yet. */
  settled(node: ConfigNode): ConfigNode | undefined;
}

interface MemoisedTask extends Task {
  result: Promise<unknown>;
  isDone: boolean;
  /** What it resolved to, once it did. */
  outcome?: unknown;
}

type Work<Result> = (task: Task) => Promise<Result>;

/** Finds the source of a variable that is not built in. @throws SourceFailure where there is none. */
export type FindSource = (variable: TypedSource, access: SourceAccess) => Promise<Source>;

/**
 * Makes a resolver for a document. The name at the start of a variable chooses its source in `sources`, else through
 * `findSource`. By default the dialect is version 3's.
 */
export function createResolver(
  document: ConfigDocument,
  sources: ReadonlyMap<string, Source>,
  { findSource, dialect = version3 }: { findSource: FindSource; dialect?: Dialect },
): Resolver {
  const root = rootNode(document);
  const settling = new WeakMap<ConfigDocument, Map<string, MemoisedTask>>();
  const sharing = new WeakMap<ConfigDocument, Map<string, MemoisedTask>>();
  const completing = new WeakMap<ConfigDocument, Map<string, MemoisedTask>>();
  const plain = new WeakMap<object, boolean>();
  const countValues = createValueCounter();
  const scriptGrammar = inScripts(dialect.grammar);

  /** Does the work for a node once. Other tasks wait for it, unless it is waiting for them. */
  async function once<Result>(
    memo: WeakMap<ConfigDocument, Map<string, MemoisedTask>>,
    node: ConfigNode,
    by: Task | undefined,
    work: Work<Result>,
  ): Promise<Result> {
    const tasks = memo.get(node.document) ?? new Map<string, MemoisedTask>();
    memo.set(node.document, tasks);
    const key = keyOf(node);
    let task = tasks.get(key);
    if (task === undefined) {
      task = { node, depth: (by?.depth ?? 0) + 1, waitsFor: new Set(), result: Promise.resolve(), isDone: false };
      if (task.depth > maxDepth) {
        throw new SourceFailure('variable-too-deep', `is the end of a chain of more than ${maxDepth} values`);
      }
      tasks.set(key, task);
      const started = task;
      by?.waitsFor.add(started);
      started.result = work(started)
        .then((outcome) => {
          started.outcome = outcome;
          return outcome;
        })
        .finally(() => {
          started.isDone = true;
        });
    } else if (by !== undefined && !task.isDone) {
      const circle = findWay(task, by);
      if (circle !== undefined) throw circularFailure(circle);
      by.waitsFor.add(task);
    }
    try {
      return (await task.result) as Result;
    } finally {
      by?.waitsFor.delete(task);
    }
  }

  function settled(node: ConfigNode): ConfigNode | undefined {
    if (!hasVariables(node)) return node;
    return settling.get(node.document)?.get(keyOf(node))?.outcome as ConfigNode | undefined;
  }

  async function settle(node: ConfigNode, by?: Task): Promise<ConfigNode> {
    if (!hasVariables(node)) return node;
    const { value: text, document } = node;
    return once(settling, node, by, async (task) => {
      try {
        const template = parseTemplate(text, document.file.format === 'script' ? scriptGrammar : dialect.grammar);
        return template === undefined ? node : await evaluateTemplate(template, task);
      } catch (error) {
        throw attribute(error, node);
      }
    });
  }

  async function walk(from: ConfigNode, path: readonly string[], by?: Task): Promise<ConfigNode | undefined> {
    let node = await settle(from, by);
    for (const key of path) {
      const child = childNode(node, key);
      if (child === undefined) return undefined;
      node = await settle(child, by);
    }
    return node;
  }

  async function value(node: ConfigNode, by?: Task): Promise<unknown> {
    const settled = await settle(node, by);
    const { value: container, replaced } = settled;
    if (typeof container !== 'object') return container;
    if (replaced === undefined && (settled.document.file === undefined || isPlain(container))) return container;
    const complete = once(completing, settled, by, async (task) => {
      const members = await Promise.all(
        childNodes(settled).map(async (child) => [child.path.at(-1) ?? '', await value(child, task)] as const),
      );
      const result = Array.isArray(container) ? members.map(([, member]) => member) : Object.fromEntries(members);
      if (countValues(result) > maxValues) throw tooManyValues(settled);
      return result;
    });
    try {
      return await complete;
    } catch (error) {
      throw settled === node ? error : attribute(error, node);
    }
  }

  /** Whether a value surely contains no variable. */
  function isPlain(candidate: unknown): boolean {
    if (typeof candidate === 'string') return !candidate.includes('${');
    if (typeof candidate !== 'object' || candidate === null) return true;
    const known = plain.get(candidate);
    if (known !== undefined) return known;
    const answer = Object.values(candidate).every(isPlain);
    plain.set(candidate, answer);
    return answer;
  }

  async function evaluateTemplate(template: Template, task: Task): Promise<ConfigNode> {
    const [only] = template;
    if (template.length === 1 && typeof only === 'object') return evaluateVariable(only, task);
    const pieces = await Promise.all(
      template.map(async (part) => {
        if (typeof part === 'string') return part;
        const piece = await value(await evaluateVariable(part, task), task);
        try {
          return spliceText(piece, dialect.nullInText);
        } catch (error) {
          throw attribute(error, task.node, part);
        }
      }),
    );
    return dataNode(pieces.join(''));
  }

  async function evaluateVariable(variable: Variable, task: Task): Promise<ConfigNode> {
    let explain: (() => MissingValue) | undefined;
    for (const source of variable.sources) {
      if (source.kind === 'literal') {
        return typeof source.value === 'object' && source.value !== null
          ? evaluateTemplate(source.value, task)
          : dataNode(source.value);
      }
      try {
        const handler = sources.get(source.type) ?? (await findSource(source, accessOf(task)));
        const call = await evaluateCall(source, task);
        const node = await handler.resolve(call, accessOf(task));
        const settled = node && (await settle(node, task));
        if (settled !== undefined && settled.value !== null && settled.value !== undefined) return settled;
        explain = () => handler.explainMissing(call);
      } catch (error) {
        throw attribute(error, task.node, variable);
      }
    }
    const missing = explain?.() ?? { reason: 'has no source' };
    const { text, offset } = variable;
    throw new VariableError({ code: 'variable-missing', node: task.node, text, offset, ...missing });
  }

  async function evaluateCall({ params, address }: TypedSource, task: Task): Promise<SourceCall> {
    const evaluate = async (part: LiteralValue | Template): Promise<unknown> =>
      typeof part === 'object' && part !== null ? value(await evaluateTemplate(part, task), task) : part;
    const [evaluatedAddress, ...evaluatedParams] = await Promise.all([
      address === undefined ? undefined : evaluate(address),
      ...params.map(evaluate),
    ]);
    return {
      params: evaluatedParams,
      address: evaluatedAddress === undefined ? undefined : spliceText(evaluatedAddress, dialect.nullInText),
    };
  }

  const accessOf = (task: Task): SourceAccess => ({
    walk: (from, path) => walk(from, path, task),
    value: (node) => value(node, task),
    share: (node, work) => once(sharing, node, task, (shared) => work(accessOf(shared))),
  });

  function tooManyValues(node: ConfigNode): UserError {
    return invalidSetting(
      { name: nodeName(node, document), node },
      `holds more than ${maxValues.toLocaleString('en')} values, its variables resolved`,
      { code: 'config-too-large', hint: 'Look for variables that multiply each other.' },
    );
  }

  function circularFailure(circle: readonly Task[]): SourceFailure {
    const names = [...circle, ...circle.slice(0, 1)].map((task) => nodeName(task.node, document));
    const distinct = names.filter((name, index) => index === 0 || name !== names[index - 1]);
    return new SourceFailure('variable-circular', `refers to itself: ${distinct.join(' -> ')}`);
  }

  return {
    root,
    settle: (node) => settle(node),
    walk: (from, path) => walk(from, path),
    value: (node) => value(node),
    settled,
  };
}

/** Whether a node is a text of the project in which variables are expanded. */
function hasVariables(node: ConfigNode): node is TemplateNode {
  return typeof node.value === 'string' && node.document.file !== undefined && node.value.includes('${');
}

interface TemplateNode extends ConfigNode {
  readonly value: string;
  readonly document: ConfigDocument & { readonly file: ConfigFile };
}

/** Tells the nodes of a document apart. */
function keyOf({ path }: ConfigNode): string {
  return path.join('\0');
}

/** Adds to a failure the variable that it is about, or to a problem elsewhere the string that needs that variable. */
function attribute(error: unknown, node: ConfigNode, variable?: Variable): unknown {
  if (error instanceof VariableError) {
    return error.problem.node === node ? error : new VariableError({ ...error.problem, neededBy: node });
  }
  if (error instanceof VariableSyntaxError) {
    const { text, offset, message } = error;
    return new VariableError({ code: 'variable-syntax', node, text, offset, reason: message });
  }
  if (error instanceof SourceFailure) {
    const { text, offset } = variable ?? { text: String(node.value), offset: 0 };
    const { code, message, hint, question } = error;
    return new VariableError({ code, node, text, offset, reason: message, hint, question });
  }
  return error;
}
