import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from '../paths.js';
import type { HandlerLaunch } from './aws-clients.js';
import type { NamedGroup } from './define-suite.js';
import { details } from './invocation-details.js';

const handlers = join(repositoryRoot, 'test', 'differential', 'handlers', 'python');
const bootstrap = join(repositoryRoot, 'runtimes', 'python', 'bootstrap.py');

const json = { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'DEBUG' };
const onlyErrors = { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'ERROR' };
const textOfInfo = { AWS_LAMBDA_LOG_LEVEL: 'INFO' };

/** The groups of handlers. */
export const pythonGroups: readonly NamedGroup[] = [
  group('results'),
  group('results', { name: 'results up to Python 3.11', runtime: 'python3.11', isContained: true }),
  group('errors'),
  group('errors', { name: 'errors in JSON', environment: json, isContained: true }),
  group('logs'),
  group('logs', { name: 'logs in JSON', environment: json, isContained: true }),
  group('logs', { name: 'logs of errors alone', environment: onlyErrors }),
  group('logs', { name: 'logs from INFO on', environment: textOfInfo }),
  group('contexts'),
  group('contexts', { name: 'contexts with everything', details, isContained: true }),
  group('contexts', { name: 'contexts with everything, logs in JSON', details, environment: json }),
];

function group(module: string, changes: Partial<NamedGroup> = {}): NamedGroup {
  const source = readFileSync(join(handlers, `${module}.py`), 'utf8');
  const titles = [...source.matchAll(/^(?:@case|result|error)\("(.*?)"/gm)].flatMap(([, title = '']) => title);
  return { name: module, taskRoot: handlers, handler: `${module}.handler`, titles, ...changes };
}

/** Our bootstrap, known by its token as it is for users. */
export function ownLaunch(python: string): HandlerLaunch {
  return () => ({ command: python, args: [bootstrap], sendsToken: true });
}
