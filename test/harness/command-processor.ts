import type { SecretMasker } from './secret-masker.js';
import { readCommand, type WorkflowCommand } from './workflow-command.js';

/** One annotation, as the run's page shows it. */
export interface StepAnnotation {
  readonly type: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What the commands in a step's output did. */
export interface CommandEffects {
  /** Outputs that were set by the old command; those of the file win. */
  readonly outputs: Record<string, string>;
  readonly annotations: StepAnnotation[];
  /** The step's log, as a person sees it: masked, commands taken out or rendered. */
  readonly log: string[];
  /** Every command that took effect, in order. */
  readonly commands: WorkflowCommand[];
  /** What the runner itself found wrong: each of these fails the step. */
  readonly failures: string[];
}

/** The caps of the runner, for one step. */
const MOST_ANNOTATIONS_OF_A_TYPE = 10;
const LONGEST_ANNOTATION = 4096;

const NAMES: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** Takes a step's output line by line, both streams alike, and does what the runner does with it. */
export interface CommandProcessor {
  line(text: string): void;
  readonly effects: CommandEffects;
}

/** A processor at the start of a step. */
export function createCommandProcessor(masker: SecretMasker): CommandProcessor {
  const effects: CommandEffects = { outputs: {}, annotations: [], log: [], commands: [], failures: [] };
  const counts = new Map<string, number>();
  let stopToken: string | undefined;
  let names = NAMES;

  const annotate = (type: StepAnnotation['type'], { data, properties }: WorkflowCommand): void => {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    effects.log.push(masker.mask(`##[${type}]${data}`));
    if (count > MOST_ANNOTATIONS_OF_A_TYPE) return;
    effects.annotations.push({ type, message: masker.mask(data.slice(0, LONGEST_ANNOTATION)), properties });
  };

  const stop = (token: string): void => {
    if (token === '' || NAMES.has(token.toLowerCase()) || token === 'pause-logging') {
      effects.failures.push(`Invalid token for stop-commands: '${token}'`);
      return;
    }
    stopToken = token.toLowerCase();
    names = new Set([...NAMES, stopToken]);
    if (token.length > 6) masker.add(token);
  };

  const run = (command: WorkflowCommand): void => {
    effects.commands.push(command);
    const { name, properties, data } = command;
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        annotate(name, command);
        break;
      case 'add-mask':
        if (data.trim() !== '') masker.add(data);
        effects.log.push('::add-mask::***');
        break;
      case 'stop-commands':
        stop(data);
        break;
      case 'set-output':
        if (!properties['name']) effects.failures.push('Required field `name` is missing in ##[set-output] command.');
        else effects.outputs[properties['name']] = data;
        break;
      case 'set-env':
      case 'add-path':
        effects.failures.push(`The \`${name}\` command is disabled.`);
        break;
      case 'add-matcher':
        effects.failures.push(`Could not find file '${data}'.`);
        break;
      case 'group':
      case 'endgroup':
        effects.log.push(masker.mask(`##[${name}]${data}`));
        break;
      default:
        break;
    }
  };

  return {
    effects,
    line(text) {
      if (stopToken !== undefined) {
        if (readCommand(text, names)?.name === stopToken) stopToken = undefined;
        else effects.log.push(masker.mask(text));
        return;
      }
      const command = readCommand(text, NAMES);
      if (command === undefined) effects.log.push(masker.mask(text));
      else run(command);
    },
  };
}
