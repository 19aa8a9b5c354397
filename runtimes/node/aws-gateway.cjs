'use strict';

const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');
const { stackOfCall, watchClients } = require('./aws-clients.cjs');

/** Hosts of AWS's services. */
const ofAws = /^[\w.-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/i;

/** Tells the gateway for where a request was meant. */
const originHeader = 'x-invoke-local-origin';

/** Tells the gateway which code makes a request. */
const callerHeader = 'x-invoke-local-caller';

/** Shows the gateway that a request comes from this function. */
const tokenHeader = 'x-invoke-local-token';

/** Files of the SDKs: what is looked for is the line that calls them. */
const ofSdk = /[\\/]node_modules[\\/](?:@aws-sdk|@smithy|aws-sdk)[\\/]/;

/** How many frames are looked at: those of an SDK come before the user's. */
const mostFrames = 100;

/** How long they may be, encoded. */
const mostCharacters = 16_384;

/**
 * Has requests to AWS that name its host themselves go to the gateway: those of version 2 of the SDK, which knows no variable for
 * endpoints, those of clients with an endpoint of their own, and those to the host in the URL of a queue. All that is signed for
 * AWS goes there, whatever its host. Each request to the gateway has the frames of the code that makes it.
 * @param {{ url: string, token: string, hosts: string[] }} gateway its URL, the token for it, and further hosts whose requests it gets
 */
exports.routeToGateway = ({ url, token, hosts }) => {
  const { hostname, port, host: ownHost } = new URL(url);
  const { request } = http;
  for (const module of [http, https]) {
    const original = module.request;
    module.request = (...args) => {
      const options = optionsOf(args);
      const host = hostOf(options);
      const isForAws = ofAws.test(host.replace(/:\d+$/, '')) || hosts.includes(host) || isSigned(options.headers);
      if (host === ownHost) return withCaller(original(...args), token, module.request);
      if (!isForAws) return original(...args);
      const origin = `${module === https ? 'https' : 'http'}://${host}`;
      const callback = args.find((arg) => typeof arg === 'function');
      const routed = { ...options, protocol: 'http:', hostname, host: hostname, port, agent: undefined };
      const sent = request({ ...routed, headers: withOrigin(options.headers, host, origin) }, callback);
      return withCaller(sent, token, module.request);
    };
    module.get = (...args) => module.request(...args).end();
  }
  routeSessions({ ownHost, token });
  routeFetch({ url, ownHost, token, hosts });
  syncBuiltinESMExports();
};

/** Requests by HTTP/2, with which version 3 of the SDK begins for some services. */
function routeSessions({ ownHost, token }) {
  const { connect } = http2;
  http2.connect = (authority, ...more) => {
    const session = connect(authority, ...more);
    if (new URL(authority).host !== ownHost) return session;
    const request = session.request.bind(session);
    session.request = (headers, ...rest) => {
      watchClients();
      return request({ ...headers, ...callerHeaders(token, session.request) }, ...rest);
    };
    return session;
  };
}

/** Requests by `fetch`, such as those of SDKs for browsers. */
function routeFetch({ url, ownHost, token, hosts }) {
  const original = globalThis.fetch;
  if (typeof original !== 'function') return;
  globalThis.fetch = function fetch(input, init) {
    let routed;
    try {
      routed = routedFetch(input, init);
    } catch {
      // What is wrong with its arguments fetch says itself.
    }
    return routed === undefined ? original(input, init) : original(...routed);
  };

  function routedFetch(input, init) {
    const request = input instanceof Request ? input : undefined;
    const asked = new URL(request?.url ?? input);
    const headers = new Headers(init?.headers ?? request?.headers);
    const isSignedForAws = /^AWS4?[- ]/.test(headers.get('authorization') ?? '');
    const isForAws = ofAws.test(asked.hostname) || hosts.includes(asked.host) || isSignedForAws;
    if (asked.host !== ownHost && !isForAws) return undefined;
    for (const [name, value] of Object.entries(callerHeaders(token, globalThis.fetch))) headers.set(name, value);
    if (asked.host === ownHost) return [input, { ...init, headers }];
    headers.set(originHeader, asked.origin);
    if (!headers.has('host')) headers.set('host', asked.host);
    const target = new URL(asked.pathname + asked.search, url);
    return [request === undefined ? target : new Request(target, request), { ...init, headers }];
  }
}

/**
 * Adds the token and the frames that lead to a request to its headers, also through `await`.
 * @template {import('node:http').ClientRequest} Request
 * @param {Request} request
 * @param {string} token
 * @param {Function} hook our own function, above which they begin
 * @returns {Request}
 */
function withCaller(request, token, hook) {
  watchClients();
  if (request.headersSent) return request;
  for (const [name, value] of Object.entries(callerHeaders(token, hook))) request.setHeader(name, value);
  return request;
}

/** The token and the frames that lead to a request, as headers. */
function callerHeaders(token, hook) {
  const frames = framesAbove(hook);
  return { [tokenHeader]: token, ...(frames === '' ? {} : { [callerHeader]: frames }) };
}

/** Lines of V8's stack traces that name a file, encoded: of the call of a client, and of the request. What the function itself makes of stack traces may fail. */
function framesAbove(hook) {
  const { stackTraceLimit } = Error;
  Reflect.set(Error, 'stackTraceLimit', mostFrames);
  try {
    const holder = { stack: '' };
    Error.captureStackTrace(holder, hook);
    const lines = [stackOfCall(), String(holder.stack)].join('\n').split('\n');
    let encoded = '';
    for (const line of lines) {
      const isNamed = line.startsWith('    at ') && !line.includes('(node:') && !line.includes(' node:');
      if (!isNamed || ofSdk.test(line)) continue;
      const more = encodeURIComponent(`${line}\n`);
      if (encoded.length + more.length > mostCharacters) break;
      encoded += more;
    }
    return encoded;
  } catch {
    return '';
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
}

/** The options of a request, wherever they stand among its arguments. */
function optionsOf([first, second]) {
  const isUrl = typeof first === 'string' || first instanceof URL;
  const more = isUrl ? second : first;
  const options = typeof more === 'object' && more !== null ? more : {};
  if (!isUrl) return options;
  const { hostname, port, pathname, search, protocol } = new URL(first);
  return { protocol, hostname, port, path: pathname + search, ...options };
}

/** The host that a request is for, with its port where that is not the usual one. */
function hostOf({ hostname, host, port }) {
  const name = String(hostname ?? host ?? 'localhost').toLowerCase();
  const isUsual = port === undefined || port === null || port === '' || [80, 443].includes(Number(port));
  return isUsual || /:\d+$/.test(name) ? name : `${name}:${port}`;
}

function isSigned(headers) {
  const entries = Array.isArray(headers) ? [] : Object.entries(headers ?? {});
  return entries.some(([name, value]) => name.toLowerCase() === 'authorization' && /^AWS4?[- ]/.test(String(value)));
}

/** Headers that name the host for which the request was meant, as it would have been written. */
function withOrigin(headers, host, origin) {
  if (Array.isArray(headers)) return [...headers, originHeader, origin];
  const isNamed = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'host');
  return { ...headers, ...(isNamed ? {} : { host }), [originHeader]: origin };
}
