/**
 * The ARNs of what requests name without an ARN: by service, and by the member that names it (Service Authorization Reference,
 * "Resource types"). `{}` is the member's value; `P`, `R` and `A` stand for partition, region and account.
 */
export const arnTemplates: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  athena: {
    WorkGroup: 'arn:P:athena:R:A:workgroup/{}',
    CatalogName: 'arn:P:athena:R:A:datacatalog/{}',
    CapacityReservationName: 'arn:P:athena:R:A:capacity-reservation/{}',
  },
  'bedrock-runtime': {
    modelId: 'arn:P:bedrock:R::foundation-model/{}',
    guardrailIdentifier: 'arn:P:bedrock:R:A:guardrail/{}',
  },
  cloudformation: { StackName: 'arn:P:cloudformation:R:A:stack/{}/*' },
  cloudwatch: {
    AlarmName: 'arn:P:cloudwatch:R:A:alarm:{}',
    AlarmNames: 'arn:P:cloudwatch:R:A:alarm:{}',
    DashboardName: 'arn:P:cloudwatch::A:dashboard/{}',
  },
  'cognito-identity': { IdentityPoolId: 'arn:P:cognito-identity:R:A:identitypool/{}' },
  'cognito-idp': { UserPoolId: 'arn:P:cognito-idp:R:A:userpool/{}' },
  dynamodb: {
    TableName: 'arn:P:dynamodb:R:A:table/{}',
    GlobalTableName: 'arn:P:dynamodb::A:global-table/{}',
  },
  events: {
    EventBusName: 'arn:P:events:R:A:event-bus/{}',
    ArchiveName: 'arn:P:events:R:A:archive/{}',
    ReplayName: 'arn:P:events:R:A:replay/{}',
  },
  firehose: { DeliveryStreamName: 'arn:P:firehose:R:A:deliverystream/{}' },
  'iot-data': { thingName: 'arn:P:iot:R:A:thing/{}', topic: 'arn:P:iot:R:A:topic/{}' },
  kinesis: { StreamName: 'arn:P:kinesis:R:A:stream/{}' },
  kms: { KeyId: 'arn:P:kms:R:A:key/{}' },
  lambda: { FunctionName: 'arn:P:lambda:R:A:function:{}', LayerName: 'arn:P:lambda:R:A:layer:{}' },
  logs: { logGroupName: 'arn:P:logs:R:A:log-group:{}', logGroupNames: 'arn:P:logs:R:A:log-group:{}' },
  scheduler: { GroupName: 'arn:P:scheduler:R:A:schedule-group/{}' },
  secretsmanager: {
    SecretId: 'arn:P:secretsmanager:R:A:secret:{}',
    SecretIdList: 'arn:P:secretsmanager:R:A:secret:{}',
    Name: 'arn:P:secretsmanager:R:A:secret:{}',
  },
  ses: {
    Source: 'arn:P:ses:R:A:identity/{}',
    ConfigurationSetName: 'arn:P:ses:R:A:configuration-set/{}',
    Template: 'arn:P:ses:R:A:template/{}',
  },
  sesv2: {
    FromEmailAddress: 'arn:P:ses:R:A:identity/{}',
    EmailIdentity: 'arn:P:ses:R:A:identity/{}',
    ConfigurationSetName: 'arn:P:ses:R:A:configuration-set/{}',
    TemplateName: 'arn:P:ses:R:A:template/{}',
  },
  sns: {},
  sqs: { QueueName: 'arn:P:sqs:R:A:{}' },
  ssm: {
    Name: 'arn:P:ssm:R:A:parameter/{}',
    Names: 'arn:P:ssm:R:A:parameter/{}',
    Path: 'arn:P:ssm:R:A:parameter/{}',
    DocumentName: 'arn:P:ssm:R:A:document/{}',
  },
  xray: { GroupName: 'arn:P:xray:R:A:group/{}/*' },
};
