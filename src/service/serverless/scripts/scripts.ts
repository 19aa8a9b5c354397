import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { statusOf } from '../../../host/status-of.js';
import type { ModuleEvaluator, Reached, ResolverQuestion } from '../../../process/module-evaluator.js';
import {
  type ConfigDocument,
  type ConfigFile,
  type ConfigNode,
  isMapping,
  rootNode,
} from '../../document/config-node.js';
import { checkSize } from '../../document/value-size.js';
import type { ModuleLoader, ProjectCode } from '../../service.js';
import { type Dialect, dialectOf, inScripts } from '../root/dialect.js';
import { parseTemplate } from '../variables/parse.js';
import { SourceFailure } from '../variables/problem.js';
import type { SourceAccess } from '../variables/sources/source.js';
import { createInertText, type InertText } from './inert-text.js';
import { scriptEnvironment } from './script-environment.js';
import { isTypeScript } from './script-file.js';

type ScriptDocument = ConfigDocument & { readonly file: ConfigFile };

/** What scripts need. */
export interface ScriptInputs {
  /** The service's root, in which scripts run. Absolute. */
  readonly folder: string;
  readonly projectCode: ProjectCode;
  /** The values for `${env:}`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The values for `${opt:}`. A resolver function gets them as `options`, and every script as flags in `process.argv`. */
  readonly options: Readonly<Record<string, string>>;
}

/** What a script used as a source of variables may ask about the configuration. */
export interface ScriptContext {
  readonly root: ConfigNode;
  readonly dialect: Dialect;
}

/**
 * The scripts of a configuration: JavaScript and TypeScript of the project, run in one child process, which is started for
 * the first script and ends when this is disposed of.
 */
export interface Scripts extends AsyncDisposable {
  /**
   * The value of the configuration file: its default export, or the result of calling that. `undefined` if there is no such
   * file.
   * @throws UserError where it fails.
   */
  readConfiguration(path: string): Promise<{ readonly file: ConfigFile; readonly value: unknown } | undefined>;
  /**
   * The value at a path in a script's result; `undefined` if there is no such script, or nothing at the path.
   * @throws UserError if it fails; VariableError if it asks for something that can't be resolved
   */
  readPlace(
    path: string,
    keys: readonly string[],
    context: ScriptContext,
    access: SourceAccess,
  ): Promise<ConfigNode | undefined>;
  /** Adds variables to the environment of the scripts, from now on. */
  addVariables(variables: Readonly<Record<string, string>>): void;
}

/** Makes the scripts of a service. Nothing is started yet. */
export function createScripts({ folder, projectCode, environment, options }: ScriptInputs): Scripts {
  const variables = scriptEnvironment(environment);
  const evaluators = new Map<string, Promise<ModuleEvaluator>>();
  const documents = new Map<string, ScriptDocument>();
  const values = new Map<string, Promise<ConfigNode>>();
  let inert: InertText | undefined;

  async function evaluatorFor(path: string): Promise<ModuleEvaluator> {
    const loader = await loaderOf(path, projectCode);
    const key = JSON.stringify(loader);
    const evaluator = evaluators.get(key) ?? startEvaluator(loader);
    evaluators.set(key, evaluator);
    return evaluator;
  }

  async function startEvaluator({ nodeArgs, environment: added }: ModuleLoader): Promise<ModuleEvaluator> {
    const { createModuleEvaluator } = await import('../../../process/module-evaluator.js');
    const { runtimes, signal, onOutput, onLeft, timeoutMs = defaultTimeoutMs } = projectCode;
    const enclosure = await projectCode.enclose?.();
    signal.throwIfAborted();
    return createModuleEvaluator({
      runtimes,
      nodeArgs,
      args: ['invoke', 'local', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
      environment: { ...variables, ...added },
      workingDirectory: folder,
      enclosure,
      onOutput,
      onLeft,
      signal,
      timeoutMs,
    });
  }

  function documentOf(path: string): ScriptDocument {
    const document = documents.get(path) ?? { file: { path, format: 'script', text: '' }, value: undefined };
    documents.set(path, document);
    return document;
  }

  /** Data matters only if there are scripts that get it, so the environment is not searched before. */
  function inertText({ grammar }: Dialect): InertText {
    if (inert === undefined) {
      inert = createInertText(grammar.escapes);
      inert.add(variables);
      inert.add(options);
    }
    return inert;
  }

  /** Goes to a place once, on behalf of the first variable that asks. */
  function reach(
    document: ScriptDocument,
    path: readonly string[],
    context: ScriptContext,
    access: SourceAccess,
  ): Promise<Reached> {
    const { file } = document;
    return access.share({ document, path, value: undefined }, async (shared) => {
      const evaluator = await evaluatorFor(file.path);
      return evaluator.reach({
        module: { file: file.path, role: 'file' },
        path,
        mode: 'resolver',
        options,
        answer: async (question) => {
          const known = inertText(context.dialect);
          try {
            const value = await answerQuestion(question, file, context, shared);
            known.add(value);
            return value;
          } catch (error) {
            known.add(error instanceof Error ? error.message : undefined);
            throw error;
          }
        },
      });
    });
  }

  async function readValue(file: ConfigFile, path: readonly string[], dialect: Dialect): Promise<ConfigNode> {
    const evaluator = await evaluatorFor(file.path);
    const given = await evaluator.read({ file: file.path, role: 'file' }, path);
    checkSize(given, file.path);
    const value = inertText(dialect).protect(given);
    return { document: { file, value }, path, value };
  }

  return {
    async readConfiguration(path) {
      if (!isThere(path)) return undefined;
      const module = { file: path, role: 'configuration' };
      const evaluator = await evaluatorFor(path);
      const answer = async () => undefined;
      await evaluator.reach({ module, path: [], mode: 'plain', options, answer });
      const value = await evaluator.read(module, []);
      checkSize(value, path);
      const { file } = documentOf(path);
      const version = isMapping(value) ? value['frameworkVersion'] : undefined;
      return { file, value: inertText(dialectOf(version)).protect(value) };
    },

    async readPlace(path, keys, context, access) {
      if (!isThere(path)) return undefined;
      const document = documentOf(path);
      for (let length = 0; length <= keys.length; length += 1) {
        const reachedPath = keys.slice(0, length);
        const state = await reach(document, reachedPath, context, access);
        if (state === 'absent') return undefined;
        if (state === 'value' && length < keys.length) continue;
        const key = JSON.stringify([path, reachedPath]);
        const value = values.get(key) ?? readValue(document.file, reachedPath, context.dialect);
        values.set(key, value);
        return access.walk(await value, keys.slice(length));
      }
      return undefined;
    },

    addVariables(added) {
      Object.assign(variables, scriptEnvironment(added));
      inert?.add(added);
      for (const evaluator of evaluators.values()) {
        evaluator.then(
          (started) => started.addVariables(scriptEnvironment(added)),
          () => {},
        );
      }
    },

    async [Symbol.asyncDispose]() {
      const started = await Promise.allSettled(evaluators.values());
      evaluators.clear();
      await Promise.all(
        started.map((result) => (result.status === 'fulfilled' ? result.value[Symbol.asyncDispose]() : undefined)),
      );
    },
  };
}

const defaultTimeoutMs = 30_000;

/** What Node needs to run a script: nothing for JavaScript. */
async function loaderOf(path: string, { loaderFor }: ProjectCode): Promise<ModuleLoader> {
  if (!isTypeScript(path)) return { nodeArgs: [], environment: {} };
  if (loaderFor !== undefined) return loaderFor(path);
  throw new UserError({
    code: 'script-typescript',
    message: `${displayPath(path)} is TypeScript, which can't be run here.`,
    hint: 'Compile it to JavaScript in a step before this one.',
    location: { file: path },
  });
}

async function answerQuestion(
  question: ResolverQuestion,
  file: ConfigFile,
  { root, dialect }: ScriptContext,
  access: SourceAccess,
): Promise<unknown> {
  if ('property' in question) {
    const node = await access.walk(root, question.property);
    return node && access.value(node);
  }
  const text = `\${${question.variable}}`;
  const template = parseTemplate(text, inScripts(dialect.grammar));
  if (template?.length !== 1 || typeof template[0] !== 'object') {
    throw new SourceFailure(
      'variable-address',
      `reads ${displayPath(file.path)}, which asks for \`${question.variable}\`: that is no variable`,
      'resolveVariable takes a variable without ${ and }, such as resolveVariable("env:NAME, null").',
    );
  }
  return access.value(rootNode({ file, value: text }));
}

function isThere(path: string): boolean {
  return statusOf(path)?.isFile() === true;
}
