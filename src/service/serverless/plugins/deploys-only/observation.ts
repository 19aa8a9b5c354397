import type { PluginFamily } from '../plugin.js';

/** They add alarms and tags, or say what happens to logs. */
export const observation: PluginFamily = {
  about: 'alarms, logs, tracing, tags',
  plugins: [
    { name: 'serverless-log-forwarding', adds: { function: ['logForwarding'] } },
    { name: 'serverless-plugin-aws-alerts', adds: { function: ['alarms'] } },
    { name: 'serverless-plugin-log-retention', adds: { function: ['logRetentionInDays'] } },
    { name: 'serverless-plugin-log-subscription', adds: { function: ['logSubscription'] } },
    { name: 'serverless-plugin-metric' },
    { name: 'serverless-plugin-resource-tagging', adds: { provider: ['stackTags'] } },
    { name: 'serverless-plugin-tracing', adds: { function: ['tracing'], provider: ['tracing'] } },
    { name: 'serverless-slic-watch-plugin', adds: { function: ['slicWatch'] } },
    { name: 'serverless-sqs-alarms-plugin' },
    { name: 'serverless-tag-api-gateway' },
    { name: 'serverless-tag-cloud-watch-logs' },
  ],
};
