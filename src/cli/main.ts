import './territories';
import { readArguments, usage, type VerbSpec } from './arguments';
import { CannotRun } from './errors';
import { print } from './output';
import { verbs } from './verbs';

function help(): string {
  const lines = verbs.map(({ spec }) => `  ${usage(spec)}\n      ${spec.help}`);
  return ['Impact HLM : ce que les bailleurs sociaux apportent à leurs territoires.', '', ...lines].join(
    '\n',
  );
}

/** One line an option, what it is for in a column of its own. */
function optionLines(spec: VerbSpec): string[] {
  const flags = Object.entries(spec.options).map(
    ([option, { short, value }]) => `  ${short ? `-${short}, ` : ''}--${option} ${value ?? ''}`,
  );
  const width = Math.max(0, ...flags.map((flag) => flag.length)) + 2;
  return Object.values(spec.options).map(({ help: text }, at) => (flags[at] ?? '').padEnd(width) + text);
}

/** Runs one call of the command line; the exit code of spec “Command line”. */
async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(help());
    return name === undefined ? 2 : 0;
  }
  const verb = verbs.find((one) => one.spec.name === name);
  if (!verb) {
    const names = verbs.map((one) => one.spec.name).join(', ');
    throw new CannotRun(`« ${name} » n’est pas une commande. Commandes : ${names}.`);
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print([usage(verb.spec), '', verb.spec.help, ...optionLines(verb.spec)].join('\n'));
    return 0;
  }
  return verb.run(readArguments(verb.spec, rest));
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof CannotRun) process.stderr.write(`${error.message}\n`);
    else {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const hint = process.env['IMPACT_DEBUG'] ? text : text.split('\n')[0];
      process.stderr.write(`Erreur inattendue, à signaler avec le fichier en cause : ${hint}\n`);
    }
    process.exitCode = 2;
  },
);
