import type { PageStatus } from '../page-data.js';
import { type Filter, noFilter, type Order, orders } from './filter.js';
import { looks } from './status.js';

/** The parts of the page of which one is shown at a time. */
export type View = 'cases' | 'functions';

/** What the address says: a link to a page leads to the same cases. */
export interface Place {
  readonly view: View;
  readonly filter: Filter;
  /** The id of the open case. */
  readonly open?: string;
}

/** Reads the part of an address after `#`. What means nothing is passed over. */
export function readPlace(hash: string): Place {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: string): string => given.get(name) ?? '';
  const order = text('order');
  const open = given.get('case');
  return {
    view: text('view') === 'functions' ? 'functions' : 'cases',
    filter: {
      ...noFilter,
      statuses: text('status')
        .split(',')
        .filter((word): word is PageStatus => Object.hasOwn(looks, word)),
      movement: text('change'),
      function: text('function'),
      tag: text('tag'),
      text: text('text'),
      ...(Object.hasOwn(orders, order) ? { order: order as Order } : {}),
    },
    ...(open === null ? {} : { open }),
  };
}

/** How long the address waits for further changes, in ms: browsers let it be changed a few times a second at most. */
const settlesAfterMs = 300;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Writes the address once changes have settled, without a step in the browser's history. */
export function writePlace(place: Place): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => history.replaceState(null, '', addressOf(place)), settlesAfterMs);
}

function addressOf({ view, filter, open }: Place): string {
  const parts: Record<string, string> = {
    view: view === 'cases' ? '' : view,
    status: filter.statuses.join(','),
    change: filter.movement,
    function: filter.function,
    tag: filter.tag,
    text: filter.text,
    order: filter.order === noFilter.order ? '' : filter.order,
    case: open ?? '',
  };
  const hash = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
  return `#${hash}`;
}
