import { bodyText } from '../encode-body.js';
import { isObject, mergeMembers } from '../merge-members.js';
import { eventSample } from '../sample.js';

const changedItem = {
  invokingEvent: {
    configurationItem: {
      configurationItemCaptureTime: '2026-01-01T12:00:00.000Z',
      awsAccountId: '123456789012',
      configurationItemStatus: 'OK',
      resourceId: 'i-00000000',
      ARN: 'arn:aws:ec2:us-east-1:123456789012:instance/i-00000000',
      awsRegion: 'us-east-1',
      availabilityZone: 'us-east-1a',
      resourceType: 'AWS::EC2::Instance',
      tags: {},
      relationships: [],
      configuration: {},
    },
    messageType: 'ConfigurationItemChangeNotification',
  },
  ruleParameters: {},
};

/** "Example events for AWS Config rules": two members of it are JSON in a string. */
export const config = eventSample({
  name: 'config',
  title: 'Config rule',
  event: ({ region, accountId }) => ({
    version: '1.0',
    invokingEvent: JSON.stringify(changedItem.invokingEvent),
    ruleParameters: JSON.stringify(changedItem.ruleParameters),
    resultToken: 'token',
    eventLeftScope: false,
    executionRoleArn: `arn:aws:iam::${accountId}:role/config-role`,
    configRuleArn: `arn:aws:config:${region}:${accountId}:config-rule/config-rule-0123456`,
    configRuleName: 'rule',
    configRuleId: 'config-rule-0123456',
    accountId,
  }),
  setters: {
    invokingEvent: (event, value) => {
      event['invokingEvent'] = isObject(value) ? JSON.stringify(mergeMembers(changedItem.invokingEvent, value)) : value;
    },
    ruleParameters: (event, value) => {
      event['ruleParameters'] = bodyText(value);
    },
  },
});
