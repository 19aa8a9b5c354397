import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findOnPath } from '../../src/host/search-path.js';
import { entry, nodeRuntime } from '../cli/command.js';
import { roomMakers } from '../lambda/containment/users.js';

const makers = roomMakers('user-namespaces');
const files: Readonly<Record<string, string>> = {
  'serverless.yml': `service: closed
provider: { name: aws, runtime: ${nodeRuntime} }
functions:
  node: { handler: node.handler }
  python: { handler: python.handler, runtime: python3.12 }
  ruby: { handler: ruby.handler, runtime: ruby3.3 }
  custom: { handler: any, runtime: provided.al2023 }
  extended: { handler: node.handler, layers: [{ Ref: ExtensionLambdaLayer }] }
  crash: { handler: crash.handler }
  calls: { handler: calls.handler }
  outside: { handler: outside.handler }
  registers: { handler: registers.handler }
layers:
  extension: { path: layer }
`,
  'node.js': `const { connect } = require('node:net');
const { lookup } = require('node:dns');
const dial = (host, port) => new Promise((resolve) => {
  const socket = connect(port, host, () => { socket.destroy(); resolve('connected'); });
  socket.on('error', (error) => resolve(error.code));
});
exports.handler = async ({ port }) => ({
  outside: await dial('192.0.2.1', 80),
  machine: await dial('127.0.0.1', port),
  name: await new Promise((resolve) => lookup('invoke-local.example', (error) => resolve(error.code))),
});`,
  'python.py': `import errno, os, socket
def dial(host, port):
    try:
        socket.create_connection((host, port), 2).close()
        return 'connected'
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error.errno))
def name():
    try:
        socket.getaddrinfo('invoke-local.example', 80)
    except socket.gaierror as error:
        return {socket.EAI_AGAIN: 'EAI_AGAIN', socket.EAI_NONAME: 'ENOTFOUND'}.get(error.errno, error.errno)
def handler(event, context):
    return {'outside': dial('192.0.2.1', 80), 'machine': dial('127.0.0.1', event['port']), 'name': name()}
`,
  'ruby.rb': `require 'socket'
def dial(host, port)
  Socket.tcp(host, port, connect_timeout: 2) { 'connected' }
rescue SystemCallError => error
  error.class.name.split('::').last
end
def name
  Addrinfo.getaddrinfo('invoke-local.example', 80)
rescue SocketError
  'EAI_AGAIN'
end
def handler(event:, context:)
  { outside: dial('192.0.2.1', 80), machine: dial('127.0.0.1', event['port']), name: name }
end
`,
  bootstrap: `#!/bin/bash
ask() {
  exec 3<>/dev/tcp/\${AWS_LAMBDA_RUNTIME_API/://}
  printf '%s\\r\\nHost: x\\r\\nConnection: close\\r\\n' "$1 /2018-06-01/runtime/invocation/$2 HTTP/1.1" >&3
  printf 'Content-Length: %s\\r\\n\\r\\n%s' "\${#3}" "$3" >&3
  cat <&3
}
dial() { (exec 4<>/dev/tcp/$1/$2) 2>&1 | sed -n '$s/.*refused/ECONNREFUSED/p; $s/.*unreachable/ENETUNREACH/p'; }
while :; do
  next=$(ask GET next '')
  id=$(sed -n 's/^lambda-runtime-aws-request-id: *\\([0-9a-f-]*\\).*/\\1/ip' <<< "$next")
  port=$(sed -n 's/.*"port": *\\([0-9]*\\).*/\\1/p' <<< "$next")
  getent hosts invoke-local.example > /dev/null && name=found || name=EAI_AGAIN
  answer="{\\"outside\\":\\"$(dial 192.0.2.1 80)\\",\\"machine\\":\\"$(dial 127.0.0.1 $port)\\",\\"name\\":\\"$name\\"}"
  ask POST "$id/response" "$answer" > /dev/null
done
`,
  'layer/extensions/registering': `#!/bin/bash
ask() {
  exec 3<>/dev/tcp/\${AWS_LAMBDA_RUNTIME_API/://}
  printf '%s\\r\\nHost: x\\r\\nConnection: close\\r\\n%s\\r\\n' "$1 /2020-01-01/extension/$2 HTTP/1.1" "$3" >&3
  printf 'Content-Length: %s\\r\\n\\r\\n%s' "\${#4}" "$4" >&3
  cat <&3
}
answer=$(ask POST register 'Lambda-Extension-Name: registering' '{"events":["INVOKE"]}')
id=$(sed -n 's/^lambda-extension-identifier: *\\([0-9a-f-]*\\).*/\\1/ip' <<< "$answer")
(exec 4<>/dev/tcp/192.0.2.1/80) 2>&1 | sed -n '$s/.*: /the extension: /p'
while :; do ask GET event/next "Lambda-Extension-Identifier: $id" '' > /dev/null; done
`,
  'crash.js': "exports.handler = async () => process.kill(process.pid, 'SIGSEGV');",
  'calls.js': `exports.handler = async () => {
  const answer = await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15',
    headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'sts.eu-west-1.amazonaws.com',
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20300101/eu-west-1/sts/aws4_request, SignedHeaders=host, Signature=0' } });
  return { status: answer.status, says: await answer.text() };
};`,
  'outside.js': "exports.handler = async () => { await fetch('http://192.0.2.1/'); };",
  'registers.mjs': `const base = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2020-01-01/extension/';
const { status, headers } = await fetch(base + 'register', { method: 'POST', body: '{"events":["INVOKE"]}', headers: { 'Lambda-Extension-Name': 'inner' } });
const next = () => fetch(base + 'event/next', { headers: { 'Lambda-Extension-Identifier': headers.get('lambda-extension-identifier') } });
next().then(next, () => {}).catch(() => {});
export const handler = async () => status;`,
};
let folder = '';
let machine: Server;

beforeAll(async () => {
  folder = mkdtempSync('/tmp/invoke-local-network-');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content, { mode: 0o755 });
  }
  chmodSync(folder, 0o777);
  machine = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => machine.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  machine.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

async function run(prefix: readonly string[], name: string, ...more: readonly string[]): Promise<Printed> {
  const { port } = machine.address() as AddressInfo;
  const [command = '', ...args] = [...prefix, process.execPath, entry, '-f', name, '-d', JSON.stringify({ port })];
  const child = spawn(command, [...args, ...more], { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder } });
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, status: await status };
}

const closed = ['--network', 'none'];

if (makers.length === 0) test.skip('a function without a network needs Linux', () => {});
else
  describe.each(makers.map((maker) => [maker.title, maker] as const))('by %s, without a network', (_, { prefix }) => {
    test.each([
      ['node', 'node'],
      ['python', 'python3'],
      ['ruby', 'ruby'],
      ['custom', 'bash'],
    ])('a function of %s is invoked, and reaches nothing', async (name, program) => {
      if (findOnPath(program, process.env['PATH']) === undefined) {
        console.warn(`There is no ${program} on this machine.`);
        return;
      }
      const { stdout, stderr, status } = await run(prefix, name, '-q', ...closed);
      const answer = { outside: 'ENETUNREACH', machine: 'ECONNREFUSED', name: 'EAI_AGAIN' };
      expect({ status, stderr, answer: JSON.parse(stdout || 'null') }).toMatchObject({ status: 0, answer });
    });

    test('an extension has none either, and both use the Runtime API', async () => {
      const { stdout, stderr, status } = await run(prefix, 'extended', ...closed);
      expect({ status, stdout, stderr }).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('ENETUNREACH'),
      });
      expect(stdout + stderr).toContain('the extension: Network is unreachable');
    });

    test('an internal extension registers', async () => {
      expect((await run(prefix, 'registers', '-q', ...closed)).stdout.trim()).toBe('200');
    });

    test('the gateway to AWS is reached', async () => {
      const { stdout } = await run(prefix, 'calls', '-q', '--aws', 'none', ...closed);
      expect(JSON.parse(stdout)).toMatchObject({ status: 400, says: expect.stringContaining('GetCallerIdentity') });
    });

    test('a failure says that there is none', async () => {
      const { stderr, status } = await run(prefix, 'outside', ...closed);
      expect(status).toBe(1);
      expect(stderr).toContain('outside could not connect: with `network: none` it reaches nothing outside of it.');
    });

    test('a crash is told as ever', async () => {
      expect((await run(prefix, 'crash', ...closed)).stdout).toContain('signal: segmentation fault');
    });

    test('the report says what is open', async () => {
      for (const [flags, open] of [
        [closed, ['kernel', 'readable-files', 'resources']],
        [[], ['network', 'kernel', 'readable-files', 'resources']],
      ] as const) {
        await run(prefix, 'node', ...flags, '--report-json', 'report.json');
        const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
        expect(report.invocations[0].containment).toEqual({ mechanism: 'user-namespaces', open });
        rmSync(join(folder, 'report.json'));
      }
    });

    test('it is said where the run says what it does', async () => {
      expect((await run(prefix, 'node', '--verbose', ...closed)).stderr).toMatch(/network +none but the Runtime API/);
      expect((await run(prefix, 'node', '--verbose')).stderr).toMatch(/network +that of this machine/);
    });
  });

test.each([
  [['--network', 'none', '--isolate', 'false'], 2, "The function can't be kept from the network (`network: none`)"],
  [['--network', 'maybe'], 2, 'The flag --network takes step or none, and "maybe" was given.'],
])('%j is an error', (flags, code, message) => {
  const { stderr, status } = spawnSync(process.execPath, [entry, '-f', 'node', ...flags], {
    encoding: 'utf8',
    cwd: folder,
  });
  expect({ status, stderr }).toEqual({ status: code, stderr: expect.stringContaining(message) });
});
