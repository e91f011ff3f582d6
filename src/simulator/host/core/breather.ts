/** How long the page may be kept from answering, in milliseconds: a third of what a person notices. */
const A_BREATH = 30;

/** Made at the start of a long work, awaited between its parts: lets the page answer whenever it had to wait that long. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < A_BREATH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
