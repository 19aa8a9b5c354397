import type { PluginFamily } from '../plugin.js';

/** They create, fill and empty resources other than functions, and the functions' roles and networks in AWS. */
export const resources: PluginFamily = {
  about: 'resources, roles, networks',
  plugins: [
    { name: '@haftahave/serverless-ses-template' },
    { name: 'serverless-attach-managed-policy' },
    { name: 'serverless-create-global-dynamodb-table' },
    { name: 'serverless-dynamodb-autoscaling', otherNames: ['serverless-dynamodb-autoscaling-plugin'] },
    { name: 'serverless-fargate', adds: { service: ['fargate'] } },
    {
      name: 'serverless-iam-roles-per-function',
      otherNames: ['serverless-iamroles', 'serverless-plugin-custom-roles'],
      adds: {
        function: ['iamRoleStatements', 'iamRoleStatementsInherit', 'iamRoleStatementsName', 'iamPermissionsBoundary'],
      },
    },
    { name: 'serverless-plugin-vpc-eni-cleanup' },
    {
      name: 'serverless-s3-cleaner',
      otherNames: ['serverless-s3-remover', 'serverless-plugin-s3-remover', '@serverless-aws/serverless-s3-remover'],
    },
    { name: 'serverless-s3-deploy' },
    { name: 'serverless-s3-sync', otherNames: ['serverless-sync-s3'] },
    { name: 'serverless-ssm-publish' },
    { name: 'serverless-vpc-discovery', adds: { function: ['vpcDiscovery'] } },
    { name: 'serverless-vpc-plugin' },
  ],
};
