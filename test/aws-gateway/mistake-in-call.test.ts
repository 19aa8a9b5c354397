import { expect, test } from '@jest/globals';
import { mistakeInCall } from '../../src/aws-gateway/cassette/find-operation.js';

test.each([
  ['dynamodb:GetItem', undefined],
  ['s3:*', undefined],
  ['sagemaker-runtime:InvokeEndpoint', undefined],
  ['bedrock:ListFoundationModels', undefined],
  [
    'dynamodb:GetItme',
    '`dynamodb:GetItme` is no call, since dynamodb has no operation `GetItme`. Did you mean `GetItem`?',
  ],
  ['dynamo-db:*', '`dynamo-db:*` is no call, since `dynamo-db` is no service that is known. Did you mean `dynamodb`?'],
  [
    'eventbridge:PutEvents',
    '`eventbridge:PutEvents` is no call, since `eventbridge` is no service that is known. Did you mean `events`?',
  ],
  ['states:StartExecution', expect.stringContaining('Did you mean `stepfunctions`?')],
  ['sfn:StartExecution', expect.stringContaining('Did you mean `stepfunctions`?')],
  ['execute-api:PostToConnection', expect.stringContaining('Did you mean `apigatewaymanagementapi`?')],
])('what is wrong with the call %s', (call, mistake) => {
  expect(mistakeInCall(call)).toEqual(mistake);
});
