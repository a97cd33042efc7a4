import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bareSources, sourceForm, type Plan } from '../../utils/dataset/exchange/plan';
import type { Places } from '../../utils/dataset/source';
import { editListFile, editSourcesFile, type ListFileEdit } from '../../utils/dataset/yaml-text';

/** A file of the dataset before and after, by its path below the dataset's folder. */
export interface FileChange {
  file: string;
  before: string;
  after: string;
}

/**
 * What the files would be with the plan's additions; nothing is written.
 * @param root the dataset's folder
 * @param places where its entries stand
 * @throws {Error} naming the file that cannot take an addition, and why
 */
export function planChanges(root: string, places: Places, plan: Plan): FileChange[] {
  const edits = new Map<string, ListFileEdit>();
  const editOf = (file: string) => {
    const edit = edits.get(file) ?? { entries: [], items: [], fields: [] };
    edits.set(file, edit);
    return edit;
  };
  for (const entry of plan.entries) editOf(`${entry.id.split('/')[0]}/${entry.kind}.yaml`).entries.push(sourceForm(entry));
  for (const addition of plan.additions) {
    const { id, path, key } = addition;
    const folder = id.split('/')[0]!;
    const edit = editOf(places.get(id)!.file);
    if ('value' in addition) edit.fields.push({ id, path, key, value: bareSources(addition.value, folder, key) });
    else {
      const items = bareSources(addition.items, folder, key) as unknown[];
      const same = edit.items.find((other) => other.id === id && other.key === key && other.path.join() === path.join());
      if (same) same.items.push(...items);
      else edit.items.push({ id, path, key, items });
    }
  }
  const changes = [...edits].map(([file, edit]) => changed(root, file, (before) => editListFile(before, edit)));
  const sources = new Map<string, Record<string, object>>();
  for (const [key, source] of plan.sources) {
    const [folder, name] = key.split(':') as [string, string];
    sources.set(folder, { ...sources.get(folder), [name]: source });
  }
  for (const [folder, added] of sources) changes.push(changed(root, `${folder}/sources.yaml`, (before) => editSourcesFile(before, added)));
  return changes.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function changed(root: string, file: string, edit: (before: string) => string): FileChange {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  try {
    return { file, before, after: edit(before) };
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Writes the files that changed. */
export function writeChanges(root: string, changes: readonly FileChange[]): void {
  for (const { file, after } of changes) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), after);
  }
}

/** Puts the files back as they were before {@link writeChanges}. */
export function undoChanges(root: string, changes: readonly FileChange[]): void {
  for (const { file, before } of changes) {
    if (before === '') rmSync(join(root, file));
    else writeFileSync(join(root, file), before);
  }
}
