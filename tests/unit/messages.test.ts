import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, type MessageError, send, senderOf } from '../../utils/browser/messages';
import { answer as answerInContent } from '../../utils/browser/content-messages';
import { protocol, type MessageName } from '../../utils/browser/protocol';

const OWN = 'chrome-extension://test-extension-id/';

/** Delivers a message as the browser would, with a sender of our choosing, and gives what the listener answers. */
async function deliver(message: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = fakeBrowser.runtime.onMessage as unknown as { trigger(...args: unknown[]): Promise<unknown[]> };
    // A listener that keeps the callback for later says `true`; where none does, nobody will answer.
    onMessage.trigger(message, sender, resolve).then((kept) => kept.includes(true) || resolve(undefined), reject);
  });
}

const page = () => ({ id: fakeBrowser.runtime.id, url: `${OWN}options.html` });
const content = () => ({ id: fakeBrowser.runtime.id, url: 'https://www.elkhabar.com/a', frameId: 0, tab: { id: 7 } });

describe('messages', () => {
  const undo: (() => void)[] = [];
  beforeEach(() => {
    undo.splice(0).forEach((off) => off());
    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path: string) => OWN + path.replace(/^\//, ''));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it('carries a payload over and the answer back', async () => {
    undo.push(answer('found', ({ count }, sender) => (expect([count, sender.tabId, sender.frameId]).toEqual([4, 7, 0]), null)));
    expect(await deliver({ siyaq: 'found', payload: { count: 4 } }, content())).toEqual({ answer: null });
  });

  it('takes tab and frame from the sender, not from the body', async () => {
    const seen = vi.fn(() => null);
    undo.push(answer('found', seen));
    await deliver({ siyaq: 'found', payload: { count: 1, tabId: 99 }, tab: { id: 99 }, sender: { tabId: 99 } }, content());
    expect(seen).toHaveBeenCalledWith({ count: 1 }, { tabId: 7, frameId: 0, url: 'https://www.elkhabar.com/a', own: false });
  });

  it('refuses other extensions, and content scripts where only our pages may send', async () => {
    const run = vi.fn(() => null);
    undo.push(answer('jump', run), answer('found', run));
    const jump = { siyaq: 'jump', payload: { entity: 'dz/person/x' } };
    expect(await deliver(jump, { ...page(), id: 'another' })).toEqual({ fault: 'refused' });
    expect(await deliver(jump, undefined)).toEqual({ fault: 'refused' });
    expect(await deliver(jump, content())).toEqual({ fault: 'refused' });
    expect(await deliver({ siyaq: 'found', payload: { count: 1 } }, page())).toEqual({ fault: 'refused' });
    expect(run).not.toHaveBeenCalled();
    expect(await deliver(jump, page())).toEqual({ answer: null });
  });

  it('knows a page that only begins like ours', () => {
    expect(senderOf({ ...page(), url: 'https://evil.example/chrome-extension://test-extension-id/' })?.own).toBe(false);
    expect(senderOf({ id: fakeBrowser.runtime.id })?.own).toBe(true);
  });

  it('answers a broken payload with its fault and nothing else, and never runs the handler', async () => {
    const run = vi.fn(() => null);
    undo.push(answer('found', run));
    for (const payload of [undefined, null, {}, { count: -1 }, { count: '3' }, { count: 1.5 }]) {
      expect(await deliver({ siyaq: 'found', payload }, content())).toEqual({ fault: 'bad-payload' });
    }
    expect(run).not.toHaveBeenCalled();
  });

  it('keeps what went wrong in the handler to itself', async () => {
    undo.push(answer('jump', () => Promise.reject(new Error('secret path'))));
    const reply = await deliver({ siyaq: 'jump', payload: { entity: 'x' } }, page());
    expect(reply).toEqual({ fault: 'failed' });
  });

  it('does not pass on an answer of the wrong form', async () => {
    undo.push(answer('pageState', () => ({ on: 'yes' }) as never));
    expect(await deliver({ siyaq: 'pageState', payload: {} }, page())).toEqual({ fault: 'bad-answer' });
  });

  it('leaves alone what is not its own', async () => {
    undo.push(answer('found', () => null));
    for (const message of [null, 'found', 7, {}, { siyaq: 3 }, { siyaq: 'nothing' }, { siyaq: 'jump', payload: {} }, { siyaq: '__proto__' }]) {
      expect(await deliver(message, content())).toBeUndefined();
    }
  });

  it('lets one handler answer a name, and another once it is gone', () => {
    const off = answer('found', () => null);
    expect(() => answer('found', () => null)).toThrow(/already/);
    off();
    undo.push(answer('found', () => null));
  });

  it('sends whole, and turns every failure into one kind of error', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    const fault = (promise: Promise<unknown>) => promise.then(() => null, (error: MessageError) => [error.name, error.sent, error.fault]);

    sendMessage.mockResolvedValueOnce({ answer: null } as never);
    expect(await send('found', { count: 2 })).toBeNull();
    expect(sendMessage).toHaveBeenLastCalledWith({ siyaq: 'found', payload: { count: 2 } });

    expect(await fault(send('found', { count: -2 }))).toEqual(['MessageError', 'found', 'bad-payload']);
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    expect(await fault(send('found', { count: 2 }))).toEqual(['MessageError', 'found', 'no-receiver']);
    sendMessage.mockResolvedValueOnce(undefined as never);
    expect(await fault(send('found', { count: 2 }))).toEqual(['MessageError', 'found', 'no-receiver']);
    sendMessage.mockResolvedValueOnce({ answer: 5 } as never);
    expect(await fault(send('found', { count: 2 }))).toEqual(['MessageError', 'found', 'bad-answer']);
    sendMessage.mockResolvedValueOnce({ fault: 'refused' } as never);
    expect(await fault(send('found', { count: 2 }))).toEqual(['MessageError', 'found', 'refused']);
    sendMessage.mockResolvedValueOnce({ fault: { evil: true } } as never);
    expect(await fault(send('found', { count: 2 }))).toEqual(['MessageError', 'found', 'failed']);
  });

  it('sends to the main frame of a tab unless told another', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ answer: null } as never);
    await send('jump', { entity: 'x' }, 3);
    expect(sendMessage).toHaveBeenLastCalledWith(3, { siyaq: 'jump', payload: { entity: 'x' } }, { frameId: 0 });
    await send('jump', { entity: 'x' }, { tabId: 3, frameId: 2 });
    expect(sendMessage).toHaveBeenLastCalledWith(3, expect.anything(), { frameId: 2 });
  });

  it('lets nobody but our own pages speak to a content script', async () => {
    const run = vi.fn(() => null);
    undo.push(answerInContent('command', run));
    const command = { siyaq: 'command', payload: { name: 'open-card' } };
    expect(await deliver(command, content())).toEqual({ fault: 'refused' });
    expect(await deliver(command, { ...page(), id: 'another' })).toEqual({ fault: 'refused' });
    expect(await deliver(command, { id: fakeBrowser.runtime.id })).toEqual({ answer: null });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('says of every message who may send it', () => {
    for (const name of Object.keys(protocol) as MessageName[]) expect(['content', 'page', 'any']).toContain(protocol[name].from);
  });
});
