import type { Agent } from 'node:http';

/** The variables that name proxies. Each counts in lower and in upper case. */
const names = ['http_proxy', 'https_proxy', 'all_proxy'];

let agent: Promise<Agent> | undefined;

/**
 * The agent for all requests of this process by HTTP and HTTPS, which uses the proxies that its environment names;
 * `undefined` if it names none. It is loaded when it is first needed.
 */
export async function environmentAgent(): Promise<Agent | undefined> {
  if (!names.some((name) => process.env[name] || process.env[name.toUpperCase()])) return undefined;
  agent ??= import('./proxy-agent.js').then(({ ProxyAgent }) => new ProxyAgent());
  return agent;
}
