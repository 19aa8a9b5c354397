import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonPackage } from './pip.js';

/** The managed policies of AWS that functions have, by their names. */
const wanted = [
  'AWSAppSyncInvokeFullAccess',
  'AWSCloudMapReadOnlyAccess',
  'AWSKeyManagementServicePowerUser',
  'AWSLambdaBasicDurableExecutionRolePolicy',
  'AWSLambdaBasicExecutionRole',
  'AWSLambdaDynamoDBExecutionRole',
  'AWSLambdaENIManagementAccess',
  'AWSLambdaExecute',
  'AWSLambdaInvocation-DynamoDB',
  'AWSLambdaKinesisExecutionRole',
  'AWSLambdaMSKExecutionRole',
  'AWSLambdaRole',
  'AWSLambdaSQSQueueExecutionRole',
  'AWSLambdaVPCAccessExecutionRole',
  'AWSLambda_FullAccess',
  'AWSLambda_ReadOnlyAccess',
  'AWSStepFunctionsFullAccess',
  'AWSStepFunctionsReadOnlyAccess',
  'AWSXRayDaemonWriteAccess',
  'AWSXrayFullAccess',
  'AWSXrayReadOnlyAccess',
  'AWSXrayWriteOnlyAccess',
  'AdministratorAccess',
  'AmazonAPIGatewayInvokeFullAccess',
  'AmazonAthenaFullAccess',
  'AmazonBedrockFullAccess',
  'AmazonBedrockReadOnly',
  'AmazonCognitoPowerUser',
  'AmazonCognitoReadOnly',
  'AmazonDynamoDBFullAccess',
  'AmazonDynamoDBFullAccess_v2',
  'AmazonDynamoDBReadOnlyAccess',
  'AmazonEC2ReadOnlyAccess',
  'AmazonElastiCacheFullAccess',
  'AmazonElasticFileSystemClientFullAccess',
  'AmazonElasticFileSystemClientReadOnlyAccess',
  'AmazonElasticFileSystemClientReadWriteAccess',
  'AmazonEventBridgeFullAccess',
  'AmazonEventBridgeReadOnlyAccess',
  'AmazonEventBridgeSchedulerFullAccess',
  'AmazonKinesisFirehoseFullAccess',
  'AmazonKinesisFirehoseReadOnlyAccess',
  'AmazonKinesisFullAccess',
  'AmazonKinesisReadOnlyAccess',
  'AmazonMSKFullAccess',
  'AmazonOpenSearchServiceFullAccess',
  'AmazonOpenSearchServiceReadOnlyAccess',
  'AmazonPollyFullAccess',
  'AmazonRDSDataFullAccess',
  'AmazonRekognitionFullAccess',
  'AmazonRekognitionReadOnlyAccess',
  'AmazonS3FullAccess',
  'AmazonS3ObjectLambdaExecutionRolePolicy',
  'AmazonS3ReadOnlyAccess',
  'AmazonSESFullAccess',
  'AmazonSNSFullAccess',
  'AmazonSNSReadOnlyAccess',
  'AmazonSNSRole',
  'AmazonSQSFullAccess',
  'AmazonSQSReadOnlyAccess',
  'AmazonSSMFullAccess',
  'AmazonSSMManagedInstanceCore',
  'AmazonSSMReadOnlyAccess',
  'AmazonTextractFullAccess',
  'AmazonTranscribeFullAccess',
  'ComprehendFullAccess',
  'CloudWatchFullAccess',
  'CloudWatchFullAccessV2',
  'CloudWatchLambdaApplicationSignalsExecutionRolePolicy',
  'CloudWatchLambdaInsightsExecutionRolePolicy',
  'CloudWatchLogsFullAccess',
  'CloudWatchLogsReadOnlyAccess',
  'CloudWatchReadOnlyAccess',
  'PowerUserAccess',
  'SecretsManagerReadWrite',
  'TranslateFullAccess',
  'TranslateReadOnly',
];

/**
 * The statements of AWS's managed policies that functions have, by their names, from the package moto, which keeps them all.
 * @param {string} cache
 * @param {string} version
 */
export function managedPolicies(cache, version) {
  const folder = pythonPackage(cache, 'moto', version);
  const source = readFileSync(join(folder, 'moto', 'iam', 'aws_managed_policies.py'), 'utf8');
  const all = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1));
  const found = wanted.map((name) => {
    if (!(name in all)) throw new Error(`AWS has no managed policy ${name} any more`);
    return [name, [all[name].Document.Statement].flat()];
  });
  return {
    policies: Object.fromEntries(found),
    license: readFileSync(join(folder, `moto-${version}.dist-info`, 'licenses', 'LICENSE'), 'utf8'),
  };
}
