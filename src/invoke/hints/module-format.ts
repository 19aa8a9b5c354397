import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayPath } from '../../diagnostics/display-path.js';
import { realPath } from '../../diagnostics/real-path.js';
import { isBelow } from '../../host/path-below.js';
import { ancestors } from '../../typescript/ancestors.js';
import type { FailedInvocation, FindHint, Hint } from './failed-invocation.js';
import { findHandlerFile } from './handler-source.js';

const esmSyntax =
  /SyntaxError: (?:Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta' outside a module|await is only valid in async functions and the top level bodies of modules)/;
const commonJsName = /^(require|module|exports|__dirname|__filename) is not defined in ES module scope/;
const requiredModule =
  /^require\(\) of ES Module (.+?) from (.+?) not supported|^require\(\) cannot be used on an ESM graph/;

/** An ES module that was loaded as CommonJS, or the other way round. */
export const moduleFormatHint: FindHint = (failure) => {
  const { errorMessage } = failure;
  if (esmSyntax.test(errorMessage)) return esModuleAsCommonJs(failure);
  const name = commonJsName.exec(errorMessage)?.[1];
  if (name !== undefined) return commonJsAsEsModule(failure, name);
  if (!requiredModule.test(errorMessage)) return undefined;
  const [, required, from] = requiredModule.exec(errorMessage) ?? [];
  return {
    code: 'module-format',
    message: `${from === undefined ? 'CommonJS code' : displayPath(from)} requires ${required === undefined ? 'an ES module' : `the ES module ${displayPath(required)}`}: Lambda's Node.js does not do that, whatever version it is.`,
    hint: 'Load it with `await import(…)`, make the importing file an ES module too, or bundle the function.',
  };
};

function esModuleAsCommonJs({ function: fn, taskRoot, outcome, trace }: FailedInvocation): Hint {
  const named = /^((?:[A-Za-z]:)?[/\\].+?\.[cm]?js):\d+$/m.exec([...trace, outcome.stderrTail].join('\n'))?.[1];
  const file = named ?? withEsmSyntax(findHandlerFile(taskRoot, fn.handler));
  const shown = file === undefined ? 'A file' : displayPath(file);
  const nearest = file === undefined ? undefined : nearestManifest(dirname(file));
  const manifest = nearest === undefined || isAbove(nearest, taskRoot) ? undefined : nearest;
  const isCommonJs = file?.endsWith('.cjs') ?? false;
  if (nearest !== undefined && manifest === undefined && !isCommonJs) {
    return {
      code: 'module-format',
      message: `${shown} is an ES module, and is loaded as CommonJS: ${displayPath(nearest)} is above the function's code, and no part of its package.`,
      hint: `Add a package.json with \`"type": "module"\` to ${displayPath(taskRoot)}, or give the file the extension .mjs.`,
    };
  }
  return {
    code: 'module-format',
    message: `${shown} is an ES module, and is loaded as CommonJS, which ${isCommonJs ? 'its extension .cjs says' : `it is unless ${manifest === undefined ? 'a package.json beside it' : displayPath(manifest)} says otherwise`}.`,
    hint: isCommonJs
      ? 'Give it the extension .mjs.'
      : `Add \`"type": "module"\` to ${manifest === undefined ? 'the package.json' : displayPath(manifest)}, or give the file the extension .mjs.`,
  };
}

/** The file, if it contains statements of an ES module; if not, the problem is in a file that it loads. */
function withEsmSyntax(file: string | undefined): string | undefined {
  return file !== undefined && /^\s*(?:import|export)\b/m.test(readFileSync(file, 'utf8')) ? file : undefined;
}

function commonJsAsEsModule({ function: fn, taskRoot, trace }: FailedInvocation, name: string): Hint {
  const frame = /file:\/\/\S+?(?=:\d+:\d+)/.exec(trace.join('\n'))?.[0];
  const file = frame === undefined ? findHandlerFile(taskRoot, fn.handler) : fileURLToPath(frame);
  const shown = file === undefined ? 'A file' : displayPath(file);
  const manifest = file === undefined || file.endsWith('.mjs') ? undefined : nearestManifest(dirname(file));
  const why = manifest === undefined ? 'by its extension .mjs' : `for ${displayPath(manifest)} has "type": "module"`;
  const instead: Readonly<Record<string, string>> = {
    require: 'Use `import`, or `createRequire` of node:module',
    module: 'Use `export`',
    exports: 'Use `export`',
    __dirname: 'Use `import.meta.dirname`',
    __filename: 'Use `import.meta.filename`',
  };
  return {
    code: 'module-format',
    message: `${shown} uses \`${name}\` of CommonJS, and is an ES module ${why}.`,
    hint: `${instead[name]}, or give the file the extension .cjs.`,
  };
}

/** Whether a manifest is in a folder around the code, where Lambda has none. */
function isAbove(manifest: string, taskRoot: string): boolean {
  const root = realPath(taskRoot);
  return realPath(dirname(manifest)) !== root && isBelow(root, realPath(dirname(manifest)));
}

function nearestManifest(folder: string): string | undefined {
  const manifest = [...ancestors(folder)].map((current) => join(current, 'package.json')).find(existsSync);
  return manifest !== undefined && readFileSync(manifest, 'utf8') !== '' ? manifest : undefined;
}
