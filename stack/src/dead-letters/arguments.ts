import { parseArgs } from 'node:util';
import { isId } from '@souk/platform/ids';
import { UsageError } from '../config/flags.ts';

const VERBS = ['list', 'read', 'redrive', 'drop'] as const;

export type Asked = {
  verb: (typeof VERBS)[number];
  ids: readonly string[];
  /** Every letter, instead of `ids`. */
  all: boolean;
  /** Whose letters; null: everybody's. */
  service: string | null;
  json: boolean;
};

export const HELP = `Usage: npm run dead-letters -- <command> [options]

The messages that the services of the running stack could not handle, and gave up.

Commands
  list                 service by service, the newest first
  read ID              one of them, with its body
  redrive ID …         send it on its way again, to those who gave it up
  drop ID …            throw it away for good

Options
  --service S          only the letters of this service
  --all                with redrive or drop: every letter; drop needs --service too
  --json               one JSON object a line
  -h, --help           this text

SOUK_DATA_DIR says which stack, as for npm start. With DATABASE_URL it is that one database, of
whichever service, and no stack need run.
`;

/** Null where help is asked for. Throws UsageError. */
export function parseAsked(argv: readonly string[]): Asked | null {
  const { values, positionals } = split(argv);
  if (values.help) return null;
  const [word, ...ids] = positionals;
  const verb = VERBS.find((each) => each === word);
  if (verb === undefined) throw new UsageError(`Say one of: ${VERBS.join(', ')}.`);
  const { all = false, service = null, json = false } = values;
  const wrong = ids.find((id) => !isId(id));
  if (wrong !== undefined) throw new UsageError(`${wrong} is not the id of a dead letter.`);
  if (verb === 'list' && (ids.length > 0 || all)) throw new UsageError('list takes no ids.');
  if (verb === 'read' && (ids.length !== 1 || all)) throw new UsageError('read takes one id.');
  const changes = verb === 'redrive' || verb === 'drop';
  if (changes && ids.length > 0 === all) {
    throw new UsageError(`${verb} takes ids, or --all.`);
  }
  if (verb === 'drop' && all && service === null) {
    throw new UsageError('drop --all needs --service.');
  }
  return { verb, ids, all, service, json };
}

function split(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        service: { type: 'string' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
