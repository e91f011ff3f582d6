import { readFileSync } from 'node:fs';
import { memberVersions } from '../../../src/simulator/host/richapi/member-versions';

const types = readFileSync('node_modules/@types/office-js/index.d.ts', 'utf8');
const excel = types.slice(types.indexOf('declare namespace Excel {'));

/** The lowest ExcelApi version noted beside the declarations of a member. */
function documented(member: string): string | undefined {
  const [type = '', name = ''] = member.split('.');
  const start = excel.search(new RegExp(`\\n    class ${type}\\b`, 'u'));
  const body = excel.slice(start, excel.indexOf('\n    }\n', start));
  const written = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const notes = [
    ...body.matchAll(new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*(?:readonly )?${written}\\s*[(:]`, 'gu')),
  ];
  const versions = notes.flatMap(([, note]) => /\[Api set: ExcelApi 1\.(\d+)/u.exec(note ?? '')?.[1] ?? []);
  return versions.length > 0 ? `1.${Math.min(...versions.map(Number))}` : undefined;
}

test('every member is dated as Microsoft documents it', () => {
  const members = Object.keys(memberVersions);
  expect(members.length).toBeGreaterThan(300);
  const wrong = members.filter((member) => memberVersions[member] !== documented(member));
  expect(wrong).toEqual([]);
});
