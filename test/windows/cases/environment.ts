import assert from 'node:assert/strict';
import { nodeService } from '../node-service.js';
import type { WindowsCase } from '../windows-case.js';

/** The names of variables, whose case means nothing on Windows. */
export const environments: readonly WindowsCase[] = [
  {
    title: 'the handler has the variables of the shell, whatever their case',
    async run({ machine, write, command }) {
      await write(nodeService(machine, { shows: '() => [process.env.mixed_CASE, process.env.Path !== undefined]' }));
      const { stdout } = await command(['-f', 'shows', '-d', '{}'], { environment: { Mixed_Case: 'here' } });
      assert.deepEqual(JSON.parse(stdout), ['here', true]);
    },
  },
  {
    title: '${env:…} finds a variable in any case',
    async run({ machine, write, command }) {
      await write(
        nodeService(machine, { shows: '() => process.env.NAME' }, 'environment:', '  NAME: ${env:userprofile}'),
      );
      const { stdout } = await command(['-f', 'shows', '-d', '{}']);
      assert.ok(JSON.parse(stdout).length > 3);
    },
  },
  {
    title: 'a variable of the configuration, and one of -e, replaces the one of the shell in any case',
    async run({ machine, write, command }) {
      await write(
        nodeService(
          machine,
          {
            shows:
              '() => [process.env.COLOUR, process.env.SHAPE, Object.keys(process.env).filter((name) => /^(colour|shape)$/i.test(name)).length]',
          },
          'environment:',
          '  colour: of the configuration',
        ),
      );
      const environment = { COLOUR: 'of the shell', SHAPE: 'of the shell' };
      const { stdout } = await command(['-f', 'shows', '-d', '{}', '-e', 'shape=of the call'], { environment });
      assert.deepEqual(JSON.parse(stdout), ['of the configuration', 'of the call', 2]);
    },
  },
  {
    title: "a variable of the configuration replaces Lambda's own in any case",
    async run({ machine, write, command }) {
      await write(nodeService(machine, { shows: '() => process.env.LANG' }, 'environment:', '  lang: de_DE.UTF-8'));
      assert.equal((await command(['-f', 'shows', '-d', '{}'])).stdout, '"de_DE.UTF-8"\n');
    },
  },
  {
    title: "keys are found, and the shell's tokens are left out, in any case",
    async run({ machine, write, command }) {
      await write(
        nodeService(machine, {
          shows: '() => [process.env.AWS_ACCESS_KEY_ID, process.env.ACTIONS_RUNTIME_TOKEN ?? null]',
        }),
      );
      const environment = {
        Aws_Access_Key_Id: 'AKIDEXAMPLE',
        aws_secret_access_key: 'of-the-shell',
        Actions_Runtime_Token: 'token',
      };
      assert.deepEqual(JSON.parse((await command(['-f', 'shows', '-d', '{}'], { environment })).stdout), [
        'AKIDEXAMPLE',
        null,
      ]);
    },
  },
  {
    title: 'a handler without the environment of the shell still starts programs',
    async run({ machine, write, command }) {
      const handler = `() => [
        process.env.MIXED ?? null,
        require('child_process').execSync('echo started').toString().trim(),
        require('os').homedir().length > 0,
        require('os').tmpdir().length > 0,
      ]`;
      await write(nodeService(machine, { starts: handler }));
      const { stdout, stderr } = await command(['-f', 'starts', '-d', '{}', '--no-inherit-env'], {
        environment: { Mixed: 'here' },
      });
      assert.ok(stdout !== '', stderr);
      assert.deepEqual(JSON.parse(stdout), [null, 'started', true, true]);
    },
  },
];
