import { eventSample } from '../sample.js';

/** "Lambda function actions" of a rotation in AWS Secrets Manager. */
export const rotation = eventSample({
  name: 'secretsmanager-rotation',
  title: 'Secrets Manager, rotation',
  event: ({ region, accountId }) => ({
    Step: 'createSecret',
    SecretId: `arn:aws:secretsmanager:${region}:${accountId}:secret:secret-a1b2c3`,
    ClientRequestToken: '01234567-89ab-cdef-0123-456789abcdef',
  }),
});

/** "Custom resource request objects" of CloudFormation. */
export const customResource = eventSample({
  name: 'cloudformation',
  title: 'CloudFormation, custom resource',
  event: ({ region, accountId }) => ({
    RequestType: 'Create',
    ServiceToken: `arn:aws:lambda:${region}:${accountId}:function:function`,
    ResponseURL: 'https://cloudformation-custom-resource-response.example.com/response',
    StackId: `arn:aws:cloudformation:${region}:${accountId}:stack/stack/51af3dc0-da77-11e4-872e-1234567db123`,
    RequestId: '5478077c-d5a5-47d8-9d0e-1c6c2f7b9a10',
    LogicalResourceId: 'Resource',
    ResourceType: 'Custom::Resource',
    ResourceProperties: { ServiceToken: `arn:aws:lambda:${region}:${accountId}:function:function` },
  }),
  optional: ['PhysicalResourceId', 'OldResourceProperties'],
});
