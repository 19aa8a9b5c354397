import type { PluginFamily } from '../plugin.js';

/** They change what invokes functions, and where failed events go. */
export const triggers: PluginFamily = {
  about: 'events that invoke functions, step functions',
  plugins: [
    { name: '@agiledigital/serverless-sns-sqs-lambda', adds: { events: ['snsSqs'] } },
    {
      name: '@silvermine/serverless-plugin-cloudfront-lambda-edge',
      otherNames: ['serverless-plugin-cloudfront-lambda-edge'],
      adds: { function: ['lambdaAtEdge'] },
    },
    { name: 'serverless-external-s3-event', adds: { events: ['existingS3'] } },
    { name: 'serverless-local-schedule', adds: { events: ['schedule.timezone'] } },
    { name: 'serverless-plugin-existing-s3', adds: { events: ['existingS3'] } },
    { name: 'serverless-plugin-lambda-account-access', adds: { function: ['allowAccess'], provider: ['allowAccess'] } },
    { name: 'serverless-plugin-lambda-dead-letter', adds: { function: ['deadLetter'] } },
    { name: 'serverless-plugin-warmup', adds: { function: ['warmup'] } },
    { name: 'serverless-step-functions', adds: { service: ['stepFunctions'] } },
  ],
};
