/** Nothing could be done: one clear line on standard error, exit 2. */
export class CannotRun extends Error {}
