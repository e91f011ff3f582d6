declare const IMPACT_VERSION: string | undefined;

/** The version of the add-in, put in by the build. */
export const version = typeof IMPACT_VERSION === 'string' ? IMPACT_VERSION : '–';
