import type { PageMovement } from '../page-data.js';
import { element } from './element.js';

/** What became of a case since another commit, in a word, and how that looks. The worst comes first. */
export const movements: Readonly<
  Record<PageMovement, { readonly word: string; readonly look: 'bad' | 'odd' | 'good' }>
> = {
  broken: { word: 'broken', look: 'bad' },
  changed: { word: 'changed', look: 'odd' },
  fixed: { word: 'fixed', look: 'good' },
  new: { word: 'new', look: 'good' },
  unknown: { word: 'not known', look: 'odd' },
};

/** The word, as a tag. */
export function movementTag(movement: PageMovement): HTMLElement {
  const { word, look } = movements[movement];
  return element('span', { class: `tag movement-${look}` }, word);
}
