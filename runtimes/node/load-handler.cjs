'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { parseHandlerName } = require('./handler-name.cjs');
const { noteImported } = require('./loaded-files.cjs');

/** Names the compiled file of a module whose source is not JavaScript. The handler does not see it. */
const compiledVariable = 'INVOKE_LOCAL_COMPILED_HANDLER';

/** Names the folder that takes the place of `/opt`, if the handler is in a layer. The handler does not see it. */
const optVariable = 'INVOKE_LOCAL_OPT';

/**
 * Loads the module that a handler string names, and finds the handler in it.
 * @param {string} taskRoot Absolute: where the function's code is.
 * @param {string} handlerName
 * @param {{ isModern: boolean, searchesNodePath?: boolean }} dialect `searchesNodePath`: whether `import` looks there too.
 * @returns {Promise<Function>}
 * @throws {Error} One of Lambda's own errors, or what the module threw.
 */
exports.loadHandler = async (taskRoot, handlerName, { isModern, searchesNodePath = false }) => {
  const { root: named, module, exportPath } = parseHandlerName(handlerName);
  const opt = process.env[optVariable];
  delete process.env[optVariable];
  const root = opt === undefined ? named : named.replace(/^\/opt(?=\/)/, () => opt);
  const file = path.resolve(taskRoot, root, module);
  const compiled = process.env[compiledVariable];
  delete process.env[compiledVariable];
  if (!compiled && isWithinProject(taskRoot)) {
    const { boundPackageScope } = require('./package-scope.cjs');
    boundPackageScope(taskRoot, { isModern, importsModules: isModern || fs.existsSync(`${file}.mjs`) });
  }
  let exported;
  beforeLoading = searchesNodePath ? require('./import-paths.cjs').searchNodePath : () => {};
  try {
    exported =
      (compiled && (await loadCompiled(compiled, isModern))) ||
      (await (isModern ? importFirst(file) : loadFirst(file, taskRoot))) ||
      require(require.resolve(module, { paths: [taskRoot, path.resolve(taskRoot, root)] }));
  } catch (error) {
    throw loadError(error, isModern);
  }
  const handler = isModern ? findModern(exported, exportPath) : find(exported, exportPath);
  if (typeof handler === 'function') return handler;
  const { HandlerNotFound } = require('./errors.cjs');
  throw new HandlerNotFound(`${handlerName} is ${handler ? 'not a function' : 'undefined or not exported'}`);
};

/** Called with each file before it is loaded, and whether it is an ES module. */
let beforeLoading = () => {};

/** Loads compiled code with its source maps, so that stack traces name the source. */
async function loadCompiled(file, isModern) {
  process.setSourceMapsEnabled(true);
  return isModern || file.endsWith('.mjs') ? await importFile(file, file.endsWith('.mjs')) : requireFile(file);
}

/** The order up to Node.js 22: CommonJS by `require`, ES modules by `import`. */
async function loadFirst(file, taskRoot) {
  const isModule = isModuleFolder(path.dirname(file), taskRoot);
  return (
    requireFile(file) ||
    (isModule ? await importFile(`${file}.js`, true) : requireFile(`${file}.js`)) ||
    (await importFile(`${file}.mjs`, true)) ||
    requireFile(`${file}.cjs`)
  );
}

/** The order from Node.js 24 on: everything by `import`. */
async function importFirst(file) {
  for (const extension of ['', '.js', '.mjs', '.cjs']) {
    const exported = await importFile(file + extension, extension === '.mjs');
    if (exported) return exported;
  }
  return undefined;
}

function requireFile(file) {
  if (!fs.existsSync(file)) return undefined;
  beforeLoading(file, false);
  return require(file);
}

/** @param {boolean} isModule Whether it is known to be an ES module. */
async function importFile(file, isModule) {
  if (!fs.existsSync(file)) return undefined;
  beforeLoading(file, isModule);
  const { pathToFileURL } = require('node:url');
  const { href } = pathToFileURL(file);
  const exported = await import(href);
  noteImported(href);
  return exported;
}

/** Whether the nearest `package.json` is above the code, where Lambda has none. */
function isWithinProject(taskRoot) {
  let folder = taskRoot;
  if (fs.existsSync(path.join(folder, 'package.json'))) return false;
  for (let parent = path.dirname(folder); parent !== folder; parent = path.dirname(folder)) {
    folder = parent;
    if (fs.existsSync(path.join(folder, 'package.json'))) return true;
  }
  return false;
}

/** Whether the nearest `package.json` of the code makes the `.js` files of a folder ES modules. */
function isModuleFolder(folder, taskRoot) {
  if (path.basename(folder) === 'node_modules') return false;
  const manifest = path.join(folder, 'package.json');
  let text;
  try {
    text = fs.readFileSync(manifest, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') return ignoreManifest(manifest, error);
    const parent = path.dirname(folder);
    return folder === taskRoot || parent === folder ? false : isModuleFolder(parent, taskRoot);
  }
  try {
    return JSON.parse(text)?.type === 'module';
  } catch (error) {
    return ignoreManifest(manifest, error);
  }
}

function ignoreManifest(manifest, error) {
  console.warn(`${manifest} cannot be read, it will be ignored for ES module detection purposes.`, error);
  return false;
}

function find(exported, exportPath) {
  return exportPath.reduce((value, key) => value?.[key], exported);
}

/** From Node.js 24 on, the default export is searched too, and only objects are searched for further names. */
function findModern(exported, exportPath) {
  const within = (start) =>
    exportPath.reduce((value, key) => (value && typeof value === 'object' ? value[key] : undefined), start);
  const isObject = typeof exported === 'object' && exported !== null;
  return within(exported) || (isObject && 'default' in exported ? within(exported.default) : undefined);
}

function loadError(error, isModern) {
  const { ImportModuleError, UserCodeSyntaxError } = require('./errors.cjs');
  if (error instanceof SyntaxError) {
    const wrapped = new UserCodeSyntaxError(String(error), { cause: error });
    if (isModern) wrapped.stack = error.stack;
    return wrapped;
  }
  // Up to Node.js 22, reading `code` of a thrown null or undefined fails, and that failure becomes the error.
  const code = isModern ? error?.code : error.code;
  return code === 'MODULE_NOT_FOUND' ? new ImportModuleError(String(error)) : error;
}
