// The environment of a test file: the worker's own. What a file changed of it is as before when the file has ended.
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Where jest keeps the tests of a file and who is told of their events, as names of symbols. */
const ofOneFile = /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|RETRY_TIMES.*|TEST_TIMEOUT_SYMBOL)$/;

/** What helpers of the tests want done when a file has ended: see test/at-file-end.ts. */
const atFileEnd = Symbol.for('invoke-local.tests.at-file-end');

class NodeEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig: { idToRef: (id) => id, refToId: (timer) => timer },
    });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.before = {
      console: globalThis.console,
      exit: process.exit,
      exitCode: process.exitCode,
      workingDirectory: process.cwd(),
      variables: { ...process.env },
    };
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (ofOneFile.test(symbol.description)) delete globalThis[symbol];
    }
  }

  async setup() {}

  async teardown() {
    const { console, exit, exitCode, workingDirectory, variables } = this.before;
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    for (const [name, value] of Object.entries(variables)) if (process.env[name] !== value) process.env[name] = value;
    if (process.cwd() !== workingDirectory) process.chdir(workingDirectory);
    process.exit = exit;
    process.exitCode = exitCode;
    globalThis.console = console;
    for (const end of globalThis[atFileEnd] ?? []) await end();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}

module.exports = NodeEnvironment;
