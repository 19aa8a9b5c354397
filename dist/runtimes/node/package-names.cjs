'use strict';

const fs = require('node:fs');

/** `@scope/name` of `@scope/name/lib/x.js`. */
exports.packageName = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/**
 * Whether the other side of the Runtime API may be asked for a package.
 * @param {{ names: readonly string[] }} right A name that ends with `/` stands for all that begin with it.
 */
exports.isAskable = (name, { names }) =>
  names.some((known) => (known.endsWith('/') ? name.startsWith(known) : name === known));

/**
 * What a path or a URL names in a package that Lambda's image has, where its packages are there: `@aws-sdk/client-s3/dist-cjs/index.js`.
 * `undefined` for anything else.
 */
exports.withinImage = (specifier, right) => {
  const [, named] = /^(?:file:\/\/)?\/var\/runtime\/node_modules\/(.+)/.exec(specifier) ?? [];
  return named !== undefined && exports.isAskable(exports.packageName(named), right) ? named : undefined;
};

/** The packages to ask for that a file of the function names, so that they are got together. */
exports.namedIn = (file, right) => {
  if (file === undefined || /[\\/]node_modules[\\/]/.test(file)) return [];
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const named = Array.from(text.matchAll(/['"]((?:@[\w.-]+\/)?[\w.-]+)[^'"\n]*['"]/g), ([, name]) => name);
  return named.filter((name) => exports.isAskable(name, right));
};

/** The URL of a question for packages, the one that is needed first. */
exports.questionUrl = (names, { address }) =>
  `http://${address}/invoke-local/packages?${names.map((name) => `name=${encodeURIComponent(name)}`).join('&')}`;
