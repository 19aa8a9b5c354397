import { isMapping } from '../../document/config-node.js';
import { isTrue } from '../../document/settings.js';
import { allow, functionArn, type MadeStatement } from './made-statement.js';
import type { RoleMember } from './role-member.js';

/** The settings of the provider that functions inherit, as far as they make permissions. */
export interface SharedSettings {
  readonly kmsKeyArn: unknown;
  /** `provider.tracing.lambda` */
  readonly tracing: unknown;
  readonly vpc: unknown;
}

/**
 * What the framework allows for the settings of a function other than its events. Source: `plugins/aws/package/compile/functions.js`.
 * @param nameOf the name in AWS of a function by its key
 */
export function settingStatements(
  { settings }: Pick<RoleMember, 'settings'>,
  shared: SharedSettings,
  nameOf: (key: string) => string | undefined,
): MadeStatement[] {
  const { onError, fileSystemConfig, destinations } = settings;
  const kmsKeyArn = settings.kmsKeyArn ?? shared.kmsKeyArn;
  const { onSuccess, onFailure } = isMapping(destinations)
    ? { onSuccess: destinations['onSuccess'], onFailure: destinations['onFailure'] }
    : {};
  return [
    ...(typeof onError === 'string' ? [allow('onError', ['sns:Publish'], onError)] : []),
    ...(typeof kmsKeyArn === 'string' ? [allow('kmsKeyArn', ['kms:Decrypt'], kmsKeyArn)] : []),
    ...(isTraced(settings.tracing ?? shared.tracing)
      ? [allow('tracing', ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*')]
      : []),
    ...(isMapping(fileSystemConfig) ? [fileSystemStatement(fileSystemConfig)] : []),
    ...[onSuccess, onFailure].flatMap((target) => destinationStatement(target, nameOf)),
  ];
}

function isTraced(tracing: unknown): boolean {
  return isTrue(tracing) || (typeof tracing === 'string' && tracing !== 'false');
}

function fileSystemStatement({ arn, type }: Readonly<Record<string, unknown>>): MadeStatement {
  const isS3 = type === 's3files' || (typeof arn === 'string' && arn.split(':')[2] === 's3files');
  const prefix = isS3 ? 's3files' : 'elasticfilesystem';
  return allow('fileSystemConfig', [`${prefix}:ClientMount`, `${prefix}:ClientWrite`], arn);
}

const destinationActions: Readonly<Record<string, string>> = {
  function: 'lambda:InvokeFunction',
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  eventBus: 'events:PutEvents',
};

function destinationStatement(target: unknown, nameOf: (key: string) => string | undefined): MadeStatement[] {
  if (isMapping(target)) {
    const action = destinationActions[String(target['type'])];
    return action === undefined ? [] : [allow('destinations', [action], target['arn'])];
  }
  if (typeof target !== 'string') return [];
  if (!target.startsWith('arn:')) {
    return [allow('destinations', ['lambda:InvokeFunction'], functionArn(nameOf(target) ?? target))];
  }
  const action = target.includes(':function:')
    ? 'lambda:InvokeFunction'
    : target.includes(':sqs:')
      ? 'sqs:SendMessage'
      : target.includes(':sns:')
        ? 'sns:Publish'
        : 'events:PutEvents';
  return [allow('destinations', [action], target)];
}
