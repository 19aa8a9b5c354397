import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import { languageTitle, parseRuntime } from '../../lambda/function/runtimes.js';
import { nodeProvision } from '../../lambda/image/node-image.js';
import { ancestors } from '../../typescript/ancestors.js';
import { explainMissingPackage } from '../explain-missing-package.js';
import type { FailedInvocation, FindHint, Hint } from './failed-invocation.js';
import { fileLike } from './near-file.js';
import { nodePackages } from './package-manager.js';

const missingModule = /Cannot find (?:module|package) '([^']+)'(?: imported from (.+)|\nRequire stack:\n- (.+))?/;

/** A package or a file that a Node.js module loads is missing. */
export const nodeModuleHint: FindHint = (failure) => {
  const [, name, importer, requirer] = missingModule.exec(failure.errorMessage) ?? [];
  if (name === undefined) return undefined;
  const plugAndPlay = explainMissingPackage(failure.function, failure.outcome.error);
  if (plugAndPlay !== undefined) return plugAndPlay;
  const from = importer ?? requirer;
  return /^(?:[./\\]|[A-Za-z]:\\)/.test(name) ? fileHint(name, from) : packageHint(failure, packageName(name));
};

/** `@scope/name` of `@scope/name/lib/x.js`. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function packageHint({ function: fn }: FailedInvocation, name: string): Hint | undefined {
  const declared = parseRuntime(fn.runtime);
  if (declared === undefined || isBuiltin(name)) return undefined;
  const code = 'module-missing';
  const title = `${languageTitle(declared.language)} ${declared.version}`;
  const packages = nodePackages(codeRoot(fn));
  if (fn.code.kind === 'zip') {
    return {
      code,
      message: `The package ${name} is not in ${displayPath(fn.code.file)}.`,
      hint:
        nodeProvision(name, declared.version) === 'provided'
          ? `Lambda's image of ${title} has it, and this machine does not: pack it, or run \`${packages.addForDevelopment(name)}\` and add the line \`NODE_PATH=${join(codeRoot(fn), 'node_modules')}\` to \`env\` (or give it as --env), where CommonJS looks for it.`
          : 'Pack it, or put it into a layer of the service.',
    };
  }
  const declaring = declaringManifest(codeRoot(fn), name);
  if (declaring !== undefined) {
    return {
      code,
      message: `The package ${name} is in ${displayPath(declaring)}, but not installed.`,
      hint: `Run \`${packages.install}\`${inFolder(packages.folder ?? dirname(declaring))} before this step.`,
    };
  }
  switch (fn.hasForeignImage === true ? 'absent' : nodeProvision(name, declared.version)) {
    case 'provided':
    case 'provided-to-sdk':
      return {
        code: 'module-of-image',
        message: `The package ${name} is part of Lambda's image of ${title}, but this machine does not have it.`,
        hint: `Install it for development, so that a deploy leaves it out: \`${packages.addForDevelopment(name)}\`.`,
      };
    case 'formerly-provided':
      return {
        code: 'module-of-image',
        message: `The package ${name} is in Lambda's images up to nodejs16.x only: ${fn.runtime} has version 3 of the SDK, @aws-sdk/*. This fails in Lambda too.`,
        hint: `Move to @aws-sdk/*, or bring it along: \`${packages.add(name)}\`.`,
      };
    case 'moved': {
      const successor = name.replace('@aws-sdk/', '@smithy/');
      return {
        code: 'module-of-image',
        message: `The package ${name} left the AWS SDK in 2023, and Lambda's image of ${title} does not have it. This fails in Lambda too.`,
        hint: `Move to ${successor}, and bring it along: \`${packages.add(successor)}\`.`,
      };
    }
    case 'absent': {
      const near = nearestName(name, declaredPackages(codeRoot(fn)));
      return {
        code,
        message: `The package ${name} is neither installed nor in a package.json. This fails in Lambda too, unless a layer has it.`,
        hint:
          near === undefined
            ? `Add it: \`${packages.add(name)}\`.`
            : `Did you mean ${near}? Else add it: \`${packages.add(name)}\`.`,
      };
    }
  }
}

/** Where a command has to run; empty for the working folder. */
function inFolder(folder: string): string {
  const shown = displayPath(folder);
  return shown === '.' ? '' : ` in ${shown}`;
}

function fileHint(name: string, from: string | undefined): Hint | undefined {
  const path = from === undefined ? name : resolve(dirname(from), name);
  const whole = ['.js', '.mjs', '.cjs', '/index.js'].find((extension) => existsSync(path + extension));
  const shown =
    from === undefined
      ? name
      : `${name.startsWith('.') ? name : displayPath(name)}, which ${displayPath(from)} asks for,`;
  if (whole !== undefined) {
    return {
      code: 'module-extension',
      message: `There is no file ${shown} by that name: an ES module has to give the whole name of a file.`,
      hint: `Write ${basename(path)}${whole}.`,
    };
  }
  const near = fileLike(dirname(path), basename(path));
  if (near === undefined) return undefined;
  const [wanted, found] = [basename(path, extname(path)), basename(near, extname(near))];
  return {
    code: 'module-file',
    message: `There is no file ${shown}${wanted !== found && wanted.toLowerCase() === found.toLowerCase() ? ' but one that differs in upper and lower case: Lambda tells them apart.' : ' but one with nearly its name.'}`,
    hint: `Did you mean ${displayPath(near)}?`,
  };
}

/** The nearest package.json that declares a package; it may be above the service's folder, as in a workspace. */
function declaringManifest(sourceRoot: string, name: string): string | undefined {
  return manifests(sourceRoot).find((file) => dependenciesOf(file).includes(name));
}

function declaredPackages(sourceRoot: string): string[] {
  return manifests(sourceRoot).flatMap(dependenciesOf);
}

function manifests(sourceRoot: string): string[] {
  return [...ancestors(sourceRoot)].map((folder) => join(folder, 'package.json')).filter(existsSync);
}

function dependenciesOf(manifest: string): string[] {
  const content = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, object | undefined>;
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) =>
    Object.keys(content[key] ?? {}),
  );
}
