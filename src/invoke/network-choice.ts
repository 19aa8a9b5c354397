/** Which network a function has: that of the step, or none but ours. */
export type NetworkChoice = 'step' | 'none';

/** The words of `network`. */
export const networkChoices: readonly NetworkChoice[] = ['step', 'none'];
