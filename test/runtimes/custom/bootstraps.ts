import { chmod } from 'node:fs/promises';
import { join } from 'node:path';

import { folderOf } from '../../service/open-folder.js';

/** A bootstrap in JavaScript that answers with what `answer`, a function body of `event`, returns or throws. */
export function nodeBootstrap(answer: string): string {
  return `#!${process.execPath}
const http = require('node:http');
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const send = (method, path, body) => new Promise((resolve, reject) => {
  const request = http.request({ host, port, method, path: '/2018-06-01/runtime/' + path }, async (response) => {
    resolve({ headers: response.headers, body: Buffer.concat(await response.toArray()).toString() });
  });
  request.on('error', reject);
  request.end(body);
});
const handle = async (event) => { ${answer} };
(async () => {
  for (;;) {
    const { headers, body } = await send('GET', 'invocation/next');
    const path = 'invocation/' + headers['lambda-runtime-aws-request-id'];
    try {
      await send('POST', path + '/response', JSON.stringify(await handle(JSON.parse(body))));
    } catch (error) {
      await send('POST', path + '/error', JSON.stringify({ errorType: error.name, errorMessage: error.message }));
    }
  }
})();
`;
}

/** A bootstrap for the shell, which echoes the event with some of its environment. */
export const shellBootstrap = `#!/bin/sh
set -eu
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
headers="$(mktemp)"
while :; do
  event="$(curl -sS -D "$headers" "$api/invocation/next")"
  id="$(sed -n 's/^lambda-runtime-aws-request-id: *\\([-0-9a-f]*\\).*/\\1/Ip' "$headers")"
  echo "handling $id"
  curl -sS -o /dev/null -d "{\\"event\\":$event,\\"handler\\":\\"$_HANDLER\\",\\"execution\\":\\"\${AWS_EXECUTION_ENV-unset}\\"}" "$api/invocation/$id/response"
done
`;

/** The files of a service; a list is a file with its mode. */
export type ServiceFiles = Readonly<Record<string, string | Buffer | readonly [string | Buffer, number]>>;

/**
 * Writes a service whose only function is `hello`.
 * @param settings the function's, in YAML's flow style
 * @param rest further lines of the configuration
 */
export async function customService(files: ServiceFiles, settings: string, rest = ''): Promise<string> {
  const contents = Object.entries(files).map(([name, file]): [string, string | Buffer] => [
    name,
    Array.isArray(file) ? file[0] : (file as string | Buffer),
  ]);
  const folder = await folderOf({
    'serverless.yml': `service: custom\nprovider: {name: aws, runtime: provided.al2023}\n${rest}functions:\n  hello: {${settings}}\n`,
    ...Object.fromEntries(contents),
  });
  for (const [name, file] of Object.entries(files)) {
    if (Array.isArray(file)) await chmod(join(folder, name), file[1]);
  }
  return folder;
}
