import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';

import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import { isMapping } from '../../document/config-node.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import type { FunctionBody } from '../function/functions.js';
import { withSetting } from './changed-body.js';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';

export const middleware: ChangingPlugin = {
  name: 'serverless-middleware',
  changes: 'adds a handler to the package that calls several, one after the other',
  here: 'the same: `pre` and `pos` of `custom.middleware`, and `middleware` of the function',
  adds: { function: ['middleware'] },
  effects: { settings: withHandler, function: withChain },
};

/** A step of the chain: the handler to call next, and the one to call if an earlier handler fails. */
interface Step {
  readonly next?: string;
  readonly caught?: string;
}

/**
 * A function that consists only of middleware has no handler of its own. Until the chain is made, its first step serves as
 * one.
 */
async function withHandler({ body }: FunctionInput): Promise<FunctionBody> {
  const own = await body.setting('middleware');
  if (!Array.isArray(own?.value) || (await body.setting('handler')) !== undefined) return body;
  const [first] = stepsOf(own, own.value);
  return withSetting(body, 'handler', own, first?.next ?? first?.caught);
}

async function withChain(fn: LambdaFunction, { service, body }: FunctionInput): Promise<LambdaFunction> {
  if (!fn.runtime.startsWith('nodejs') || fn.code.kind !== 'folder') return fn;
  const { folderName, pre, pos } = await customMapping(service.resolver, 'middleware');
  const own = await body.setting('middleware');
  const shared = { name: 'custom.middleware', node: service.resolver.root, value: undefined };
  const steps = [...stepsOf(shared, pre), ...ownSteps(fn.handler, own), ...stepsOf(shared, pos)];
  if (own === undefined && steps.length === 1) return fn;
  const folder = posix.normalize(typeof folderName === 'string' && folderName !== '' ? folderName : '.middleware');
  if (folder.startsWith('..') || posix.isAbsolute(folder)) {
    throw invalidSetting(
      { ...shared, name: 'custom.middleware.folderName' },
      `is ${folder}, which is not in the package`,
    );
  }
  const path = posix.join(folder, `${fn.name}.js`);
  const text = chainText(steps, posix.relative(folder, '.') || '.', fn.code.folder);
  return {
    ...fn,
    handler: posix.join(folder, `${fn.name}.handler`),
    addedFiles: [...(fn.addedFiles ?? []), { path, content: { text } }],
  };
}

/** `middleware` is the whole chain, or the parts before and after the handler. */
function ownSteps(handler: string, own: Setting | undefined): Step[] {
  if (own === undefined) return [{ next: handler }];
  if (!isMapping(own.value)) return stepsOf(own, own.value);
  return [...stepsOf(own, own.value['pre']), { next: handler }, ...stepsOf(own, own.value['pos'])];
}

function stepsOf(setting: Setting, list: unknown): Step[] {
  if (list === undefined || list === null) return [];
  return (Array.isArray(list) ? list : [list]).map((step: unknown) => {
    if (typeof step === 'string') return { next: step };
    const { then: next, catch: caught } = isMapping(step) ? step : {};
    if (typeof next !== 'string' && typeof caught !== 'string') {
      throw invalidSetting(setting, 'holds a step that names no handler');
    }
    return {
      ...(typeof next === 'string' ? { next } : {}),
      ...(typeof caught === 'string' ? { caught } : {}),
    };
  });
}

/**
 * The handler that calls the others. Each gets the event and the context, in which the result of the one before is stored.
 */
function chainText(steps: readonly Step[], toRoot: string, folder: string): string {
  const modules = new Map<string, string>();
  const called = (handler: string): string => {
    const [, module = handler, name = 'handler'] = /^(.*)\.([^.]+)$/.exec(handler) ?? [];
    const extension = ['.js', '.cjs', '.jsx'].find((candidate) => existsSync(resolve(folder, module + candidate)));
    const path = JSON.stringify(posix.join(toRoot, module) + (extension ?? ''));
    const variable = modules.get(path) ?? `module${modules.size}`;
    modules.set(path, variable);
    return `call(${variable}, ${JSON.stringify(name)})`;
  };
  const links = steps.map(
    (step) =>
      (step.next === undefined ? '' : `\n    .then(${called(step.next)})`) +
      (step.caught === undefined ? '' : `\n    .catch(${called(step.caught)})`),
  );
  const imports = [...modules].map(([path, variable]) => `const ${variable} = require(${path});\n`).join('');
  return `'use strict';

${imports}
exports.handler = async (event, context) => {
  let isOver = false;
  context.end = () => {
    isOver = true;
  };
  const call = (module, name) => (result) => {
    if (isOver) return result;
    context.prev = result;
    return module[name](event, context);
  };
  return Promise.resolve()${links.join('')};
};
`;
}
