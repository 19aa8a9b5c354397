import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A proxy on loopback, which leads every host to one server behind it. */
export interface HttpProxy extends AsyncDisposable {
  readonly port: number;
  /** The request lines that it got, such as `CONNECT ssm.eu-west-1.amazonaws.com:443`. */
  readonly requests: string[];
  /** The credentials that it got, decoded. */
  readonly credentials: (string | undefined)[];
  /** The status with which it refuses tunnels; 200 where it makes them. */
  status: number;
  /** The file of the certificate of the server behind it, for `NODE_EXTRA_CA_CERTS`. */
  readonly certificate: string;
}

/** Starts a proxy before a server that answers by HTTP and by TLS, under each of these names. */
export async function startProxy(hosts: readonly string[], answer: RequestListener): Promise<HttpProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'invoke-local-proxy-'));
  const certificate = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  const names = hosts.map((host) => `DNS:${host}`).join(',');
  const options = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=proxied'];
  execFileSync(
    'openssl',
    ['req', ...options, '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', certificate],
    {
      stdio: 'pipe',
    },
  );
  const secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, answer);
  const plain = createServer((request, response) => {
    note(request);
    request.url = new URL(request.url ?? '').href.replace(/^http:\/\/[^/]+/, '');
    answer(request, response);
  });
  const requests: string[] = [];
  const credentials: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const note = ({ method, url, headers }: IncomingMessage): void => {
    requests.push(`${method} ${url}`);
    const [, encoded] = headers['proxy-authorization']?.split(' ') ?? [];
    credentials.push(encoded && Buffer.from(encoded, 'base64').toString());
  };
  await Promise.all([listen(secure), listen(plain)]);
  const proxy: HttpProxy = {
    port: portOf(plain),
    requests,
    credentials,
    status: 200,
    certificate,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      secure.closeAllConnections();
      plain.closeAllConnections();
      await Promise.all([secure, plain].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  plain.on('connect', (request, socket: Socket) => {
    note(request);
    sockets.add(socket);
    if (proxy.status !== 200) {
      socket.end(`HTTP/1.1 ${proxy.status} Refused\r\n\r\n`);
      return;
    }
    const target = connect(portOf(secure), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    sockets.add(target);
    for (const end of [socket, target]) end.on('error', () => {});
  });
  return proxy;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
