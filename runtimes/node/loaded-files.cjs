'use strict';

const { sep } = require('node:path');
const { _cache: cache } = require('./module-class.cjs').Module;

// Taken before the function's code is loaded, so that its patches do not affect us.
const { keys } = Object;

const own = __dirname + sep;
/** More than that is not told, in UTF-16 units of each header: the other side takes 1 MiB of headers in all. */
const maxUnits = 256 * 1024;
/** What a header can't hold: a path with such a character in it is left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is about these
const control = /[\x00-\x1f\x7f]/;

const firstWithChannel = 22;

/** The modules that were imported, as `URL-of-the-importer specifier`. */
const imported = new Set();
const told = new Set();

/** Notes a module that the runtime itself imports, which Node.js tells from version 22 on only. */
exports.noteImported = (url) => imported.add(`${url} ${url}`);

/**
 * Notes the imports that code makes while it runs. Node.js has no such channel before version 22, where none are noted. What is
 * loaded already is not the function's.
 */
exports.watchImports = () => {
  for (const file of keys(cache)) told.add(file);
  if (Number.parseInt(process.versions.node, 10) < firstWithChannel) return;
  const { subscribe } = require('node:diagnostics_channel');
  subscribe('tracing:module.import:asyncEnd', (message) => {
    if (!('error' in message)) imported.add(`${message.parentURL} ${message.url}`);
  });
};

/**
 * The files that CommonJS has loaded and the modules that were imported, as far as they were not told before, as lines of a
 * request's head. What ES modules import by their declarations is not known here, but stands in their files.
 */
exports.loadedFiles = () => {
  try {
    return headerOf('Invoke-Local-Loaded', keys(cache)) + headerOf('Invoke-Local-Imported', imported);
  } catch {
    return ''; // The function's code has changed what this uses.
  }
};

function headerOf(name, all) {
  let text = '';
  for (const entry of all) {
    if (told.has(entry)) continue;
    told.add(entry);
    if (entry.startsWith(own) || control.test(entry)) continue;
    if (text.length + entry.length > maxUnits) break;
    text += `\t${entry}`;
  }
  return text === '' ? '' : `${name}: ${text.slice(1)}\r\n`;
}
