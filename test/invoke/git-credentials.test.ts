import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repositorySecrets } from '../../src/lambda/containment/repository-secrets.js';
import { entry, nodeRuntime } from '../cli/command.js';
import { roomMakers } from '../lambda/containment/users.js';

const makers = roomMakers('user-namespaces');
const secret = 'AUTHORIZATION: basic hunter2';
let folder = '';

/** Runs git in a folder of the test. */
function git(place: string, ...args: readonly string[]): void {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always'];
  execFileSync('git', [...own, ...args], { cwd: join(folder, place), stdio: 'pipe' });
}

/** A repository with a commit. */
function repository(name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, name), { recursive: true });
  git(name, 'init', '-q');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
  git(name, 'add', '.');
  git(name, 'commit', '-qm', 'first');
}

/** All files in which git has been given something secret. */
const places: readonly string[] = [
  'main/.git/config',
  'main/.git/worktrees/service/config.worktree',
  'main/.git/modules/libs/inner/config',
  'main/.git/modules/libs/inner/modules/deep/config',
  'temp/git-credentials.config',
  'temp/cookies',
  'temp/store',
  'elsewhere/netrc',
  'elsewhere/gitconfig',
  'elsewhere/config/git/credentials',
  'home/.git-credentials',
  'home/.config/git/credentials',
  'home/.cache/git/credential/store',
  'other/.git/config',
];

beforeAll(() => {
  folder = mkdtempSync('/var/tmp/invoke-local-git-');
  repository('deep', { a: '1' });
  repository('inner', { a: '1' });
  git('inner', 'submodule', '--quiet', 'add', '--name', 'deep', join(folder, 'deep'), 'deep');
  git('inner', 'commit', '-qm', 'second');
  repository('other', { a: '1' });
  git('other', 'config', 'http.extraheader', secret);
  repository('main', {
    'serverless.yml': `service: shop\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions: { read: { handler: read.handler } }\n`,
    'read.js': `const { readFileSync } = require('node:fs');
const read = (path) => { try { return readFileSync(path, 'utf8') } catch (error) { return error.code } };
exports.handler = async (paths) => Object.fromEntries(paths.map((path) => [path, read(path)]));`,
  });
  git('main', 'submodule', '--quiet', 'add', '--name', 'libs/inner', join(folder, 'inner'), 'libs/inner');
  git('main', 'submodule', '--quiet', 'update', '--init', '--recursive');
  git('main', 'commit', '-qm', 'second');
  git('main', 'config', 'extensions.worktreeConfig', 'true');
  git('main', 'worktree', 'add', '-q', join(folder, 'service'));
  for (const place of ['temp', 'elsewhere/config/git', 'home/.config/git', 'home/.cache/git/credential']) {
    mkdirSync(join(folder, place), { recursive: true });
  }
  git('main', 'config', 'includeIf.gitdir:/.path', join(folder, 'temp', 'git-credentials.config'));
  git('main', 'config', 'http.cookieFile', '../../temp/cookies');
  git('service', 'config', '--worktree', 'credential.helper', `store --file ${join(folder, 'temp', 'store')}`);
  for (const place of places) {
    if (place.startsWith('main/')) git('main', 'config', '--file', join(folder, place), 'http.extraheader', secret);
    else if (place !== 'other/.git/config') writeFileSync(join(folder, place), secret);
  }
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  chmodSync(folder, 0o755);
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['main', 'service', 'main/libs/inner', 'main/libs/inner/deep'])('from %s', (place) => {
  test('the configurations of the repositories are found without what is secret, and the files that they name', () => {
    const { replaced, hidden } = repositorySecrets(join(folder, place), join(folder, 'home'));
    const found = [...replaced.map(({ path }) => path), ...hidden];
    const expected = places.slice(0, 7).map((name) => join(folder, name));
    const ofModules = place.startsWith('main/libs');
    expect(found).toEqual(expect.arrayContaining(ofModules ? [join(folder, `main/.git/config`)] : expected));
    expect(JSON.stringify(replaced)).not.toContain('hunter2');
  });
});

if (makers.length === 0) test.skip('containment needs Linux', () => {});
else
  test.each(makers.map((maker) => [maker.title, maker] as const))(
    'a function contained by %s reads none of them',
    (_, maker) => {
      for (const place of ['main', 'service']) {
        const paths = places.map((name) => join(folder, name));
        const [command = '', ...args] = [
          ...maker.prefix,
          process.execPath,
          entry,
          '-f',
          'read',
          '-q',
          '--isolate',
          'true',
        ];
        const { stdout, stderr } = spawnSync(command, [...args, '-d', JSON.stringify(paths)], {
          encoding: 'utf8',
          cwd: join(folder, place),
          env: {
            PATH: process.env['PATH'],
            HOME: join(folder, 'home'),
            GITHUB_WORKSPACE: folder,
            GIT_CONFIG_GLOBAL: join(folder, 'elsewhere', 'gitconfig'),
            NETRC: join(folder, 'elsewhere', 'netrc'),
            XDG_CONFIG_HOME: join(folder, 'elsewhere', 'config'),
          },
        });
        const answer = JSON.parse(stdout || JSON.stringify(stderr)) as Readonly<Record<string, string>>;
        expect(Object.keys(answer)).toEqual(paths);
        const read = Object.keys(answer).filter((path) => answer[path]?.includes('hunter2'));
        expect(read).toEqual([]);
        expect(answer[join(folder, 'main/.git/config')]).toContain('[core]');
      }
    },
  );
