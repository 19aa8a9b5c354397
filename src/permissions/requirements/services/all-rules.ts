import { athena, bedrock, lambda, rdsData, states } from './compute.js';
import { dynamodb } from './dynamodb.js';
import { events, firehose, kinesis, scheduler, sns, sqs } from './messaging.js';
import {
  cloudformation,
  cloudwatch,
  cognitoIdentity,
  cognitoIdp,
  executeApi,
  iot,
  logs,
  ses,
  sts,
  xray,
} from './others.js';
import type { ServiceRules } from './rule.js';
import { s3 } from './s3.js';
import { kms, secretsmanager, ssm } from './secrets.js';

/** What is particular to services, by the prefixes of their actions. */
export const serviceRules: Readonly<Record<string, ServiceRules>> = {
  athena,
  bedrock,
  cloudformation,
  cloudwatch,
  'cognito-identity': cognitoIdentity,
  'cognito-idp': cognitoIdp,
  dynamodb,
  events,
  'execute-api': executeApi,
  firehose,
  iot,
  kinesis,
  kms,
  lambda,
  logs,
  'rds-data': rdsData,
  s3,
  scheduler,
  secretsmanager,
  ses,
  sns,
  sqs,
  ssm,
  states,
  sts,
  xray,
};
