#!/usr/bin/env node
import { main } from './main.js';

void main(process.argv.slice(2), import.meta.dirname).then((exitCode) => {
  process.exitCode = exitCode;
});
