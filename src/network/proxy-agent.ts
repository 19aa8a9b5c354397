import * as http from 'node:http';
import * as https from 'node:https';
import type { Duplex } from 'node:stream';

import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

/** How many connections are open to one host at a time, as in the AWS SDK. */
const maxSockets = 50;

/**
 * An agent of HTTP and HTTPS that goes through the proxies that the environment of this process names: `HTTP_PROXY`,
 * `HTTPS_PROXY` and `ALL_PROXY`, in upper or lower case, but for the hosts of `NO_PROXY` and for this machine itself. A
 * host that a proxy refuses is an error, not an answer.
 */
export class ProxyAgent extends Agent {
  readonly #direct = {
    http: new http.Agent({ keepAlive: true, maxSockets }),
    https: new https.Agent({ keepAlive: true, maxSockets }),
  };
  readonly #proxied = new Map<string, http.Agent>();

  constructor() {
    super({ keepAlive: true, maxSockets });
  }

  override async connect(request: http.ClientRequest, options: AgentConnectOpts): Promise<Duplex | http.Agent> {
    const { secureEndpoint, host = 'localhost', port } = options;
    const bracketed = host.includes(':') ? `[${host}]` : host;
    const proxy = proxyFor(`${secureEndpoint ? 'https' : 'http'}://${bracketed}:${port}`);
    if (proxy === undefined) return secureEndpoint ? this.#direct.https : this.#direct.http;
    return secureEndpoint ? tunnel(proxy, request, options) : this.#through(proxy);
  }

  override destroy(): void {
    for (const agent of [...Object.values(this.#direct), ...this.#proxied.values()]) agent.destroy();
    super.destroy();
  }

  #through(proxy: URL): http.Agent {
    const agent = this.#proxied.get(proxy.href) ?? new HttpProxyAgent(proxy, { keepAlive: true });
    this.#proxied.set(proxy.href, agent);
    return agent;
  }
}

/** This machine, which no proxy reaches (RFC 6761, RFC 6890). */
const loopback = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/i;

/** The proxy for a URL. @throws Error if what the environment names is not a URL of HTTP */
function proxyFor(url: string): URL | undefined {
  if (loopback.test(new URL(url).hostname)) return undefined;
  const found = getProxyForUrl(url);
  if (found === '') return undefined;
  // One without a scheme is of HTTP, as for curl (curl(1), `--proxy`) and GitHub's runner (RunnerWebProxy.cs); the package
  // gives it that of the URL.
  const named = Object.values(process.env).includes(found) ? found : found.replace(/^https:/, 'http:');
  const proxy = URL.canParse(named) ? new URL(named) : undefined;
  if (proxy !== undefined && /^https?:$/.test(proxy.protocol)) return proxy;
  const kind =
    proxy === undefined
      ? 'no URL'
      : `a proxy of the kind ${proxy.protocol.slice(0, -1)}, and only http and https can be used`;
  throw new ProxyError(`the proxy that the environment names is ${kind}`);
}

/** The way to a host leads through a proxy, and does not work. The message says which, without its credentials. */
export class ProxyError extends Error {
  override readonly name: string = 'ProxyError';
}

/** Connects to a host through a proxy. */
async function tunnel(proxy: URL, request: http.ClientRequest, options: AgentConnectOpts): Promise<Duplex> {
  const agent = new HttpsProxyAgent(proxy);
  let status = 200;
  agent.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    status = statusCode;
  });
  const socket = await agent.connect(request, options).catch((error: Error) => {
    throw new ProxyError(`the proxy ${proxy.host} can't be reached: ${error.message}`, { cause: error });
  });
  if (status === 200) return socket;
  socket.destroy();
  const hint = status === 407 ? ', it wants credentials' : '';
  throw new ProxyError(`the proxy ${proxy.host} refuses the connection with the status ${status}${hint}`);
}
