'use strict';
// Evaluates the conditions of a configuration, which plugins of the framework write in JavaScript.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { runInThisContext } = require('node:vm');

const conditions = JSON.parse(process.env.INVOKE_LOCAL_CONDITIONS);
delete process.env.INVOKE_LOCAL_CONDITIONS;
globalThis.require = createRequire(join(process.cwd(), 'serverless.yml'));

module.exports = conditions.map((condition) => {
  try {
    return { isTrue: Boolean(runInThisContext(condition)) };
  } catch (error) {
    return { failure: String(error?.message ?? error) };
  }
});
