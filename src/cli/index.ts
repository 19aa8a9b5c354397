#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from '../invoke/installation.js';
import { main } from './main.js';

process.exitCode = await main(process.argv.slice(2), installation(import.meta.dirname));

/** The bootstraps lie in the nearest folder above that has them; the chunks beside this one. */
function installation(entry: string): Installation {
  let root = entry;
  while (!existsSync(join(root, 'runtimes', 'node')) && dirname(root) !== root) root = dirname(root);
  return { runtimes: join(root, 'runtimes'), chunks: dirname(entry) };
}
