import browser from 'webextension-polyfill';
import { answer, send } from './messages';
import { canRunOn } from './permissions';
import { writeSettings } from './settings-store';
import { isOff, siteKey } from './sites';

/** The keyboard commands of the manifest; the browser lets the reader rebind them. */
export const COMMANDS = ['next-mention', 'previous-mention', 'open-card', 'toggle-site'] as const;

/** Switches one site off, or on again together with the hosts it lies within. */
export async function toggleSite(hostname: string): Promise<void> {
  const key = siteKey(hostname);
  await writeSettings((settings) => {
    if (!settings.off.some((off) => isOff({ on: true, off: [off] }, key))) return { off: [...settings.off, key].sort() };
    return { off: settings.off.filter((off) => !isOff({ on: true, off: [off] }, key)) };
  });
}

/** Passes a command to the page in front; the switch for the site is the settings' own and works where no marks are. */
export async function runCommand(name: string, tab?: { id?: number; url?: string }): Promise<void> {
  const command = COMMANDS.find((known) => known === name);
  const target = tab?.id === undefined ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : tab;
  if (!command || target?.id === undefined) return;
  if (command === 'toggle-site') {
    if (target.url && canRunOn(target.url)) await toggleSite(new URL(target.url).hostname);
    return;
  }
  // Nobody there: a page without news, or one the extension may not enter. There is nothing to say to the reader.
  await send('command', { name: command }, target.id).catch(() => undefined);
}

/** Listens for the commands; to be called while the background starts, before anything is awaited. */
export function followCommands(): void {
  browser.commands?.onCommand.addListener((name, tab) => void runCommand(name, tab));
}

/** Answers the card's "not this person", everywhere. */
export function answerHiding(): void {
  answer('hideEntity', async ({ entity, hidden }) => {
    await writeSettings((settings) => {
      const others = settings.hidden.filter((id) => id !== entity);
      return { hidden: hidden ? [...others, entity].sort() : others };
    });
    return null;
  });
}
