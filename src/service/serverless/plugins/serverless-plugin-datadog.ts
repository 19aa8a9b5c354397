import type { FunctionBody } from '../function/functions.js';
import { serviceName } from '../root/provider.js';
import { withEnvironment } from './changed-body.js';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';

export const datadog: ChangingPlugin = {
  name: 'serverless-plugin-datadog',
  changes: "adds Datadog's library and extension as layers, wraps the handler, sets `DD_…`",
  here: 'the variables are set; the handler is not wrapped, with a notice',
  effects: { settings: withVariables, leftOut: sentence },
};

type Settings = Readonly<Record<string, unknown>>;

/** The plugin's defaults for `custom.datadog`. */
const defaults: Settings = {
  site: 'datadoghq.com',
  enableXrayTracing: false,
  enableDDTracing: true,
  addLayers: true,
  addExtension: true,
  injectLogContext: true,
  flushMetricsToLogs: true,
  enableDDLogs: true,
  captureLambdaPayload: false,
  redirectHandlers: true,
};

/** The settings that become variables unchanged. */
const variables: Readonly<Record<string, string>> = {
  apiKey: 'DD_API_KEY',
  apiKMSKey: 'DD_KMS_API_KEY',
  apiKeySecretArn: 'DD_API_KEY_SECRET_ARN',
  apiKeySsmArn: 'DD_API_KEY_SSM_ARN',
  site: 'DD_SITE',
  logLevel: 'DD_LOG_LEVEL',
  enableDDTracing: 'DD_TRACE_ENABLED',
  enableXrayTracing: 'DD_MERGE_XRAY_TRACES',
  enableDDLogs: 'DD_SERVERLESS_LOGS_ENABLED',
  captureLambdaPayload: 'DD_CAPTURE_LAMBDA_PAYLOAD',
  enableColdStartTracing: 'DD_COLD_START_TRACING',
  minColdStartTraceDuration: 'DD_MIN_COLD_START_DURATION',
  coldStartTraceSkipLibs: 'DD_COLD_START_TRACE_SKIP_LIB',
  enableProfiling: 'DD_PROFILING_ENABLED',
  encodeAuthorizerContext: 'DD_ENCODE_AUTHORIZER_CONTEXT',
  decodeAuthorizerContext: 'DD_DECODE_AUTHORIZER_CONTEXT',
  apmFlushDeadline: 'DD_APM_FLUSH_DEADLINE_MILLISECONDS',
};

/** The settings that become variables if the extension is added, unless the provider has these variables. */
const tags: Readonly<Record<string, string>> = {
  service: 'DD_SERVICE',
  env: 'DD_ENV',
  version: 'DD_VERSION',
  tags: 'DD_TAGS',
};

async function settingsOf({ service, body }: FunctionInput): Promise<Settings | undefined> {
  const settings: Settings = { ...defaults, ...(await customMapping(service.resolver, 'datadog')) };
  const isExcluded = Array.isArray(settings['exclude']) && settings['exclude'].includes(body.key);
  return settings['enabled'] === false || isExcluded ? undefined : settings;
}

async function withVariables(input: FunctionInput): Promise<FunctionBody> {
  const settings = await settingsOf(input);
  if (settings === undefined) return input.body;
  const { service, body } = input;
  const { resolver, stage } = service;
  const added: Record<string, string> = {};
  const add = (name: string, value: unknown): void => {
    if (value !== undefined && value !== null) added[name] ??= String(value);
  };
  for (const [key, name] of Object.entries(variables)) add(name, settings[key]);
  if (settings['addExtension'] === false) {
    add('DD_FLUSH_TO_LOG', settings['flushMetricsToLogs']);
    add('DD_LOGS_INJECTION', settings['injectLogContext']);
    return withEnvironment(body, { defaults: added });
  }
  const environment = await resolver.walk(resolver.root, ['provider', 'environment']);
  const provided = new Set(environment === undefined ? [] : Object.keys(environment.value ?? {}));
  const ofService: Settings = { service: await serviceName(resolver), env: stage };
  for (const [key, name] of Object.entries(tags)) {
    if (!provided.has(name)) add(name, settings[key] ?? ofService[key]);
  }
  return withEnvironment(body, { defaults: added, overrides: { DD_LOGS_INJECTION: 'false' } });
}

async function sentence(input: FunctionInput): Promise<string | undefined> {
  const settings = await settingsOf(input);
  if (settings === undefined) return undefined;
  const isWrapped = settings['redirectHandlers'] !== false;
  const layers = [
    ...(settings['addLayers'] === false ? [] : ['library']),
    ...(settings['addExtension'] === false ? [] : ['extension']),
  ].join(' and ');
  if (layers === '') return isWrapped ? "the handler runs without Datadog's wrapper" : undefined;
  const handler = isWrapped ? ', and its handler is not wrapped' : '';
  return `the function runs without Datadog's ${layers}, which a deploy adds as layers${handler}`;
}
