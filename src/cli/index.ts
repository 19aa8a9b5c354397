#!/usr/bin/env node
import { start } from './start.js';

const load = async () => (await import('./main.js')).main;

void start(process.argv.slice(2), import.meta.dirname, load).then((exitCode) => {
  process.exitCode = exitCode;
});
