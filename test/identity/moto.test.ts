import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, expect, test } from '@jest/globals';
import type { SessionRequest } from '../../src/aws/sessions.js';
import { askForSession } from '../../src/identity/session.js';
import { startMoto } from '../service/serverless/remote/moto.js';
import { tokenFor } from './token-service.js';

const moto = await startMoto();
if ('unavailable' in moto) {
  process.stderr.write(`The tests of sessions against moto are skipped: moto is not there (${moto.unavailable}).\n`);
}
const endpoint = 'url' in moto ? moto.url : '';
afterAll(async () => {
  if ('url' in moto) await moto.stop();
});

const arn = 'arn:aws:iam::123456789012:role/ci';
const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';

const requests: readonly [SessionRequest['kind'], SessionRequest, string][] = [
  ['role', { kind: 'role', arn, sessionName: 'one', policy, tags: { Team: 'orders' } }, 'assumed-role/ci/one'],
  ['web-identity', { kind: 'web-identity', arn, sessionName: 'two', token: tokenFor('sts') }, 'assumed-role/ci/two'],
  ['federation', { kind: 'federation', sessionName: 'three', policy }, 'arn:aws:'],
];

(endpoint === '' ? test.skip : test).each(requests)(
  'a session of the kind %s signs for its identity',
  async (_, request, who) => {
    const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
    const credentials = await askForSession(
      { request, keys, region: 'eu-west-1' },
      {
        request: {},
        hostEnvironment: { AWS_ENDPOINT_URL: endpoint },
        stepEnvironment: { AWS_ENDPOINT_URL: endpoint },
        loadAws: () => import('../../src/aws/index.js'),
        report: () => {},
        signal: new AbortController().signal,
      },
    );
    expect(credentials.sessionToken).not.toBe('');
    const sts = new STSClient({ region: 'eu-west-1', endpoint, credentials });
    const { Arn: caller } = await sts.send(new GetCallerIdentityCommand({}));
    expect(caller).toContain(who);
  },
);
