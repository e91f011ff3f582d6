const PREFIX = '_xldudf_';

/**
 * The functions of the add-in as a file names them: `_xldudf_` and the name, dots turned into underscores.
 * That cannot be undone by rule (a name may hold underscores too), hence the list.
 */
export class CustomFunctionNames {
  private readonly shown = new Map<string, string>();
  private readonly known = new Set<string>();

  /** @param names as people write them: `IMPACT.LOYER_M2` */
  constructor(names: readonly string[]) {
    for (const name of names) {
      this.shown.set(name.replaceAll('.', '_').toUpperCase(), name);
      this.known.add(name.toUpperCase());
    }
  }

  /** `_xldudf_IMPACT_LOYER_M2` → `IMPACT.LOYER_M2`; undefined when it is none of ours. */
  fromFile(stored: string): string | undefined {
    if (stored.slice(0, PREFIX.length).toLowerCase() !== PREFIX) return undefined;
    return this.shown.get(stored.slice(PREFIX.length).toUpperCase());
  }

  /** `Impact.Loyer_M2` → `_xldudf_IMPACT_LOYER_M2`; undefined when it is none of ours. */
  toFile(name: string): string | undefined {
    if (!this.known.has(name.toUpperCase())) return undefined;
    return PREFIX + name.replaceAll('.', '_').toUpperCase();
  }
}
