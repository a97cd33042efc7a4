import { closed, hover, shown } from '../support/card';
import { expect, OUTSIDE, strangers, test, theWorker, type Installed } from '../support/chromium';
import { choose } from '../support/extension';
import { markCount, marked } from '../support/marks';

/** Hosts that Chromium itself calls, whatever is installed in it. */
const BROWSERS_OWN = /(?:^|\.)(?:google|googleapis|gstatic|gvt1|googleusercontent)\.com(?::\d+)?$/;

/** Ends the extension's worker, as the browser does after half a minute of quiet. */
async function stopWorker({ context, inside }: Installed): Promise<void> {
  const session = await context.newCDPSession(inside);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  const running = async (): Promise<number> => {
    const { targetInfos } = (await session.send('Target.getTargets')) as { targetInfos: { type: string }[] };
    return targetInfos.filter(({ type }) => type === 'service_worker').length;
  };
  await expect.poll(running).toBe(0);
  await session.detach();
}

test.describe('the background', () => {
  test('answers a hover when its worker has been stopped', async ({ open, installed }) => {
    const { page, client } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await stopWorker(installed);
    await page.bringToFront();
    await hover(page, 'بوقادوم');
    expect((await shown(client)).period).toBe('منذ 30 أكتوبر 2023');
    await page.keyboard.press('Escape');
    await closed(client);
  });

  test('reads a new article, in the settings of the reader, when its worker has been stopped', async ({ open, installed }) => {
    await choose(installed.inside, { kinds: { person: false, organization: true, office: true } });
    await stopWorker(installed);
    const { page } = await open();
    await expect.poll(async () => (await marked(page)).organization.length).toBeGreaterThan(0);
    expect((await marked(page)).person).toEqual([]);
  });

  test('sends nothing anywhere: the page is the only thing asked for', async ({ open, openOwn, installed }) => {
    const { page, client, tab } = await open();
    await expect.poll(() => markCount(page)).toBeGreaterThan(0);
    await hover(page, 'بوقادوم');
    await shown(client);
    await page.keyboard.press('Escape');
    await openOwn(`popup.html?tab=${tab}`);
    await stopWorker(installed);
    await page.bringToFront();
    await hover(page, ' براون');
    await shown(client, 'تشارلز براون');
    expect(strangers(installed)).toEqual([]);

    const crossed = (): string[] => installed.border.crossings.map((host) => host.replace(/:443$/, ''));
    const asked = new Set([...installed.served.keys()].map((address) => new URL(address).host));
    // Browsers open connections to the hosts of pages ahead of the answer; that is the page's affair.
    expect(crossed().filter((host) => !BROWSERS_OWN.test(host) && !asked.has(host))).toEqual([]);
    // The background could not send if it would: its policy names no host but itself.
    const worker = await theWorker(installed.context);
    expect(await worker.evaluate((host) => fetch(`https://${host}/`).then(() => 'answered', () => 'refused'), OUTSIDE)).toBe('refused');
    expect(crossed()).not.toContain(OUTSIDE);
    // And that leaving is noticed at all:
    await page.evaluate((host) => fetch(`https://${host}/`).catch(() => undefined), OUTSIDE);
    await expect.poll(crossed).toContain(OUTSIDE);
    expect(strangers(installed)).toEqual([`https://${OUTSIDE}/`]);
    installed.requests.length = 0;
  });
});
