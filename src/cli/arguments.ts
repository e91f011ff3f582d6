import { parseArgs } from 'node:util';
import { CannotRun } from './errors';

/** An option of a verb: what is shown for its value (`FICHIER`), or nothing for a switch. */
export interface OptionSpec {
  readonly value?: string;
  readonly short?: string;
  readonly many?: boolean;
  /** Known values; several of them may stand behind one option (`--by DEP EPCI`). */
  readonly choices?: readonly string[];
  /** What follows the first value and looks so belongs to the option too (`--zonings a.csv b.csv`). */
  readonly follows?: RegExp;
  readonly required?: boolean;
  readonly help: string;
}

/** What a verb accepts; its usage line and its help are made from it. */
export interface VerbSpec {
  readonly name: string;
  readonly help: string;
  /** What stands behind the verb without a dash, as shown in the usage line. */
  readonly positionals?: { readonly label: string; readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** The arguments of one call, checked against the verb's specification. */
export class Arguments {
  constructor(
    readonly positionals: readonly string[],
    private readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>,
  ) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  has(name: string): boolean {
    return this.values[name] === true;
  }

  /** A year typed by hand; CannotRun when it is not one. */
  year(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (!/^(19|20)\d\d$/.test(text)) {
      throw new CannotRun(
        `--${name} attend une année sur quatre chiffres, par exemple 2019 ; reçu « ${text} ».`,
      );
    }
    return Number(text);
  }
}

/** `impact check FICHIER… [--json SORTIE]` */
export function usage(spec: VerbSpec): string {
  const options = Object.entries(spec.options).map(([name, option]) => {
    const flag = option.short ? `-${option.short}` : `--${name}`;
    const shown = option.value ? `${flag} ${option.value}${option.many ? '…' : ''}` : flag;
    return option.required ? shown : `[${shown}]`;
  });
  return ['impact', spec.name, spec.positionals?.label, ...options].filter(Boolean).join(' ');
}

/** Reads the arguments behind the verb; CannotRun, with the usage line, when they do not fit. */
export function readArguments(spec: VerbSpec, args: readonly string[]): Arguments {
  const refuse = (reason: string) => new CannotRun(`${reason} Usage : ${usage(spec)}`);
  const { positionals, values } = parse(spec, args, refuse);
  const { min, max } = spec.positionals ?? { min: 0, max: 0 };
  if (positionals.length < min) {
    throw refuse(
      `Il manque ${(spec.positionals?.label ?? 'un argument').replace('…', '')} (impact ${spec.name} --help dit quoi donner).`,
    );
  }
  if (positionals.length > max) throw refuse(`« ${positionals[max] ?? ''} » est en trop.`);
  for (const [name, option] of Object.entries(spec.options)) {
    if (option.required && values[name] === undefined) {
      throw refuse(
        `Il manque ${option.short ? `-${option.short}` : `--${name}`} ${option.value ?? ''} : ${option.help}.`,
      );
    }
  }
  return new Arguments(positionals, values);
}

function parse(spec: VerbSpec, args: readonly string[], refuse: (reason: string) => CannotRun) {
  try {
    return parseArgs({
      args: joinDash(spreadChoices(spec, args)),
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(spec.options).map(([name, option]) => [
          name,
          {
            type: option.value ? ('string' as const) : ('boolean' as const),
            multiple: option.many ?? false,
            ...(option.short ? { short: option.short } : {}),
          },
        ]),
      ),
    });
  } catch (error) {
    throw refuse(inFrench(error));
  }
}

/** `--by DEP EPCI` is `--by DEP --by EPCI`: node:util would take the second for a file. */
function spreadChoices(spec: VerbSpec, args: readonly string[]): string[] {
  const spread: string[] = [];
  let option = '';
  for (const arg of args) {
    const { choices, follows } = spec.options[option] ?? {};
    const isChoice = choices?.includes(arg.toUpperCase()) ?? follows?.test(arg) ?? false;
    if (isChoice && spread.at(-1) !== `--${option}`) spread.push(`--${option}`);
    else if (arg.startsWith('--')) option = arg.slice(2);
    // The first value may be none of the known ones (`--by abc DEP`).
    else if (!isChoice && spread.at(-1) !== `--${option}`) option = '';
    spread.push(arg);
  }
  return spread;
}

/** `--json -` means standard output; node:util takes a lone dash for a positional, so it is joined to its option. */
function joinDash(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (arg === '-' && last?.startsWith('--') && !last.includes('=')) joined[joined.length - 1] = `${last}=-`;
    else joined.push(arg);
  }
  return joined;
}

function inFrench(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(-[^' <]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `L’option ${option} n’existe pas.`;
  return `L’option ${option} est mal formée (il lui manque une valeur, ou elle n’en prend pas).`;
}
