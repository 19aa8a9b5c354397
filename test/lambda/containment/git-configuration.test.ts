import { expect, test } from '@jest/globals';
import { withoutCredentials } from '../../../src/lambda/containment/git-configuration.js';

test("a repository's configuration keeps what is no credential", () => {
  const configuration = `[core]
	repositoryformatversion = 0
[remote "origin"]
	url = https://x-access-token:ghs_secret@github.com/owner/repository
	fetch = +refs/heads/*:refs/remotes/origin/*
[http "https://github.com/"]
	extraheader = AUTHORIZATION: basic secret
[credential] helper = store
[includeIf "gitdir:/srv/.git"]
	path = /temp/git-credentials.config
`;
  expect(withoutCredentials(configuration)).toBe(`[core]
	repositoryformatversion = 0
[remote "origin"]
	url = https://github.com/owner/repository
	fetch = +refs/heads/*:refs/remotes/origin/*
[http "https://github.com/"]
[includeIf "gitdir:/srv/.git"]
`);
});

test('an address by SSH stays', () => {
  expect(withoutCredentials('url = git@github.com:owner/repository.git')).toContain('git@github.com:owner');
});
