/** Which network a function has: that of the step, or none but ours. */
export type NetworkChoice = 'step' | 'none';

/** The words of `network`, for messages. */
export const networkChoices: readonly NetworkChoice[] = ['step', 'none'];

/** Reads `network`; `undefined` for another word. */
export function parseNetworkChoice(text: string): NetworkChoice | undefined {
  return networkChoices.find((choice) => choice === text);
}
