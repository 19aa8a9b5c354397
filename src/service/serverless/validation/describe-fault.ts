import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { noForm } from './expected.js';
import type { Fault } from './fault.js';
import type { Snapshot } from './snapshot.js';

/** What describes a fault beside itself. */
export interface FaultContext {
  /** The names that are known where a property was meant to be: those that plugins add, too. */
  readonly known: (fault: Fault) => readonly string[];
  /** Where a property belongs that stands elsewhere, as a hint. */
  readonly elsewhere: (path: readonly string[]) => string | undefined;
}

/** A fault for a person, with its place in the file. */
export function describeFault(fault: Fault, { known, elsewhere }: FaultContext): Diagnostic {
  const { snapshot } = fault;
  const name = snapshot.path.join('.');
  const isOfKey = fault.kind === 'unknown-property' || fault.kind === 'missing';
  const location = locateNode(snapshot.node, isOfKey ? 'key' : 'value');
  const described = { severity: 'warning' as const, ...(location === undefined ? {} : { location }) };
  switch (fault.kind) {
    case 'unknown-property': {
      const nearest = nearestName(snapshot.path.at(-1) ?? '', known(fault));
      const hint = nearest === undefined ? elsewhere(snapshot.path) : `Did you mean ${nearest}?`;
      return {
        ...described,
        code: 'config-property-unknown',
        message: `${name} is a property that the framework does not know: a deploy leaves it out.`,
        ...(hint === undefined ? {} : { hint }),
      };
    }
    case 'unknown-event':
      return { ...described, ...unknownEvent(snapshot, name, known(fault)) };
    case 'missing':
      return {
        ...described,
        code: 'config-property-missing',
        message: `${name === '' ? '' : `${name}.`}${fault.name} is missing.`,
        hint: validationHint,
      };
    case 'type':
      return {
        ...described,
        code: 'config-value-refused',
        message: `${name} ${fault.expected}, and is ${shown(snapshot)}.`,
        hint: validationHint,
      };
    case 'value': {
      const isShown = fault.expected !== noForm && snapshot.kind === 'scalar';
      const given = isShown ? `, and is ${shown(snapshot)}` : '';
      return {
        ...described,
        code: 'config-value-refused',
        message: `${name} ${fault.expected}${given}.`,
        hint: validationHint,
      };
    }
  }
}

const validationHint = "The framework's own validation says so, too.";

function unknownEvent(
  event: Snapshot,
  name: string,
  known: readonly string[],
): Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  const code = 'config-event-unknown';
  const [kind] = event.kind === 'mapping' ? event.members.keys() : [];
  const written = event.kind === 'scalar' && typeof event.value === 'string' ? event.value : undefined;
  if (written !== undefined && known.includes(written)) {
    return {
      code,
      message: `${name} is \`${written}\` alone: an event is a mapping from its kind to its settings.`,
      hint: `Write \`${written}: …\`.`,
    };
  }
  const meant = kind ?? written;
  if (meant === undefined) {
    return {
      code,
      message: `${name} must be a mapping from a kind of event to its settings, and is ${kindName(event)}.`,
    };
  }
  const nearest = nearestName(meant, known);
  return {
    code,
    message: `${name} is an event of the kind \`${meant}\`, which the framework does not know: a deploy makes nothing that sends it.`,
    ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
  };
}

/** A value as it is written in the configuration itself; of others, which may be secrets, only their kind. */
function shown(snapshot: Snapshot): string {
  if (snapshot.kind !== 'scalar' || !snapshot.isWritten || snapshot.value === null) return kindName(snapshot);
  const text = String(snapshot.value);
  return text.length > 80 ? `\`${text.slice(0, 80)}…\`` : `\`${text}\``;
}

function kindName(snapshot: Snapshot): string {
  switch (snapshot.kind) {
    case 'scalar':
      return kindOf(snapshot.value);
    case 'list':
      return 'a list';
    case 'mapping':
      return 'a mapping';
    case 'unknown':
      return 'unknown';
  }
}
