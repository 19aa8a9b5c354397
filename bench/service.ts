import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folders.js';

const handlerJs = `exports.hello = async (event) => ({ message: 'Hello, ' + event.name + '!' });
exports.echo = async (event) => event;
exports.logs = async () => {
  const line = 'x'.repeat(99);
  for (let count = 0; count < 500000; count++) console.log(line);
};
`;

const handlerPy = `def hello(event, context):
    return {'message': 'Hello, %s!' % event['name']}
`;

/** A Node or Python to measure with. */
export interface Interpreter {
  readonly command: string;
  readonly version: string;
}

/** A Node, and the version that it says it has. */
export function nodeAt(command: string): Interpreter {
  return { command, version: execFileSync(command, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim() };
}

/** The Python behind `python3`: the program itself, not a shim. */
export function pythonOnPath(): Interpreter | undefined {
  try {
    const script = 'import sys; print(sys.executable); print("%d.%d.%d" % sys.version_info[:3])';
    const [command = '', version = ''] = execFileSync('python3', ['-c', script], { encoding: 'utf8' }).split('\n');
    return { command, version };
  } catch {
    return undefined;
  }
}

/** Writes the service that everybody runs, for the interpreters that are there. @returns its folder */
export function writeService(node: Interpreter, py: Interpreter | undefined): string {
  const folder = temporaryFolder();
  const major = node.version.split('.')[0];
  const minor = py?.version.split('.').slice(0, 2).join('.');
  const functions = ['hello', 'echo', 'logs'].map(
    (name) => `  ${name}:\n    handler: handler.${name}\n    timeout: 60\n`,
  );
  if (minor !== undefined) functions.push(`  hello-python:\n    handler: handler.hello\n    runtime: python${minor}\n`);
  writeFileSync(
    join(folder, 'serverless.yml'),
    `service: bench\nprovider:\n  name: aws\n  runtime: nodejs${major}.x\nfunctions:\n${functions.join('')}`,
  );
  writeFileSync(join(folder, 'handler.js'), handlerJs);
  writeFileSync(join(folder, 'handler.py'), handlerPy);
  writeFileSync(join(folder, 'event.json'), '{"name":"Ada"}');
  return folder;
}
