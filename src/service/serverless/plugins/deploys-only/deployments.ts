import type { PluginFamily } from '../plugin.js';

/** They change how stacks, versions and their bucket are deployed, or run something before or after a deploy. */
export const deployments: PluginFamily = {
  about: 'stacks, versions and hooks of deploys',
  plugins: [
    { name: 'serverless-analyze-bundle-plugin' },
    { name: 'serverless-aws-alias', otherNames: ['serverless-aws-alias-v3'] },
    { name: 'serverless-better-credentials' },
    { name: 'serverless-cloudformation-changesets', otherNames: ['serverless-cloudformation-changesets-v3'] },
    { name: 'serverless-cloudformation-resource-counter' },
    { name: 'serverless-dependson-plugin' },
    {
      name: 'serverless-deployment-bucket',
      adds: {
        provider: [
          'deploymentBucket.versioning',
          'deploymentBucket.accelerate',
          'deploymentBucket.enabled',
          'deploymentBucket.policy',
          'deploymentBucket.kmsKeyID',
        ],
      },
    },
    { name: 'serverless-export-env' },
    { name: 'serverless-export-outputs' },
    { name: 'serverless-hooks', otherNames: ['serverless-hooks-plugin'] },
    { name: 'serverless-manifest-plugin' },
    { name: 'serverless-plugin-additional-stacks' },
    { name: 'serverless-plugin-bind-deployment-id' },
    {
      name: 'serverless-plugin-canary-deployments',
      otherNames: ['@essent/serverless-plugin-canary-deployments', '@flagsmith/serverless-plugin-canary-deployments'],
      adds: { function: ['deploymentSettings'] },
    },
    { name: 'serverless-plugin-diff' },
    { name: 'serverless-plugin-scripts' },
    { name: 'serverless-plugin-split-stacks' },
    { name: 'serverless-provisioned-concurrency-autoscaling', adds: { function: ['concurrencyAutoscaling'] } },
    { name: 'serverless-prune-plugin', otherNames: ['serverless-prune-versions', 'serverless-lambda-prune-plugin'] },
    { name: 'serverless-scriptable-plugin' },
    { name: 'serverless-seed' },
    { name: 'serverless-stack-output', otherNames: ['@anttiviljami/serverless-stack-output'] },
    { name: 'serverless-stack-termination-protection' },
    { name: 'serverless-stage-manager' },
    {
      name: '@serverless/dashboard-plugin',
      otherNames: ['@serverless/enterprise-plugin', '@serverless/safeguards-plugin'],
    },
  ],
};
