'use strict';

/**
 * What `node:module` exports: the class of the modules that are here. The rest of its code takes a start almost a millisecond to load, and
 * adds to the class what only few need, such as `register` and `createRequire`.
 * @type {typeof import('node:module')}
 */
exports.Module = require.main?.constructor ?? require('node:module');
