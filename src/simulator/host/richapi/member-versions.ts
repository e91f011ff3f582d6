export const memberVersions: Readonly<Record<string, string>> = {};
