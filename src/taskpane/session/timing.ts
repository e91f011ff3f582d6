/** A function that runs once things have been quiet for `delay` milliseconds. */
export function debounced(delay: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
}
