import { endpointDomainOf } from '../../aws/partition.js';

/**
 * What the template alone tells about resources of a type. The texts have placeholders: `{name}` is its name (or its
 * physical id, where it has no name of its own), `{partition}`, `{region}`, `{account}` and `{suffix}` are the stack's,
 * `{website}` is the host of S3's websites there, `{scheme}` that of an API's endpoint, and `{Property}` or
 * `{Property=default}` is a property of the resource.
 */
export interface ResourceType {
  /** The property with its name. Without it, the physical id is known only after the deploy. */
  readonly nameProperty?: string;
  /** The value of `Ref`; by default `{name}`. */
  readonly ref?: string;
  /** The values of `Fn::GetAtt`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** A property with which the values are different, in ways that are not described here. */
  readonly unless?: string;
}

const arn = (service: string, resource: string): string => `arn:{partition}:${service}:{region}:{account}:${resource}`;
const iamArn = (kind: string): string => `arn:{partition}:iam::{account}:${kind}{Path=/}{name}`;
const stateMachineArn = arn('states', 'stateMachine:{name}');
const activityArn = arn('states', 'activity:{name}');
const topicArn = arn('sns', '{name}');
const queueUrl = 'https://sqs.{region}.{suffix}/{account}/{name}';
const userPoolProvider = 'cognito-idp.{region}.{suffix}/{name}';
const searchDomain: ResourceType = {
  nameProperty: 'DomainName',
  attributes: { Arn: arn('es', 'domain/{name}'), DomainArn: arn('es', 'domain/{name}') },
};

/**
 * The types of resources whose values functions usually get. Source: CloudFormation template reference, the section "Return
 * values" of each type; ARNs from the service authorization reference.
 */
const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::ApiGateway::RestApi': { attributes: { RestApiId: '{name}' } },
  'AWS::ApiGateway::Stage': { nameProperty: 'StageName' },
  'AWS::ApiGatewayV2::Api': {
    attributes: { ApiEndpoint: '{scheme}://{name}.execute-api.{region}.{suffix}', ApiId: '{name}' },
  },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName' },
  'AWS::Athena::WorkGroup': { nameProperty: 'Name' },
  'AWS::CloudWatch::Alarm': { nameProperty: 'AlarmName', attributes: { Arn: arn('cloudwatch', 'alarm:{name}') } },
  'AWS::Cognito::UserPool': {
    attributes: {
      Arn: arn('cognito-idp', 'userpool/{name}'),
      ProviderName: userPoolProvider,
      ProviderURL: `https://${userPoolProvider}`,
      UserPoolId: '{name}',
    },
  },
  'AWS::Cognito::UserPoolClient': { attributes: { ClientId: '{name}' } },
  'AWS::Cognito::UserPoolDomain': { nameProperty: 'Domain' },
  'AWS::DynamoDB::GlobalTable': { nameProperty: 'TableName', attributes: { Arn: arn('dynamodb', 'table/{name}') } },
  'AWS::DynamoDB::Table': { nameProperty: 'TableName', attributes: { Arn: arn('dynamodb', 'table/{name}') } },
  'AWS::EC2::SecurityGroup': { attributes: { GroupId: '{name}' } },
  'AWS::EC2::Subnet': {
    attributes: {
      AvailabilityZone: '{AvailabilityZone}',
      CidrBlock: '{CidrBlock}',
      SubnetId: '{name}',
      VpcId: '{VpcId}',
    },
  },
  'AWS::EC2::VPC': { attributes: { CidrBlock: '{CidrBlock}', VpcId: '{name}' } },
  'AWS::ECR::Repository': {
    nameProperty: 'RepositoryName',
    attributes: {
      Arn: arn('ecr', 'repository/{name}'),
      RepositoryUri: '{account}.dkr.ecr.{region}.{suffix}/{name}',
    },
  },
  'AWS::ECS::Cluster': { nameProperty: 'ClusterName', attributes: { Arn: arn('ecs', 'cluster/{name}') } },
  'AWS::Elasticsearch::Domain': searchDomain,
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    attributes: { Arn: arn('events', 'event-bus/{name}'), Name: '{name}' },
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    attributes: { Arn: arn('events', 'rule/{name}') },
    unless: 'EventBusName',
  },
  'AWS::IAM::Group': { nameProperty: 'GroupName', attributes: { Arn: iamArn('group') } },
  'AWS::IAM::InstanceProfile': { nameProperty: 'InstanceProfileName', attributes: { Arn: iamArn('instance-profile') } },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    ref: iamArn('policy'),
    attributes: { PolicyArn: iamArn('policy') },
  },
  'AWS::IAM::Role': { nameProperty: 'RoleName', attributes: { Arn: iamArn('role') } },
  'AWS::IAM::User': { nameProperty: 'UserName', attributes: { Arn: iamArn('user') } },
  'AWS::Kinesis::Stream': { nameProperty: 'Name', attributes: { Arn: arn('kinesis', 'stream/{name}') } },
  'AWS::KinesisFirehose::DeliveryStream': {
    nameProperty: 'DeliveryStreamName',
    attributes: { Arn: arn('firehose', 'deliverystream/{name}') },
  },
  'AWS::KMS::Alias': { nameProperty: 'AliasName' },
  'AWS::KMS::Key': { attributes: { Arn: arn('kms', 'key/{name}'), KeyId: '{name}' } },
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', attributes: { Arn: arn('lambda', 'function:{name}') } },
  'AWS::Logs::LogGroup': { nameProperty: 'LogGroupName', attributes: { Arn: arn('logs', 'log-group:{name}:*') } },
  'AWS::OpenSearchService::Domain': searchDomain,
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    attributes: {
      Arn: 'arn:{partition}:s3:::{name}',
      DomainName: '{name}.s3.{suffix}',
      DualStackDomainName: '{name}.s3.dualstack.{region}.{suffix}',
      RegionalDomainName: '{name}.s3.{region}.{suffix}',
      WebsiteURL: 'http://{name}.{website}',
    },
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    attributes: { Arn: arn('scheduler', 'schedule/{GroupName=default}/{name}') },
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    attributes: { Arn: arn('scheduler', 'schedule-group/{name}') },
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    ref: topicArn,
    attributes: { TopicArn: topicArn, TopicName: '{name}' },
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: queueUrl,
    attributes: { Arn: arn('sqs', '{name}'), QueueName: '{name}', QueueUrl: queueUrl },
  },
  'AWS::SSM::Parameter': { nameProperty: 'Name', attributes: { Type: '{Type}', Value: '{Value}' } },
  'AWS::StepFunctions::Activity': {
    nameProperty: 'Name',
    ref: activityArn,
    attributes: { Arn: activityArn, Name: '{name}' },
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    ref: stateMachineArn,
    attributes: { Arn: stateMachineArn, Name: '{name}' },
  },
  'AWS::Serverless::Function': { nameProperty: 'FunctionName', attributes: { Arn: arn('lambda', 'function:{name}') } },
  'AWS::Serverless::SimpleTable': { nameProperty: 'TableName', attributes: { Arn: arn('dynamodb', 'table/{name}') } },
  'AWS::Serverless::StateMachine': {
    nameProperty: 'Name',
    ref: stateMachineArn,
    attributes: { Arn: stateMachineArn, Name: '{name}' },
  },
  // The ARN of a secret ends in random letters.
  'AWS::SecretsManager::Secret': { attributes: { Id: '{name}' } },
};

/** The regions whose websites have a dash before the region. Source: AWS general reference, "Amazon S3 website endpoints". */
const websitesWithDash: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
]);

/** The parent domain of S3's websites in a region. */
export function websiteHostOf(region: string): string {
  return `s3-website${websitesWithDash.has(region) ? '-' : '.'}${region}.${endpointDomainOf(region)}`;
}

/** What is known of a type; `undefined` for one of which nothing is. */
export function resourceType(name: string): ResourceType | undefined {
  return Object.hasOwn(resourceTypes, name) ? resourceTypes[name] : undefined;
}

/** The name of a resource inside of its physical id, which is the name itself, a URL or an ARN that ends in it. */
export function nameInPhysicalId({ ref = '{name}' }: ResourceType, physicalId: string): string {
  return ref === '{name}' ? physicalId : (physicalId.split(/[/:]/).at(-1) ?? physicalId);
}
