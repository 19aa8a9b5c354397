import type { Call, Json } from '../call.js';
import { arn, named, structure, text } from '../members.js';
import { passRole } from './messaging.js';
import type { Rule, ServiceRules } from './rule.js';

/** A function by its name, its ARN, or a part of the ARN (`account:function:name`), with its version or alias. */
function functionOf(call: Call): string | undefined {
  const name = text(call.members['FunctionName']);
  if (name === undefined) return undefined;
  const own = name.split(':function:').at(-1) ?? name;
  const whole = name.startsWith('arn:') ? name : arn(call, 'lambda', `function:${own}`);
  const qualifier = text(call.members['Qualifier']);
  return qualifier === undefined || own.includes(':') ? whole : `${whole}:${qualifier}`;
}

/** Source: AWS Lambda API reference, "Invoke": it needs `lambda:InvokeFunction`. */
export const lambda: ServiceRules = {
  actions: {
    Invoke: 'InvokeFunction',
    InvokeWithResponseStream: 'InvokeFunction',
  },
  resource: functionOf,
};

function machineOf(call: Call): string | undefined {
  const { stateMachineArn: machine, executionArn: execution, resourceArn: resource } = call.members;
  return text(machine) ?? text(execution) ?? text(resource);
}

const withRole: Rule = (call) => {
  const role = text(call.members['roleArn']);
  const name = text(call.members['name']);
  const machine = machineOf(call) ?? named(call, 'states', 'stateMachine:', name);
  return [
    { action: `states:${call.operation}`, resource: machine },
    ...(role === undefined ? [] : [passRole(role, 'states.amazonaws.com')]),
  ];
};

/** A token of a task tells its state machine to Step Functions only. */
const byToken: Rule = (call) => [{ action: `states:${call.operation}`, resource: undefined }];

export const states: ServiceRules = {
  resource: machineOf,
  rules: {
    CreateStateMachine: withRole,
    SendTaskFailure: byToken,
    SendTaskHeartbeat: byToken,
    SendTaskSuccess: byToken,
    UpdateStateMachine: withRole,
  },
};

/** A model of Bedrock belongs to no account. Source: service authorization reference, "Amazon Bedrock". */
function modelOf(call: Call): string | undefined {
  const id = text(call.members['modelId']);
  if (id === undefined || id.startsWith('arn:')) return id;
  const isProfile = /^(?:us|eu|apac|ap|ca|sa|global|us-gov)\./.test(id);
  return isProfile
    ? arn(call, 'bedrock', `inference-profile/${id}`)
    : arn({ ...call, account: '' }, 'bedrock', `foundation-model/${id}`);
}

export const bedrock: ServiceRules = {
  actions: {
    Converse: 'InvokeModel',
    ConverseStream: 'InvokeModelWithResponseStream',
    CountTokens: 'CountTokens',
  },
  resource: modelOf,
};

/** Statements need the secret with the database's password too. Source: Amazon Aurora user guide, "Authorizing access to the RDS Data API". */
const withSecret: Rule = (call) => {
  const secret = text(call.members['secretArn']);
  return [
    { action: `rds-data:${call.operation}`, resource: text(call.members['resourceArn']) },
    ...(secret === undefined ? [] : [{ action: 'secretsmanager:GetSecretValue', resource: secret }]),
  ];
};

export const rdsData: ServiceRules = {
  rules: {
    BatchExecuteStatement: withSecret,
    BeginTransaction: withSecret,
    CommitTransaction: withSecret,
    ExecuteStatement: withSecret,
    RollbackTransaction: withSecret,
  },
};

const inWorkGroup = (call: Call, group: Json | undefined): string =>
  arn(call, 'athena', `workgroup/${text(group) ?? 'primary'}`);

export const athena: ServiceRules = {
  resource: (call) => inWorkGroup(call, call.members['WorkGroup']),
  rules: {
    GetQueryExecution: byQuery,
    GetQueryResults: byQuery,
    StopQueryExecution: byQuery,
  },
};

/** Of a query by its id, the answer tells the work group, if anything does. */
function byQuery(call: Call) {
  const group = text(structure(structure(call.answer)['QueryExecution'])['WorkGroup']);
  return [{ action: `athena:${call.operation}`, resource: group === undefined ? undefined : inWorkGroup(call, group) }];
}
