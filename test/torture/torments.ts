import type { ZipEntry } from '../write-zip.js';

/** What may come of a torment, by the exit code of the command: the function answered, failed in any way, or the request was refused. */
export type Promised = 'answers' | 'fails' | 'refused';

/** A file of a service: its text, an archive, a link, or a text of so many repetitions. */
export type TormentFile =
  | string
  | { readonly zip: readonly ZipEntry[] | (() => readonly ZipEntry[]) }
  | { readonly link: string }
  | { readonly head?: string; readonly repeated: string; readonly times: number };

/** Something hostile, and what is promised of it. Nothing of it may be left, whatever it is. */
export interface Torment {
  readonly name: string;
  /** The body of a handler: `SLEEP` is a number of seconds that no other torment sleeps for. With `fs`, `child` (node:child_process), `sleep`, `attempt` and `event` at hand. */
  readonly handler?: string;
  /** Further files of the service. */
  readonly files?: Readonly<Record<string, TormentFile>>;
  /** The text of `serverless.yml`, in the place of the usual one. */
  readonly configuration?: string;
  /** `OUTSIDE` is a folder beside the service, with a file `secret`. */
  readonly args?: readonly string[];
  /** Variables of the shell; `undefined` takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Whether nobody reads the standard output. */
  readonly isClosed?: true;
  /** The timeout of the function, in seconds; long enough for a slow machine where it is not given. */
  readonly timeoutSeconds?: number;
  /** Any of several where chance decides. */
  readonly promised: Promised | readonly Promised[];
  /** Whether it would do harm where nothing contains it, or is known not to be ended there. */
  readonly onlyContained?: true;
  /** Whether it takes longer than all others, so that it is begun first. */
  readonly isLong?: true;
  /** What is promised where it is contained, if that is something else. */
  readonly contained?: Promised;
  /** What the output may not have where it is contained. */
  readonly hides?: string;
}

const layered = (layer: string): string =>
  `service: s\nprovider: { name: aws, runtime: RUNTIME }\nlayers: { l: { ${layer} } }\nfunctions: { f: { handler: h.handler, layers: [{ Ref: LLambdaLayer }] } }\n`;
const packed =
  'service: s\nprovider: { name: aws, runtime: RUNTIME }\npackage: { artifact: code.zip }\nfunctions: { f: { handler: h.handler } }\n';
const plainHandler = 'exports.handler = async () => 1;';

const steal = (expression: string): string => `return attempt(() => String(${expression}));`;
const write = (path: string): string =>
  `try { fs.appendFileSync(${path}, 'x') } catch (error) { throw error } return 'written';`;

/** Floods, hangs and processes that want to live on. */
const processes: readonly Torment[] = [
  { name: 'a busy loop', timeoutSeconds: 1, handler: 'for (;;);', promised: 'fails' },
  {
    name: 'a promise that never settles',
    timeoutSeconds: 1,
    handler: 'await new Promise(() => setInterval(() => {}, 1000));',
    promised: 'fails',
  },
  { name: 'an exit', handler: 'process.exit(7);', promised: 'fails' },
  { name: 'an abort', handler: 'process.abort();', promised: 'fails' },
  { name: 'SIGKILL to itself', handler: "process.kill(process.pid, 'SIGKILL'); await sleep(1000);", promised: 'fails' },
  {
    name: 'SIGSTOP to itself',
    timeoutSeconds: 1,
    handler: "process.kill(process.pid, 'SIGSTOP'); await sleep(1000);",
    promised: 'fails',
  },
  { name: 'SIGKILL to its group', handler: "process.kill(0, 'SIGKILL'); await sleep(1000);", promised: 'fails' },
  {
    name: 'an ignored SIGTERM',
    timeoutSeconds: 1,
    handler: "process.on('SIGTERM', () => {}); for (;;) await sleep(100);",
    promised: 'fails',
  },
  {
    name: '50 MB of output',
    handler: "for (let i = 0; i < 50; i++) process.stdout.write('x'.repeat(1e6)); return 1;",
    promised: 'answers',
  },
  { name: 'a line without an end', handler: "process.stdout.write('y'.repeat(5e6)); return 1;", promised: 'answers' },
  {
    name: 'output that is no text',
    handler: 'process.stdout.write(Buffer.alloc(1e5, 0xff)); return 1;',
    promised: 'answers',
  },
  {
    name: 'escape sequences',
    handler: "console.log('\\u001b]0;title\\u0007\\u001b[2J'); return 1;",
    promised: 'answers',
  },
  { name: 'a closed standard output', handler: 'fs.closeSync(1); fs.closeSync(2); return 1;', promised: 'answers' },
  {
    name: '200 processes',
    handler: "for (let i = 0; i < 200; i++) child.spawn('sleep', ['SLEEP']); return 1;",
    promised: 'answers',
  },
  {
    name: 'a daemon',
    handler: "child.spawn('setsid', ['sleep', 'SLEEP'], { detached: true, stdio: 'ignore' }).unref(); return 1;",
    promised: 'answers',
  },
  {
    name: 'a double fork without an environment',
    onlyContained: true,
    handler:
      'child.execSync(\'setsid env -i /bin/sh -c "(sleep SLEEP &) ; sleep 0.1" > /dev/null 2>&1 &\'); await sleep(300); return 1;',
    promised: 'answers',
  },
  {
    name: 'a daemon without an environment, of a handler that hangs',
    handler:
      "child.spawn('sleep', ['SLEEP'], { detached: true, stdio: 'ignore', env: { PATH: process.env.PATH } }).unref(); return new Promise(() => {});",
    timeoutSeconds: 1,
    promised: 'fails',
  },
  {
    name: 'a process that holds the output',
    handler: "child.spawn('sleep', ['SLEEP'], { stdio: 'inherit' }); return 1;",
    promised: 'answers',
  },
  {
    name: '2 GB of memory',
    handler: 'const a = []; for (let i = 0; i < 64; i++) a.push(Buffer.alloc(32e6, 1)); return a.length;',
    promised: 'fails',
  },
  { name: 'a heap without an end', handler: 'const a = []; for (;;) a.push({});', promised: 'fails' },
  { name: 'a stack without an end', handler: 'const f = () => f(); f();', promised: 'fails' },
];

/** Thefts and changes. */
const thefts: readonly Torment[] = [
  {
    name: "the parent's environment",
    handler: steal("fs.readFileSync('/proc/' + process.ppid + '/environ')"),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the environments of all',
    handler:
      "return fs.readdirSync('/proc').map((pid) => attempt(() => String(fs.readFileSync('/proc/' + pid + '/environ')))).join().slice(0, 1e6);",
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the command files',
    handler: steal('fs.readFileSync(process.env.TORTURE_ROOT + "/commands/set_output")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the temporary folder',
    handler: steal('fs.readdirSync(process.env.TORTURE_ROOT + "/temp")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the keys',
    handler: steal('fs.readFileSync(process.env.HOME + "/.ssh/id")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the credentials of AWS',
    handler: steal('fs.readFileSync(process.env.HOME + "/.aws/credentials")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the token of npm',
    handler: steal('fs.readFileSync(process.env.HOME + "/.npmrc")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the token of a checkout',
    handler: steal(
      'fs.readFileSync("/var/task/.git/config") + fs.readFileSync(process.env.TORTURE_ROOT + "/service/.git/config")',
    ),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'a link to the keys',
    onlyContained: true,
    handler:
      'fs.symlinkSync(process.env.HOME + "/.ssh", "/tmp/torture-link-" + process.pid); return attempt(() => String(fs.readFileSync("/tmp/torture-link-" + process.pid + "/id")));',
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'the root of another process',
    handler: steal('fs.readFileSync("/proc/1/root" + process.env.HOME + "/.ssh/id")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'root by sudo',
    handler: steal('child.execSync("sudo -n cat " + process.env.HOME + "/.ssh/id 2>&1")'),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'another user namespace',
    handler: steal(
      'child.execSync("unshare -Urm sh -c \'umount -R /root /home /tmp; cat " + process.env.HOME + "/.ssh/id\' 2>&1")',
    ),
    promised: 'answers',
    hides: 'stolen-secret',
  },
  {
    name: 'a commit hook',
    handler: write('process.env.TORTURE_ROOT + "/service/.git/hook"'),
    promised: 'answers',
    contained: 'fails',
  },
  { name: "the code's folder", handler: write('"/var/task/own.txt"'), promised: 'fails' },
  { name: 'the home folder', handler: write('process.env.HOME + "/.bashrc"'), promised: 'answers', contained: 'fails' },
  {
    name: 'the bootstraps',
    onlyContained: true,
    handler: write('require.main?.filename ?? process.argv[1]'),
    promised: 'answers',
    contained: 'fails',
  },
  {
    name: 'a setting of the kernel',
    onlyContained: true,
    handler: write('"/proc/sys/kernel/hostname"'),
    promised: 'fails',
    contained: 'fails',
  },
  {
    name: 'a full /tmp',
    onlyContained: true,
    handler:
      "fs.writeFileSync('/tmp/torture', ''); for (let i = 0; i < 600; i++) fs.appendFileSync('/tmp/torture', Buffer.alloc(1e6)); return 1;",
    promised: 'answers',
    contained: 'fails',
  },
  {
    name: 'SIGKILL to all',
    onlyContained: true,
    handler: 'attempt(() => process.kill(1, "SIGKILL")); return 1;',
    promised: 'answers',
  },
];

/** What a service may be. */
const services: readonly Torment[] = [
  { name: 'a configuration that is no YAML', configuration: '{{{{', promised: 'refused' },
  { name: 'a configuration of depth 20,000', configuration: `a: ${'['.repeat(20_000)}`, promised: 'refused' },
  {
    name: 'a bomb of aliases',
    configuration: `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[index]}`).join()}]`).join('\n')}\n`,
    promised: 'refused',
  },
  { name: 'an empty configuration', configuration: '', promised: 'refused' },
  { name: 'a configuration of zeros', configuration: '\0'.repeat(10_000), promised: 'refused' },
  {
    name: 'a handler out of the service',
    configuration:
      'service: s\nprovider: { name: aws, runtime: RUNTIME }\nfunctions: { f: { handler: ../../../etc/passwd.handler } }\n',
    promised: 'fails',
  },
  {
    name: 'a variable of itself',
    configuration: `service: s\nprovider: { name: aws, runtime: RUNTIME }\ncustom: { a: '\${self:custom.b}', b: '\${self:custom.a}' }\nfunctions: { f: { handler: h.handler, environment: { X: '\${self:custom.a}' } } }\n`,
    promised: 'refused',
  },
  {
    name: 'a module that hangs',
    // Not busy, as it takes half a minute of waiting until it is ended; 'a busy loop' is.
    files: { 'event.js': 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);' },
    args: ['-p', 'event.js'],
    handler: 'return 1;',
    promised: 'refused',
    isLong: true,
  },
  {
    name: 'a module that ends',
    files: { 'event.js': 'process.exit(0)' },
    args: ['-p', 'event.js'],
    handler: 'return 1;',
    promised: 'refused',
  },
  { name: 'an event that is a folder', args: ['-p', '.'], handler: 'return 1;', promised: 'refused' },
  { name: 'an event that is a device', args: ['-p', '/dev/zero'], handler: 'return 1;', promised: 'refused' },
  {
    name: 'an event of 10 MB',
    files: { 'event.json': `"${'x'.repeat(10_000_000)}"` },
    args: ['-p', 'event.json'],
    handler: 'return 1;',
    promised: 'refused',
  },
  { name: 'a response of 10 MB', handler: "return 'x'.repeat(1e7);", promised: 'fails' },
  { name: 'an error of 5 MB', handler: "throw new Error('x'.repeat(5e6));", promised: 'fails' },
  {
    name: 'a trace of 10,000 lines',
    handler: "const e = new Error('x'); e.stack += '\\n    at f (/etc/shadow:1:1)'.repeat(10000); throw e;",
    promised: 'fails',
    hides: 'root:',
  },
  {
    name: 'an error whose members throw',
    handler: 'throw new Proxy(new Error("x"), { get() { throw 1; } });',
    promised: 'fails',
  },
  {
    name: 'a source map to secrets',
    handler: 'throw new Error("x");',
    files: { 'h.js.map': '{"version":3,"sources":["/etc/shadow"],"mappings":"AAAA"}' },
    promised: 'fails',
    hides: 'root:',
  },
  {
    name: 'names with commands in them',
    configuration:
      'service: s\nprovider: { name: aws, runtime: RUNTIME }\nfunctions: { f: { handler: "$(touch /tmp/torture-command).handler" } }\n',
    promised: 'fails',
  },
  {
    name: 'an answer for a foreign request',
    handler:
      "const r = await fetch('http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/foreign/response', { method: 'POST', body: '1' }); return r.status;",
    promised: 'answers',
  },
  {
    name: 'huge headers',
    handler:
      "const r = await fetch('http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/init/error', { method: 'POST', headers: { 'Lambda-Runtime-Function-Error-Type': 'x'.repeat(1e5) } }).catch(() => ({ status: 0 })); return r.status;",
    promised: 'answers',
  },
  {
    name: 'half-open clients',
    handler:
      "const net = require('node:net'); const [h, p] = process.env.AWS_LAMBDA_RUNTIME_API.split(':'); for (let i = 0; i < 50; i++) net.connect(Number(p), h).on('error', () => {}).write('GET /2018'); await sleep(100); return 1;",
    promised: 'answers',
  },
];

/** Archives and links that lead out of the service. */
const ways: readonly Torment[] = [
  {
    name: 'a zip that slips',
    configuration: packed,
    files: {
      'code.zip': {
        zip: [
          { name: 'h.js', content: plainHandler },
          { name: '../../slipped', content: 'x' },
        ],
      },
    },
    promised: 'refused',
  },
  {
    name: 'a zip that slips by a link',
    configuration: packed,
    files: {
      'code.zip': {
        zip: [
          { name: 'h.js', content: plainHandler },
          { name: 'out', content: '/tmp', mode: 0o120777 },
          { name: 'out/slipped', content: 'x' },
        ],
      },
    },
    promised: 'refused',
  },
  {
    name: 'a zip with an absolute path',
    configuration: packed,
    files: { 'code.zip': { zip: [{ name: '/tmp/invoke-local-slipped', content: 'x' }] } },
    promised: 'refused',
  },
  {
    name: 'a bomb of a zip',
    configuration: packed,
    files: { 'code.zip': { zip: () => [{ name: 'bomb', content: Buffer.alloc(300 * 1024 * 1024), crc: 1 }] } },
    promised: ['refused', 'fails'],
  },
  {
    name: 'a zip that lies about its sizes',
    configuration: packed,
    files: { 'code.zip': { zip: [{ name: 'h.js', content: plainHandler, size: 3 }] } },
    promised: 'refused',
  },
  {
    name: 'a layer that slips',
    configuration: layered('package: { artifact: layer.zip }'),
    files: { 'layer.zip': { zip: [{ name: '../../slipped', content: 'x' }] } },
    promised: 'refused',
  },
  {
    name: 'a layer that is a link to a folder outside',
    configuration: layered('path: layer'),
    files: { layer: { link: 'OUTSIDE' } },
    handler: "return attempt(() => fs.readdirSync('/opt'));",
    promised: ['answers', 'refused'],
  },
  {
    name: 'a handler that is a link to a file outside',
    files: { 'h.js': { link: 'OUTSIDE/secret' } },
    promised: 'fails',
  },
  {
    name: 'an event that is a link to keys',
    files: { 'event.json': { link: 'OUTSIDE/secret' } },
    args: ['-p', 'event.json'],
    promised: 'refused',
  },
  {
    name: 'a configuration that is a link to itself',
    files: { 'serverless.yml': { link: 'serverless.yml' } },
    promised: 'refused',
  },
  {
    name: 'a report path that is a link out of the service',
    files: { reports: { link: 'OUTSIDE' } },
    args: ['--report-json', 'reports/secret'],
    promised: ['answers', 'refused', 'fails'],
  },
];

/** What is larger or deeper than it should be. */
const sizes: readonly Torment[] = [
  { name: 'a configuration of depth 100,000', configuration: `a: ${'['.repeat(100_000)}`, promised: 'refused' },
  {
    name: 'a configuration of depth 100,000 in JSON',
    files: { 'serverless.yml': { link: 'serverless.json' }, 'serverless.json': '['.repeat(100_000) },
    promised: 'refused',
  },
  {
    name: 'a configuration of 100 MB',
    files: {
      'serverless.yml': {
        head: 'service: s\nprovider: { name: aws, runtime: nodejs20.x }\nfunctions: { f: { handler: h.handler } }\n',
        repeated: '# nothing of it means anything\n',
        times: 3_400_000,
      },
    },
    promised: ['answers', 'refused'],
  },
  {
    name: 'an event of depth 100,000',
    files: { 'event.json': '['.repeat(100_000) + ']'.repeat(100_000) },
    args: ['-p', 'event.json'],
    promised: ['answers', 'fails', 'refused'],
  },
];

/** A machine on which something is not as it should be. */
const machines: readonly Torment[] = [
  { name: 'no HOME', environment: { HOME: undefined }, promised: 'answers' },
  { name: 'a HOME that is not there', environment: { HOME: '/nowhere' }, promised: 'answers' },
  { name: 'a TMPDIR that is not there', environment: { TMPDIR: '/nowhere' }, promised: 'answers' },
  { name: 'a TMPDIR that can not be written to', environment: { TMPDIR: '/proc' }, promised: 'answers' },
  { name: 'a PATH that is empty', environment: { PATH: '' }, promised: 'answers' },
  { name: 'no /bin/sh', environment: { SHELL: '/nowhere', PATH: '/nowhere' }, promised: 'answers' },
  { name: 'a standard output that nobody reads', isClosed: true, promised: ['answers', 'fails', 'refused'] },
  {
    name: 'a clock that jumps',
    handler: 'Date.now = () => 0; performance.now = () => -1e9; await sleep(10); return Date.now();',
    promised: 'answers',
  },
  {
    name: 'a clock that is set',
    handler: "return attempt(() => child.execSync('date -s 2001-01-01 2>&1; sudo -n date -s 2001-01-01 2>&1; true'));",
    onlyContained: true,
    promised: 'answers',
  },
  {
    name: 'a clock that jumps in a hang',
    timeoutSeconds: 1,
    handler:
      'Date.now = () => 0; globalThis.setTimeout = () => {}; await new Promise(() => setInterval(() => {}, 100));',
    promised: 'fails',
  },
  {
    name: 'names with line breaks in them',
    configuration:
      'service: "s\\n::error::forged"\nprovider: { name: aws, runtime: RUNTIME }\nfunctions: { f: { handler: "h\\n::set-output::x.handler" } }\n',
    promised: ['fails', 'refused'],
  },
  {
    name: 'slow clients of the Runtime API',
    timeoutSeconds: 5,
    handler:
      "const net = require('node:net'); const [h, p] = process.env.AWS_LAMBDA_RUNTIME_API.split(':'); for (let i = 0; i < 20; i++) { const s = net.connect(Number(p), h).on('error', () => {}); s.write('POST /2018-06-01/runtime/init/error HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1000000\\r\\n\\r\\n'); setInterval(() => s.write('x'), 50).unref(); } await sleep(300); return 1;",
    promised: 'answers',
  },
  {
    name: 'requests that are no HTTP',
    handler:
      "const net = require('node:net'); const [h, p] = process.env.AWS_LAMBDA_RUNTIME_API.split(':'); for (let i = 0; i < 20; i++) net.connect(Number(p), h).on('error', () => {}).end(Buffer.alloc(1e5, i)); await sleep(200); return 1;",
    promised: 'answers',
  },
];

export const torments: readonly Torment[] = [...processes, ...thefts, ...services, ...ways, ...sizes, ...machines];
