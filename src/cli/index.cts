#!/usr/bin/env node
// CommonJS: an ES module as the entry costs Node several milliseconds more at every start.
void import(/* webpackMode: "eager" */ './main.js').then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2), __dirname);
});
