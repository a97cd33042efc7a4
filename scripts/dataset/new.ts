import { checkDataset } from '../../utils/dataset/check';
import { formatRefusal, noDrafts, withoutBlanks, type Drafts, type EntryKind } from '../../utils/dataset/exchange/drafts';
import { mergeDrafts } from '../../utils/dataset/exchange/merge';
import { formatProblem, loadDataset, readDataset } from '../../utils/dataset/source';
import { Prompt, type Answer } from './prompt';
import { Questions } from './questions';
import { planChanges, undoChanges, writeChanges } from './write';

const KINDS: Record<string, EntryKind | 'term'> = { person: 'people', organization: 'organizations', post: 'posts', term: 'term', event: 'events' };

/**
 * Asks for an entry step by step and writes it at the end of its file. Nothing is written that repeats an entry or that
 * the check would refuse. Exit code 1 when nothing was written.
 * @param root the dataset's folder
 * @param today YYYY-MM-DD
 * @throws {EndOfAnswers} when `input` ends early; then nothing was written
 */
export async function newEntry(root: string, today: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<number> {
  const { dataset, places } = loadDataset(root);
  const prompt = new Prompt(input, output);
  try {
    const kind = await prompt.ask(`what is new (${Object.keys(KINDS).join(', ')})`, (answer): Answer<EntryKind | 'term'> =>
      Object.hasOwn(KINDS, answer) ? { value: KINDS[answer]! } : { reason: `one of: ${Object.keys(KINDS).join(', ')}` },
    );
    const folder = await prompt.ask('folder (dz, un, ...)', (answer): Answer<string> =>
      /^[a-z0-9-]+$/.test(answer) ? { value: answer } : { reason: 'lower-case Latin letters, digits and hyphens' },
    );
    const drafts = await ask(kind, new Questions(prompt, dataset, folder, today));
    const plan = mergeDrafts(dataset, drafts);
    for (const refusal of plan.refusals) prompt.say(formatRefusal({ ...refusal, file: 'answers' }));
    if (plan.refusals.length > 0 || plan.entries.length + plan.additions.length === 0) {
      prompt.say(plan.refusals.length > 0 ? 'nothing was written' : 'the dataset says so already: nothing was written');
      return 1;
    }
    const changes = planChanges(root, places, plan);
    const known = new Set(checkDataset(dataset, places, today).problems.map((problem) => problem.entity + problem.message));
    writeChanges(root, changes);
    const after = readDataset(root);
    const problems = [...after.problems, ...checkDataset(after.dataset, after.places, today).problems.filter((problem) => !known.has(problem.entity + problem.message))];
    if (problems.length > 0) {
      undoChanges(root, changes);
      for (const problem of problems) prompt.say(formatProblem(problem));
      prompt.say('nothing was written');
      return 1;
    }
    for (const { file } of changes) prompt.say(`written to ${file}`);
    return 0;
  } finally {
    prompt.close();
  }
}

async function ask(kind: EntryKind | 'term', questions: Questions): Promise<Drafts> {
  const drafts = noDrafts();
  const origin = { file: '', row: '1' };
  if (kind === 'term') {
    const { post, holder } = await questions.term();
    drafts.items.push({ ...origin, key: 'holders', of: post, value: withoutBlanks(holder) });
  } else {
    const singular = { people: 'person', organizations: 'organization', posts: 'post', events: 'event' } as const;
    drafts.entries.push({ ...origin, kind, value: withoutBlanks(await questions[singular[kind]]()) });
  }
  for (const [key, value] of questions.newSources) drafts.sources.push({ ...origin, key, value: { ...value } });
  return drafts;
}
