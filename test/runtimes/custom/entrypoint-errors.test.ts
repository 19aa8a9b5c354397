import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { hostArchitecture } from '../../../src/lambda/executable/elf-machine.js';
import { runFunction } from '../../services/run-function.js';
import { writeZip, type ZipEntry } from '../../write-zip.js';
import { customService, nodeBootstrap, type ServiceFiles } from './bootstraps.js';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const otherArchitecture = hostArchitecture() === 'arm64' ? 'x86_64' : 'arm64';

/** An ELF file of 64 bits with one program header, which names its loader where there is one. */
function elf(architecture: string, loader = ''): Buffer {
  const file = Buffer.alloc(120 + loader.length + 1);
  file.write('\x7fELF\x02\x01\x01', 'latin1');
  file.writeUInt16LE(2, 16);
  file.writeUInt16LE(architecture === 'arm64' ? 183 : 62, 18);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(loader === '' ? 0 : 1, 56);
  file.writeUInt32LE(3, 64);
  file.writeBigUInt64LE(120n, 72);
  file.writeBigUInt64LE(BigInt(loader.length + 1), 96);
  file.write(loader, 120, 'latin1');
  return file;
}

async function failure(files: ServiceFiles, settings = 'handler: bootstrap') {
  const { result, diagnostics } = await runFunction(await customService(files, settings), 'hello');
  expect(result.status).toBe('crash');
  const { errorType, errorMessage } = result as { errorType: string; errorMessage: string };
  return { errorType, errorMessage, diagnostics };
}

onLinux('an entrypoint that can not be executed', () => {
  const mach = Buffer.from('cffaedfe0c000001', 'hex');
  test.each<[string, string, string | Buffer, number, string, string, RegExp, RegExp]>([
    [
      'C37',
      'is not executable',
      nodeBootstrap(''),
      0o644,
      'permission denied',
      'entrypoint-not-executable',
      /bootstrap of hello is not executable/,
      /git update-index --chmod=\+x/,
    ],
    [
      'C37',
      'is for another machine',
      elf(otherArchitecture),
      0o755,
      'exec format error',
      'entrypoint-format',
      new RegExp(`a program for ${otherArchitecture}, and this machine is ${hostArchitecture()}`),
      /function's architecture is|ubuntu-24\.04-arm/,
    ],
    [
      'C37',
      'is for macOS',
      mach,
      0o755,
      'exec format error',
      'entrypoint-format',
      /is a program for macOS/,
      /GOOS=linux GOARCH=/,
    ],
    [
      'C37',
      'is for Windows',
      Buffer.from('MZ\x90\x00', 'latin1'),
      0o755,
      'exec format error',
      'entrypoint-format',
      /is a program for Windows/,
      /Build it for Linux/,
    ],
    [
      'C37',
      'is an archive',
      Buffer.from('PK\x03\x04'),
      0o755,
      'exec format error',
      'entrypoint-format',
      /is an archive/,
      /package\.artifact/,
    ],
    ['C37', 'is empty', '', 0o755, 'exec format error', 'entrypoint-format', /is an empty file/, /build wrote nothing/],
    [
      'C37',
      'is text',
      'echo hi\n',
      0o755,
      'exec format error',
      'entrypoint-format',
      /is text without an interpreter/,
      /#!\/bin\/sh/,
    ],
    [
      'C37',
      'begins with a byte order mark',
      '\ufeff#!/bin/sh\n',
      0o755,
      'exec format error',
      'entrypoint-format',
      /byte order mark/,
      /UTF-8 without/,
    ],
    [
      'C36',
      'has Windows line ends',
      '#!/bin/sh\r\necho hi\r\n',
      0o755,
      'no such file or directory',
      'entrypoint-line-ends',
      /Windows line ends/,
      /\.gitattributes/,
    ],
    [
      'C36',
      'is a script for a program that is missing',
      '#!/nowhere/php -f\n',
      0o755,
      'no such file or directory',
      'entrypoint-interpreter',
      /script for \/nowhere\/php, which is not on this machine/,
      /interpreter option/,
    ],
    [
      'C36',
      'is a script for a program of a layer',
      '#!/opt/bin/of-a-layer\n',
      0o755,
      'no such file or directory',
      'entrypoint-interpreter',
      /script for \/opt\/bin\/of-a-layer/,
      /lie elsewhere here/,
    ],
    [
      'C36',
      'needs a loader that is missing',
      elf(hostArchitecture(), '/lib/ld-musl-other.so.1'),
      0o755,
      'no such file or directory',
      'entrypoint-loader',
      /needs \/lib\/ld-musl-other\.so\.1/,
      /Link it statically/,
    ],
  ])(
    '%s because it %s fails as in Lambda, with the cause beside it',
    async (_case, _title, content, mode, reason, code, message, hint) => {
      const { errorType, errorMessage, diagnostics } = await failure({ bootstrap: [content, mode] });
      expect(errorType).toBe('Runtime.InvalidEntrypoint');
      expect(errorMessage).toMatch(new RegExp(`^RequestId: \\S+ Error: fork/exec /var/task/bootstrap: ${reason}$`));
      expect(diagnostics).toEqual([
        expect.objectContaining({
          severity: 'warning',
          code,
          message: expect.stringMatching(message),
          hint: expect.stringMatching(hint),
        }),
      ]);
      expect(diagnostics[0]?.location).toMatchObject({ line: 4 });
    },
  );

  test('C36 because it is missing fails as in Lambda, and a bootstrap elsewhere is named', async () => {
    const none = await failure({ 'readme.txt': '' });
    expect(none.errorMessage).toMatch(/Error: fork\/exec \/var\/task\/bootstrap: no such file or directory$/);
    expect(none.diagnostics).toMatchObject([{ code: 'entrypoint-missing' }]);
    const nested = await failure({ 'bin/hello/bootstrap': [nodeBootstrap('return 1;'), 0o755] }, 'handler: bin/hello');
    expect(nested.diagnostics[0]?.message).toContain('It has bin/hello/bootstrap, which Lambda does not look at.');
  });

  test.each<[string, readonly ZipEntry[], RegExp, string, RegExp]>([
    [
      'has none at its root',
      [{ name: 'bin/bootstrap', content: '#!/bin/sh\n', mode: 0o100755 }],
      /no such file or directory$/,
      'entrypoint-missing',
      /zip -j/,
    ],
    [
      'has lost its mode',
      [{ name: 'bootstrap', content: '#!/bin/sh\n' }],
      /permission denied$/,
      'entrypoint-not-executable',
      /chmod \+x bootstrap.*keeps the mode/,
    ],
  ])('C36 C37 because the artifact %s points at the artifact', async (_title, entries, message, code, hint) => {
    const folder = await customService(
      { bootstrap: [nodeBootstrap('return 1;'), 0o755] },
      'handler: h, package: {artifact: a.zip}',
    );
    await writeZip(join(folder, 'a.zip'), entries);
    const { result, diagnostics } = await runFunction(folder, 'hello');
    expect(result).toMatchObject({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: expect.stringMatching(message),
    });
    expect(diagnostics).toMatchObject([{ code, hint: expect.stringMatching(hint), location: { line: 4 } }]);
  });

  test('a program that runs here and can not in Lambda is pointed at', async () => {
    const program = await readFile('/bin/false');
    const settings = `handler: bootstrap, architecture: ${otherArchitecture}`;
    const { errorMessage, diagnostics } = await failure({ bootstrap: [program, 0o755] }, settings);
    expect(errorMessage).toMatch(/exit status 1$/);
    expect(diagnostics).toMatchObject([
      {
        severity: 'notice',
        code: 'entrypoint-architecture',
        message: expect.stringContaining(
          `bootstrap is a program for ${hostArchitecture()}, and hello is a function for ${otherArchitecture}: Lambda can't execute it.`,
        ),
      },
    ]);
  });

  test('a script that names a path that only Lambda has is told so', async () => {
    const { errorMessage, diagnostics } = await failure({ bootstrap: ['#!/bin/sh\nexec /var/task/hello\n', 0o755] });
    expect(errorMessage).toMatch(/Error: Runtime exited with error: exit status 12[67]$/);
    expect(diagnostics).toMatchObject([
      { code: 'entrypoint-literal-path', message: expect.stringContaining('/var/task/hello') },
    ]);
  });
});
