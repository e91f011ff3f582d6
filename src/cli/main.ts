import './territories';
import { readArguments, usage } from './arguments';
import { CannotRun } from './errors';
import { print } from './output';
import { verbs } from './verbs';

function help(): string {
  const lines = verbs.map(({ spec }) => `  ${usage(spec)}\n      ${spec.help}`);
  return ['Impact HLM : ce que les bailleurs sociaux apportent à leurs territoires.', '', ...lines].join(
    '\n',
  );
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
    throw new CannotRun(`« ${name} » n'est pas une commande. Commandes : ${names}.`);
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    const options = Object.entries(verb.spec.options).map(
      ([option, { short, value, help: text }]) =>
        `  ${short ? `-${short}` : `--${option}`} ${value ?? ''}`.padEnd(26) + text,
    );
    print([usage(verb.spec), '', verb.spec.help, ...options].join('\n'));
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
