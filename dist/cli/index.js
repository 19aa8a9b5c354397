#!/usr/bin/env node
'use strict';
void require('../parts/start.js')
  .cli(process.argv.slice(2), __dirname)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
