'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { provided, rightToAsk } = require('./image-packages.cjs');
const { Module } = require('./module-class.cjs');
const { withoutOwnFrames } = require('./own-frames.cjs');
const { packageName, withinImage } = require('./package-names.cjs');

/** Larger CommonJS files are not searched for imports, in bytes: reading them twice takes longer than what it saves. */
const maxSearchedBytes = 256 * 1024;

/** More files than these are not searched for imports. */
const maxSearchedFiles = 500;

const anImport = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g;

let isEnabled = false;

/**
 * Makes `import` find what `require` finds in the folders of `NODE_PATH`, and packages of Lambda's image, as the Node.js of Lambda
 * does from version 18 on: https://aws.amazon.com/blogs/compute/node-js-18-x-runtime-now-available-in-aws-lambda/
 * It is called before a file is loaded; where nothing in it needs that, nothing is done.
 * @param {string} file
 * @param {boolean} isModule Whether it is known to be an ES module.
 */
exports.searchNodePath = (file, isModule) => {
  if (isEnabled) return;
  const folders = (process.env.NODE_PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder && fs.existsSync(folder));
  const right = rightToAsk();
  if (right === undefined && folders.every((folder) => isTaskRoot(folder))) return;
  if (Module.registerHooks !== undefined) {
    if (isModule || mayImport(file)) {
      isEnabled = true;
      Module.registerHooks({ resolve: hookFor(folders) });
    }
  } else if (needsHooks(file, isModule)) {
    isEnabled = true;
    const { pathToFileURL } = require('node:url');
    const hooks = pathToFileURL(path.join(__dirname, 'import-hooks.mjs'));
    require('node:module').register(hooks.href, { data: { folders, right } });
  }
};

/** The task root is in `NODE_PATH` too, and has nothing that `import` does not find by itself but single files. */
function isTaskRoot(folder) {
  return folder === process.env.LAMBDA_TASK_ROOT;
}

/** Whether a file that may be CommonJS may import something: that can't be excluded where it is large. */
function mayImport(file) {
  try {
    return fs.statSync(file).size > maxSearchedBytes || /\bimport\b/.test(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

function hookFor(folders) {
  const { pathToFileURL, fileURLToPath } = require('node:url');
  return function searchFurther(specifier, context, next) {
    try {
      return withoutOwnFrames(next, undefined, [specifier, context]);
    } catch (error) {
      if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      const named = literal(specifier);
      if (named !== undefined) return searchFurther(named, context, next);
      if (!exports.isBare(specifier)) throw error;
      const from = (folder) => next(specifier, { ...context, parentURL: pathToFileURL(path.join(folder, '_')).href });
      for (const folder of folders) {
        const found = foundIn(folder, from);
        if (found !== undefined) return found;
      }
      const importer = context.parentURL?.startsWith('file:') ? fileURLToPath(context.parentURL) : undefined;
      const found = provided(specifier, importer, from);
      if (found === undefined) throw error;
      return found;
    }
  };
}

/** What is named of a package of the image by its literal path. */
function literal(specifier) {
  const right = rightToAsk();
  return right === undefined ? undefined : withinImage(specifier, right);
}

function foundIn(folder, from) {
  if (path.basename(folder) !== 'node_modules') return undefined;
  try {
    return from(path.dirname(folder));
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return undefined;
  }
}

/** Whether a specifier names a package. */
exports.isBare = (specifier) => /^[@\w]/.test(specifier) && !/^[\w-]+:/.test(specifier);

/** Whether a file, or one that it imports, names a package that Node would not find. */
function needsHooks(file, isModule) {
  const seen = new Set([file]);
  for (const current of seen) {
    if (seen.size > maxSearchedFiles) return true;
    let text;
    try {
      if (!isModule && fs.statSync(current).size > maxSearchedBytes) continue;
      text = fs.readFileSync(current, 'utf8');
    } catch {
      continue;
    }
    for (const [, specifier] of text.matchAll(anImport)) {
      if (literal(specifier) !== undefined) return true;
      if (/^\.{1,2}\//.test(specifier)) seen.add(path.resolve(path.dirname(current), specifier));
      else if (exports.isBare(specifier) && !Module.isBuiltin(specifier) && !isInstalled(specifier, current))
        return true;
    }
  }
  return false;
}

function isInstalled(specifier, file) {
  const name = packageName(specifier);
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'node_modules', name))) return true;
    if (path.dirname(folder) === folder) return false;
  }
}
