'use strict';

const fs = require('node:fs');
const nodeModule = require('node:module');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { withoutOwnFrames } = require('./own-frames.cjs');

/**
 * Has Node.js read no `package.json` above the function's package: in Lambda there is none, whereas here the code can be a
 * folder of a larger project. It decides what kind of modules `.js` files are, and what `#names` and the project's own name
 * mean.
 * @param {string} taskRoot Absolute: where the function's code is.
 * @param {{ isModern: boolean, importsModules: boolean }} dialect Whether `.js` files with statements of ES modules are such
 * modules where no `package.json` says so; and whether the handler is loaded by `import`.
 */
exports.boundPackageScope = (taskRoot, { isModern, importsModules }) => {
  const root = realPath(taskRoot);
  if (fs.existsSync(path.join(root, 'package.json'))) return;
  const outer = nearestManifest(path.dirname(root));
  if (outer === undefined || (outer.type !== 'module' && !outer.imports && !outer.exports)) return;
  const data = { root, names: outer.exports ? outer.name : undefined, isModern };
  patchCommonJs(data);
  if (nodeModule.registerHooks !== undefined) nodeModule.registerHooks(exports.scopeHooks(data));
  else if (importsModules) {
    nodeModule.register?.('./package-scope-hooks.mjs', pathToFileURL(__filename).href, { data });
  }
};

/** Hooks for the loading of modules of a package, as `module.registerHooks` takes them. */
exports.scopeHooks = ({ root, names, isModern }) => {
  const scope = scopeOf(root);
  return {
    resolve(specifier, context, next) {
      const { parentURL } = context;
      if (parentURL?.startsWith('file:') && scope.isOpen(fileURLToPath(parentURL))) refuse(specifier, names, parentURL);
      return withoutOwnFrames(next, undefined, [specifier, context]);
    },
    load(url, context, next) {
      const file = url.startsWith('file:') ? fileURLToPath(url) : '';
      if (!file.endsWith('.js') || !scope.isOpen(file)) return next(url, context);
      return next(url, { ...context, format: isModern ? detectedFormat(file) : 'commonjs' });
    },
  };
};

/** What `require()` loads, also for an imported CommonJS module, which Node.js leaves to it. */
function patchCommonJs({ root, names, isModern }) {
  const scope = scopeOf(root);
  const { _extensions: extensions, _resolveFilename: resolveFilename } = nodeModule;
  const load = extensions['.js'];
  extensions['.js'] = (module, file) => {
    if (!scope.isOpen(file) || (isModern && detectedFormat(file) === 'module')) return load(module, file);
    return module._compile(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), file, 'commonjs');
  };
  nodeModule._resolveFilename = function (specifier, parent, ...others) {
    if (parent?.filename && scope.isOpen(parent.filename)) refuse(specifier, names, parent.filename);
    return withoutOwnFrames(resolveFilename, this, [specifier, parent, ...others]);
  };
}

/** Tells whether the nearest `package.json` of a file of the package would be above the package. */
function scopeOf(root) {
  const known = new Map([[root, true]]);
  const isOpenFolder = (folder) => {
    let isOpen = known.get(folder);
    if (isOpen !== undefined) return isOpen;
    const isClosed = path.basename(folder) === 'node_modules' || fs.existsSync(path.join(folder, 'package.json'));
    isOpen = !isClosed && isOpenFolder(path.dirname(folder));
    known.set(folder, isOpen);
    return isOpen;
  };
  return { isOpen: (file) => file.startsWith(root + path.sep) && isOpenFolder(path.dirname(file)) };
}

/** What only the manifest above could answer is not found, as in Lambda. */
function refuse(specifier, name, parent) {
  const isImport = specifier.startsWith('#');
  if (!isImport && (name === undefined || (specifier !== name && !specifier.startsWith(`${name}/`)))) return;
  const error = new Error(`Cannot find ${isImport ? 'module' : 'package'} '${specifier}' imported from ${parent}`);
  error.code = 'MODULE_NOT_FOUND';
  throw error;
}

const syntaxOfModules =
  /^(?:Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta' outside a module|await is only valid in async functions|Identifier '(?:__filename|__dirname|require|module|exports)' has already been declared)/;

/** The format that Node.js detects where no `package.json` names one. */
function detectedFormat(file) {
  const { compileFunction } = require('node:vm');
  try {
    const source = fs.readFileSync(file, 'utf8').replace(/^#!.*/, '');
    compileFunction(source, ['exports', 'require', 'module', '__filename', '__dirname']);
    return 'commonjs';
  } catch (error) {
    return syntaxOfModules.test(error?.message) ? 'module' : 'commonjs';
  }
}

function nearestManifest(folder) {
  if (path.basename(folder) === 'node_modules') return undefined;
  const parent = path.dirname(folder);
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) ?? undefined;
  } catch (error) {
    return error instanceof SyntaxError || parent === folder ? undefined : nearestManifest(parent);
  }
}

function realPath(folder) {
  try {
    return fs.realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
