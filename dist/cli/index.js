#!/usr/bin/env node
'use strict';
void require('../parts/engine.js')
  .cli(process.argv.slice(2), __dirname)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
