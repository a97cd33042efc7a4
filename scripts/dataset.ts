/** `npm run dataset -- check|list`: the tool of those who tend the dataset. */
import { parseArgs } from 'node:util';
import { check, list } from './dataset/commands';

const USAGE = `npm run dataset -- COMMAND
  check [FOLDER]   validate the sources and count what is there (a folder's problems only, if one is named)
  list [--json]    every person and organization`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [command, ...rest] = positionals;
const commands: Record<string, () => number> = {
  check: () => check(rest[0]),
  list: () => list(values.json),
};
const run = command === undefined ? undefined : commands[command];
if (!run) {
  console.error(USAGE);
  process.exit(2);
}
process.exitCode = run();
