'use strict';

const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

/** Hosts of AWS's services. */
const ofAws = /^[\w.-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/i;

/** Tells the gateway for where a request was meant. */
const originHeader = 'x-invoke-local-origin';

/**
 * Has requests to AWS that name its host themselves go to the gateway: those of version 2 of the SDK, which knows no variable for
 * endpoints, those of clients with an endpoint of their own, and those to the host in the URL of a queue. All that is signed for
 * AWS goes there, whatever its host.
 * @param {{ url: string, hosts: string[] }} gateway its URL, and further hosts whose requests it gets
 */
exports.routeToGateway = ({ url, hosts }) => {
  const { hostname, port, host: ownHost } = new URL(url);
  const { request } = http;
  for (const module of [http, https]) {
    const original = module.request;
    module.request = (...args) => {
      const options = optionsOf(args);
      const host = hostOf(options);
      const isForAws = ofAws.test(host.replace(/:\d+$/, '')) || hosts.includes(host) || isSigned(options.headers);
      if (host === ownHost || !isForAws) return original(...args);
      const origin = `${module === https ? 'https' : 'http'}://${host}`;
      const callback = args.find((arg) => typeof arg === 'function');
      const routed = { ...options, protocol: 'http:', hostname, host: hostname, port, agent: undefined };
      return request({ ...routed, headers: withOrigin(options.headers, host, origin) }, callback);
    };
    module.get = (...args) => module.request(...args).end();
  }
  syncBuiltinESMExports();
};

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
