import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

import { parseWithLooseFlow } from '../../json/flow-in-yaml.js';
import { intrinsicName } from './cloudformation-tags.js';

/** The place of a value in a YAML or JSON document, as offsets in its text. */
export interface PositionedValue {
  /** The start of the value, including its tag and quote; for a block scalar, the start of its text. */
  readonly offset: number;
  /** The start of the value after its tag. */
  readonly contentOffset: number;
  /** The start of its key or item. */
  readonly keyOffset: number;
  readonly scalar?: ScalarEvent;
  /** Its short tag, such as `!Sub`. */
  readonly tag?: string;
  /** The members of a mapping, or the items of a sequence by their indexes. */
  readonly members?: ReadonlyMap<string, PositionedValue>;
  readonly isSequence?: boolean;
}

interface Builder {
  readonly text: string;
  readonly events: readonly Event[];
  next: number;
  readonly anchors: Map<string, PositionedValue>;
}

/**
 * Finds the place of every value in a document. It uses the events of the same parser that reads the values, so that the two
 * can't disagree. Aliases have the place of their anchor, merged keys the place where they are written.
 * @returns `undefined` for a text that does not parse.
 */
export function readPositions(text: string): PositionedValue | undefined {
  const events = readEvents(text);
  if (events === undefined) return undefined;
  const first = events.findIndex((event) => event.type !== EVENT_ID.DOCUMENT);
  if (first === -1) return undefined;
  return readValue({ text, events, next: first, anchors: new Map() });
}

function readEvents(text: string): Event[] | undefined {
  try {
    const { value, originalOffset } = parseWithLooseFlow(text, (each) => ({
      events: parseEvents(each, { maxDepth: 500 }),
      isAsWritten: each === text,
    }));
    return value.isAsWritten ? value.events : value.events.map((event) => movedEvent(event, originalOffset));
  } catch {
    return undefined;
  }
}

/** A place, without those below it, in a text that has more in front. */
export function movedPosition({ members: _, ...value }: PositionedValue, by: number): PositionedValue {
  const { offset, contentOffset, keyOffset, scalar } = value;
  const moved = { offset: offset + by, contentOffset: contentOffset + by, keyOffset: keyOffset + by };
  const movedScalar = scalar && movedEvent(scalar, (each) => each + by);
  return { ...value, ...moved, ...(movedScalar === undefined ? {} : { scalar: movedScalar }) };
}

const offsets = ['start', 'valueStart', 'valueEnd', 'anchorStart', 'anchorEnd', 'tagStart', 'tagEnd'];

/** An event whose offsets are those of the text as it was written; -1 says that there is nothing. */
function movedEvent<Of extends Event>(event: Of, originalOffset: (offset: number) => number): Of {
  const moved: Record<string, unknown> = { ...event };
  for (const name of offsets) {
    const offset = moved[name];
    if (typeof offset === 'number' && offset >= 0) moved[name] = originalOffset(offset);
  }
  return { ...event, ...moved };
}

/** The value at a path, or the nearest one above it. */
export function findPosition(root: PositionedValue, path: readonly string[]): PositionedValue {
  let found = root;
  for (const key of path) {
    if (found.tag !== undefined && key === intrinsicName(found.tag)) {
      const { tag: _, ...untagged } = found;
      found = { ...untagged, offset: found.contentOffset };
      continue;
    }
    const member = found.members?.get(key);
    if (member === undefined) break;
    found = member;
  }
  return found;
}

function readValue(builder: Builder, key?: ScalarEvent): PositionedValue | undefined {
  const { text, events, anchors } = builder;
  const event = events[builder.next];
  builder.next += 1;
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined;
  const anchor = event.anchorStart === -1 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
  if (event.type === EVENT_ID.ALIAS) {
    const target = anchor === undefined ? undefined : anchors.get(anchor);
    return (
      target && { ...target, keyOffset: key === undefined ? event.anchorStart - 1 : scalarStart(text, key, undefined) }
    );
  }
  const tag = event.tagStart === -1 ? undefined : text.slice(event.tagStart, event.tagEnd);
  const start = event.type === EVENT_ID.SCALAR ? scalarStart(text, event, key) : event.start;
  const value: PositionedValue = {
    offset: event.tagStart === -1 ? start : event.tagStart,
    contentOffset: start,
    keyOffset: key === undefined || key.valueStart === -1 ? start : scalarStart(text, key, undefined),
    ...(event.type === EVENT_ID.SCALAR && event.valueStart !== -1 ? { scalar: event } : {}),
    ...(tag !== undefined && /^![^!<]/.test(tag) ? { tag } : {}),
    ...(event.type === EVENT_ID.SEQUENCE ? { members: readItems(builder), isSequence: true } : {}),
    ...(event.type === EVENT_ID.MAPPING ? { members: readMembers(builder) } : {}),
  };
  if (anchor !== undefined) anchors.set(anchor, value);
  return value;
}

/** The start of a scalar: its quote, or the text after the indentation of a block. */
function scalarStart(text: string, event: ScalarEvent, key: ScalarEvent | undefined): number {
  const { valueStart, style } = event;
  if (valueStart === -1) return key?.valueEnd ?? 0;
  if (style === SCALAR_STYLE.PLAIN) return valueStart;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  const indentation = /[ \t\r\n]*/y;
  indentation.lastIndex = valueStart;
  return valueStart + (indentation.exec(text)?.[0].length ?? 0);
}

function readItems(builder: Builder): Map<string, PositionedValue> {
  const items = new Map<string, PositionedValue>();
  while (!atEnd(builder)) {
    const item = readValue(builder);
    if (item !== undefined) items.set(String(items.size), item);
  }
  builder.next += 1;
  return items;
}

function readMembers(builder: Builder): Map<string, PositionedValue> {
  const { text, events } = builder;
  const members = new Map<string, PositionedValue>();
  const merged: PositionedValue[] = [];
  while (!atEnd(builder)) {
    const key = events[builder.next];
    if (key?.type !== EVENT_ID.SCALAR) {
      readValue(builder);
      readValue(builder);
      continue;
    }
    builder.next += 1;
    const value = readValue(builder, key);
    const name = getScalarValue(text, key);
    if (value === undefined) continue;
    if (name === '<<' && key.fast) merged.push(...mergeSources(value));
    else members.set(name, value);
  }
  builder.next += 1;
  for (const source of merged) {
    for (const [name, value] of source.members ?? []) if (!members.has(name)) members.set(name, value);
  }
  return members;
}

/** `<<: *a` merges one mapping, `<<: [*a, *b]` several. */
function mergeSources(value: PositionedValue): PositionedValue[] {
  return value.isSequence === true ? [...(value.members?.values() ?? [])] : [value];
}

function atEnd({ events, next }: Builder): boolean {
  return next >= events.length || events[next]?.type === EVENT_ID.POP;
}
