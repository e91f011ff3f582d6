/**
 * Communes without any inhabitant since 1916 (« mortes pour la France », Meuse): absent from the files that count
 * people or dwellings, they make no sum incomplete. Insee, code officiel géographique.
 */
const uninhabited = new Set(
  ['55039', '55050', '55139', '55189', '55239', '55307'].map((one) => `COM:${one}`),
);

/** Whether a commune has nobody to count, so that no table need name it. */
export function isUninhabited(commune: string): boolean {
  return uninhabited.has(commune);
}
