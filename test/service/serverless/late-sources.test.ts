import { expect, test } from '@jest/globals';
import {
  createRemoteSources,
  type RemoteSourceInputs,
} from '../../../src/service/serverless/variables/sources/remote-sources.js';
import { remoteSourceNames } from '../../../src/service/serverless/variables/sources.js';

test('the sources that load late are the ones that their module has', () => {
  const inputs = { answers: {}, environment: {} } as RemoteSourceInputs;
  expect([...createRemoteSources(inputs).keys()].sort()).toEqual([...remoteSourceNames].sort());
});
