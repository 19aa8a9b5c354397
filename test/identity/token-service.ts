import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the service has got. */
export interface SeenRequest {
  /** Of STS its action, else the path. */
  readonly what: string;
  readonly members: Readonly<Record<string, string>>;
  /** The access key that it is signed with. */
  readonly accessKeyId: string | undefined;
}

/** An error to answer with. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface TokenService extends AsyncDisposable {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** What the next requests of STS are refused with. */
  refusal: Refusal | undefined;
  /** The status of the runner's next answers, in their order; 200 once there are no more. */
  readonly tokenStatuses: number[];
  /** The variables of a job with `id-token: write`. */
  readonly tokenVariables: Readonly<Record<string, string>>;
}

/** The subject of the runner's tokens here. */
export const subject = 'repo:octo/shop:ref:refs/heads/main';

/** The runner's token for an audience. Nothing verifies its signature. */
export function tokenFor(audience: string): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ sub: subject, aud: audience })}.c2lnbmF0dXJl`;
}

/** What STS gives for an access key: the number counts its answers. */
export const givenKeys = (count: number): { accessKeyId: string; secretAccessKey: string; sessionToken: string } => ({
  accessKeyId: `ASIAIOSFODNN7EXAMPL${count}`,
  secretAccessKey: `session-secret-number-${count}`,
  sessionToken: `session-token-number-${count}`,
});

/** STS, Lambda's `GetFunctionConfiguration`, and the runner's service for tokens, on loopback. */
export async function startTokenService(functions: Readonly<Record<string, string>> = {}): Promise<TokenService> {
  const seen: SeenRequest[] = [];
  const tokenStatuses: number[] = [];
  let given = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: TokenService = {
    url,
    seen,
    refusal: undefined,
    tokenStatuses,
    tokenVariables: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-bearer',
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const accessKeyId = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1];
    if (pathname === '/token') {
      seen.push({ what: 'token', members: Object.fromEntries(searchParams), accessKeyId });
      const status = request.headers.authorization === 'Bearer runner-bearer' ? (tokenStatuses.shift() ?? 200) : 401;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ value: tokenFor(searchParams.get('audience') ?? '') }));
      return;
    }
    const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/configuration$/.exec(pathname) ?? [];
    if (name !== undefined) {
      seen.push({ what: 'GetFunctionConfiguration', members: { FunctionName: name }, accessKeyId });
      const role = functions[name];
      response.writeHead(role === undefined ? 404 : 200, {
        'content-type': 'application/json',
        ...(role === undefined ? { 'x-amzn-errortype': 'ResourceNotFoundException' } : {}),
      });
      response.end(JSON.stringify(role === undefined ? { Message: 'Function not found' } : { Role: role }));
      return;
    }
    const { Action: action = '', ...members } = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    seen.push({ what: action, members, accessKeyId });
    response.setHeader('content-type', 'text/xml');
    if (action === 'GetCallerIdentity') {
      response.end(inXml(action, '<Account>444455556666</Account><Arn>arn:aws:iam::444455556666:user/ci</Arn>'));
      return;
    }
    if (service.refusal !== undefined) {
      const { status, code, message } = service.refusal;
      response.statusCode = status;
      response.end(
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
      );
      return;
    }
    given += 1;
    const keys = givenKeys(given);
    response.end(
      inXml(
        action,
        `<Credentials><AccessKeyId>${keys.accessKeyId}</AccessKeyId><SecretAccessKey>${keys.secretAccessKey}</SecretAccessKey><SessionToken>${keys.sessionToken}</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>`,
      ),
    );
  }
}

function inXml(action: string, result: string): string {
  return `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
