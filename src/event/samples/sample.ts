import { nearestName } from '../../diagnostics/nearest-name.js';
import { UserError } from '../../diagnostics/user-error.js';
import { mergeMembers } from './merge-members.js';

/** A JSON object under construction. */
export type Members = Record<string, unknown>;

/** The region and account of an event's source. */
export interface SamplePlace {
  readonly region: string;
  readonly accountId: string;
}

/** A sample of the events of one source. */
export interface Sample {
  /** Such as `apigateway-http`. */
  readonly name: string;
  /** Its source, for the list. */
  readonly title: string;
  /** The names that can be set besides the event's own members. */
  readonly members: readonly string[];
  /**
   * The event, with the given members set.
   * @throws UserError if a given member is unknown
   */
  make(given: Readonly<Members>, place: SamplePlace): unknown;
}

/** Sets a member of an event, or of one of its records, from a given value. */
export type Setter = (target: Members, value: unknown, place: SamplePlace) => void;

/** What defines a sample whose event is one object. */
export interface EventTemplate {
  readonly name: string;
  readonly title: string;
  readonly event: (place: SamplePlace) => Members;
  /** The names that can be set besides the event's members. */
  readonly setters?: Readonly<Record<string, Setter>>;
  /** Members that an event may have, but the sample lacks. */
  readonly optional?: readonly string[];
}

/** A sample whose event is one object. */
export function eventSample({ name, title, event: template, setters = {}, optional = [] }: EventTemplate): Sample {
  return {
    name,
    title,
    members: Object.keys(setters),
    make: (given, place) => {
      const event = template(place);
      setMembers(event, given, { name, setters, optional, place });
      return event;
    },
  };
}

/** What defines a sample whose event is a list of records. */
export interface RecordTemplate {
  readonly name: string;
  readonly title: string;
  /** The member that has the records, such as `Records`. */
  readonly list: string;
  readonly record: (place: SamplePlace) => Members;
  /** The members beside the records. */
  readonly envelope?: (place: SamplePlace) => Members;
  /** The names that can be set besides a record's members. */
  readonly setters?: Readonly<Record<string, Setter>>;
  readonly optional?: readonly string[];
}

/**
 * A sample whose event is a list of records. Given members are set in its only record; `records` is a list with the members
 * of several records.
 */
export function recordSample(template: RecordTemplate): Sample {
  const { name, title, list, record: recordTemplate, envelope = () => ({}), setters = {}, optional = [] } = template;
  return {
    name,
    title,
    members: [...Object.keys(setters), 'records'],
    make: (given, place) => {
      const around = envelope(place);
      const isAround = (key: string): boolean => Object.hasOwn(around, key);
      const { records, [list]: listed, ...own } = given;
      const each = asRecords(records ?? listed, name);
      const members = Object.entries(own);
      const shared = Object.fromEntries(members.filter(([key]) => !isAround(key)));
      setMembers(around, Object.fromEntries(members.filter(([key]) => isAround(key))), { name, place });
      const made = each.map((members) => {
        const record = recordTemplate(place);
        setMembers(record, { ...shared, ...members }, { name, setters, optional, place, others: Object.keys(around) });
        return record;
      });
      return { ...around, [list]: made };
    },
  };
}

function asRecords(value: unknown, name: string): readonly Members[] {
  if (value === undefined) return [{}];
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
  if (isList) return value as readonly Members[];
  throw new UserError({
    code: 'sample-member-invalid',
    message: `\`records\` of the sample ${name} is a list of mappings.`,
  });
}

interface Setting {
  readonly name: string;
  readonly place: SamplePlace;
  readonly setters?: Readonly<Record<string, Setter>>;
  readonly optional?: readonly string[];
  /** Further members that are known, for the message. */
  readonly others?: readonly string[];
}

/** Sets the given members: with their setter if there is one, else merged into the member of that name. */
export function setMembers(target: Members, given: Readonly<Members>, setting: Setting): void {
  const { name, place, setters = {}, optional = [], others = [] } = setting;
  const known = [...Object.keys(setters), ...Object.keys(target), ...optional];
  for (const [key, value] of Object.entries(given)) {
    const setter = Object.hasOwn(setters, key) ? setters[key] : undefined;
    if (setter !== undefined) setter(target, value, place);
    else if (known.includes(key)) target[key] = mergeMembers(target[key], value);
    else throw unknownMember(name, key, [...known, ...others]);
  }
}

function unknownMember(name: string, key: string, known: readonly string[]): UserError {
  const nearest = nearestName(key, known);
  return new UserError({
    code: 'sample-member-unknown',
    message: `The sample ${name} has no member \`${key}\`.`,
    hint: nearest === undefined ? `It has ${[...new Set(known)].join(', ')}.` : `Did you mean \`${nearest}\`?`,
  });
}
