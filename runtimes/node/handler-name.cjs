'use strict';

const path = require('node:path');
const { MalformedHandlerName } = require('./errors.cjs');

/**
 * Splits a handler string as Lambda does: the root up to the last slash, then the module up to the first dot, then the path
 * of the export.
 * @param {string} handler Such as `src/api/users.handlers.get`.
 * @returns {{ root: string, module: string, exportPath: string[] }}
 */
exports.parseHandlerName = (handler) => {
  if (handler.includes('..')) {
    throw new MalformedHandlerName(
      `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const name = path.basename(handler);
  const dot = name.indexOf('.');
  if (dot < 0) throw new MalformedHandlerName('Bad handler');
  return {
    root: handler.slice(0, handler.lastIndexOf(name)),
    module: name.slice(0, dot),
    exportPath: name.slice(dot + 1).split('.'),
  };
};
