/** A pane that is hidden has no frames: then nothing is painted, and nothing waits for it. */
const HIDDEN = 500;

/**
 * Resolves when what was rendered is on the screen: a frame's callback still comes before it. What the first screen
 * does not show is fetched after it.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, HIDDEN);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
