import { FLAGS } from './flags.ts';
import type { Setting } from './settings.ts';

const WIDTH = 100;

/** The text of --help: every flag, every key. */
export function helpText(settings: readonly Setting[]): string {
  const byEnv = new Map(settings.map((setting) => [setting.env, setting]));
  const flags = Object.entries(FLAGS).map(([name, { takes, env }]) => {
    const text = byEnv.get(env)?.description ?? '';
    return entry(`--${name} ${takes}`, text, env);
  });
  return `Usage: node router/src/main.ts [options]

Serves a federation 2 supergraph at /graphql.

Options, and the variable that each stands for
${flags.join('')}
${entry('--config FILE', 'Configuration in YAML; its schema is router.schema.json.', 'CONFIG_FILE')}
  --print-config
      Prints the configuration as it would be used, and where each value comes from.

  --help, -h
      Prints this.

A flag wins over a variable, a variable over router.yaml, that over the default. Empty
variables count as absent.

Every key of router.yaml, and the variable that overrides it
${settings.map((setting) => entry(setting.path, `${setting.description}${byDefault(setting)}`, setting.env)).join('')}`;
}

const entry = (name: string, text: string, env: string): string =>
  `\n  ${name.padEnd(44)}  ${env}\n${wrapped(text, '      ')}\n`;

function byDefault({ schema }: Setting): string {
  const { default: value, enum: choices } = schema;
  const among = choices === undefined ? '' : ` One of ${choices.join(', ')}.`;
  if (value === undefined || value === '' || typeof value === 'object') return among;
  return `${among} Default: ${String(value)}.`;
}

/** Lines of a text, none longer than a terminal is wide. */
export function wrapped(text: string, indent: string, width = WIDTH): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
