// Runs a script on the Node that npm itself runs on: npm puts node_modules/.bin first on PATH, where packages that bring
// a Node of their own have theirs. Neither it nor what it starts meets that one by the name of `node`.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

const node = process.env.npm_node_execpath ?? process.execPath;
const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
const isOurs = (folder) => /[\\/]node_modules[\\/]\.bin$/.test(folder);
const folders = (process.env[path] ?? '').split(delimiter).filter((folder) => !isOurs(folder));
const env = { ...process.env, [path]: folders.join(delimiter) };

const child = spawn(node, process.argv.slice(2), { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
