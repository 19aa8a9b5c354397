import { createRequire } from 'node:module';
import { join } from 'node:path';

import { nodeFlags } from '../../src/lambda/interpreter/node-flags.js';
import { repositoryRoot } from '../paths.js';
import { bootstrap } from '../runtimes/node/session.js';
import type { HandlerLaunch } from './aws-clients.js';
import type { NamedGroup } from './define-suite.js';
import { details } from './invocation-details.js';

const handlers = join(repositoryRoot, 'test', 'differential', 'handlers', 'node');
const load = createRequire(import.meta.url);

const json = { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'TRACE' };
const onlyErrors = { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'ERROR' };

/** The groups of handlers that both dialects have. */
export const sharedGroups: readonly NamedGroup[] = [
  group('results'),
  group('results', { name: 'results, contained', isContained: true }),
  group('errors'),
  group('errors', { name: 'errors in JSON', environment: json, isContained: true }),
  group('endings'),
  group('logging'),
  group('logging', { name: 'logging in JSON', environment: json, isContained: true }),
  group('logging', { name: 'logging of errors alone', environment: onlyErrors }),
  group('context'),
  group('context', { name: 'context with everything', details, isContained: true }),
  group('context', { name: 'context with everything, logs in JSON', details, environment: json }),
  group('streaming'),
];

/** Those of the dialect that calls back. */
export const callbackGroups: readonly NamedGroup[] = [group('callbacks')];

function group(module: string, changes: Partial<NamedGroup> = {}): NamedGroup {
  const { cases } = load(join(handlers, `${module}.cjs`)) as { readonly cases: object };
  return { name: module, taskRoot: handlers, handler: `${module}.handler`, titles: Object.keys(cases), ...changes };
}

/** Our bootstrap, with the flags that Lambda gives Node.js, known by its token as it is for users. */
export function ownLaunch(node: string, flags: readonly string[]): HandlerLaunch {
  return () => ({ command: node, args: [...flags, bootstrap], sendsToken: true });
}

/** A client with the flags that Lambda gives Node.js. */
export function withFlags(launch: HandlerLaunch, flags: readonly string[]): HandlerLaunch {
  return (handler, taskRoot) => {
    const { args, ...rest } = launch(handler, taskRoot);
    return { ...rest, args: [...flags, ...args] };
  };
}

/** The flags for an interpreter of this version. */
export function flagsOf(declared: string, version: string): readonly string[] {
  return nodeFlags({ declared, version, memorySizeMiB: 512, nodeOptions: undefined });
}
