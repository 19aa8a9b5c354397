import { randomUUID } from 'node:crypto';

import { isMapping } from '../../document/config-node.js';
import type { FunctionBody } from '../function/functions.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { VariableError } from '../variables/problem.js';
import { withEnvironment } from './changed-body.js';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';
import { variableTexts } from './variable-texts.js';

export const sentry: ChangingPlugin = {
  name: 'serverless-sentry',
  changes: 'sets `SENTRY_DSN`, `SENTRY_RELEASE` and the other variables of its library',
  here: 'the same, by `custom.sentry` and `sentry` of the function',
  adds: { function: ['sentry'] },
  effects: { settings: withVariables },
};

/** The settings, and the names of their variables. */
const variables = {
  dsn: 'SENTRY_DSN',
  release: 'SENTRY_RELEASE',
  environment: 'SENTRY_ENVIRONMENT',
  autoBreadcrumbs: 'SENTRY_AUTO_BREADCRUMBS',
  sourceMaps: 'SENTRY_SOURCEMAPS',
  filterLocal: 'SENTRY_FILTER_LOCAL',
  captureErrors: 'SENTRY_CAPTURE_ERRORS',
  captureUnhandledRejections: 'SENTRY_CAPTURE_UNHANDLED',
  captureUncaughtException: 'SENTRY_CAPTURE_UNCAUGHT',
  captureMemoryWarnings: 'SENTRY_CAPTURE_MEMORY',
  captureTimeoutWarnings: 'SENTRY_CAPTURE_TIMEOUTS',
} as const;

async function withVariables({ service, body }: FunctionInput): Promise<FunctionBody> {
  const shared = await customMapping(service.resolver, 'sentry');
  const own = (await body.setting('sentry'))?.value;
  if (!shared['dsn'] || shared['enabled'] === false || own === false) return body;
  const settings: Record<string, unknown> = {
    ...shared,
    environment: shared['environment'] || service.options['stage'],
    release: await releaseOf(shared['release'], service),
    ...(isMapping(own) ? own : {}),
  };
  const overrides = Object.entries(variables).flatMap(([key, name]) => {
    const value = key === 'release' ? versionOf(settings[key]) : settings[key];
    return value === undefined || value === null ? [] : [[name, String(value)] as const];
  });
  return withEnvironment(body, { overrides: Object.fromEntries(overrides) });
}

/** For a function's own settings, only an explicit release counts. */
function versionOf(release: unknown): unknown {
  return isMapping(release) && release['version'] ? release['version'] : undefined;
}

/** The tag or the commit if git should be asked, else the given version. */
async function releaseOf(release: unknown, { resolver }: ServiceFacts): Promise<unknown> {
  const version = isMapping(release) ? release['version'] : release;
  if (version === undefined || version === null || String(version) === 'false') return undefined;
  const asksGit = version === true || version === 'true' || version === 'git';
  if (!asksGit) return { version: version === 'random' ? randomVersion() : String(version).trim() };
  try {
    const told = await resolver.value(variableTexts(resolver, ['custom', 'sentry'], { tags: '${git:tags}' }));
    return { version: isMapping(told) ? String(told['tags']).split('::')[0] : undefined };
  } catch (error) {
    if (version === 'git' || !(error instanceof VariableError)) throw error;
    return { version: randomVersion() };
  }
}

function randomVersion(): string {
  return randomUUID().replaceAll('-', '');
}
