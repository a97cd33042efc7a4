import { browser } from 'wxt/browser';
import { extensionUrl } from './extension';
import { protocol, type Answer, type MessageName, type Payload } from './protocol';

/** What went wrong with a message: nobody answers there, its form is wrong, its sender may not send it, or the other end failed. */
export type MessageFault = 'no-receiver' | 'bad-payload' | 'bad-answer' | 'refused' | 'failed';

/** The one error that `send` throws. It names the message and the fault and carries nothing of the contents. */
export class MessageError extends Error {
  override name = 'MessageError';
  constructor(
    readonly sent: MessageName,
    readonly fault: MessageFault,
  ) {
    super(`Message "${sent}": ${fault}`);
  }
}

/** The sender as the browser knows it; nothing of it is taken from the message. */
export interface Sender {
  tabId: number | null;
  frameId: number | null;
  /** Address of the page or frame that sent. */
  url: string | null;
  /** One of the extension's own pages, or its background. */
  own: boolean;
}

/** A frame of a tab; without a frame, the main one. */
export interface Target {
  tabId: number;
  frameId?: number;
}

type Handler<N extends MessageName> = (payload: Payload<N>, sender: Sender) => Answer<N> | Promise<Answer<N>>;

/** What crosses the wire: short keys, told apart from other libraries' messages by `siyaq`. */
interface Envelope {
  siyaq: MessageName;
  payload: unknown;
}
type Reply = { answer: unknown } | { fault: MessageFault };

const handlers = new Map<MessageName, Handler<MessageName>>();

/** Sends to the background, or, with a target, to the content script of a tab. Rejects with a MessageError only. */
export async function send<N extends MessageName>(name: N, payload: Payload<N>, target?: number | Target): Promise<Answer<N>> {
  const checked = protocol[name].payload.safeParse(payload);
  if (!checked.success) throw new MessageError(name, 'bad-payload');
  const envelope: Envelope = { siyaq: name, payload: checked.data };

  let reply: unknown;
  try {
    reply = await transmit(envelope, typeof target === 'number' ? { tabId: target } : target);
  } catch {
    throw new MessageError(name, 'no-receiver');
  }
  if (!isRecord(reply)) throw new MessageError(name, 'no-receiver');
  if ('fault' in reply) throw new MessageError(name, isFault(reply.fault) ? reply.fault : 'failed');
  const answered = protocol[name].answer.safeParse(reply.answer);
  if (!answered.success) throw new MessageError(name, 'bad-answer');
  return answered.data as Answer<N>;
}

/** Answers every message of this name in this context; returns what takes the handler away again. */
export function answer<N extends MessageName>(name: N, handler: Handler<N>): () => void {
  if (handlers.has(name)) throw new Error(`"${name}" has an answer in this context already`);
  // Registered in the same turn as the first handler: a worker that has just started must listen before it awaits.
  if (handlers.size === 0) browser.runtime.onMessage.addListener(receive);
  handlers.set(name, handler as unknown as Handler<MessageName>);
  return () => {
    handlers.delete(name);
    if (handlers.size === 0) browser.runtime.onMessage.removeListener(receive);
  };
}

/** What the browser tells of a sender, in the terms used here; null for anything that is not this extension. */
export function senderOf(raw: unknown): Sender | null {
  if (!isRecord(raw) || raw.id !== browser.runtime.id) return null;
  const tab = isRecord(raw.tab) ? raw.tab : null;
  const url = typeof raw.url === 'string' ? raw.url : null;
  return {
    tabId: typeof tab?.id === 'number' ? tab.id : null,
    frameId: typeof raw.frameId === 'number' ? raw.frameId : null,
    url,
    // A worker's messages may come without an address, but then without a tab too; a content script's always have both.
    own: url === null ? tab === null : url.startsWith(extensionUrl('/')),
  };
}

function transmit(envelope: Envelope, target?: Target): Promise<unknown> {
  if (!target) return browser.runtime.sendMessage(envelope);
  return browser.tabs.sendMessage(target.tabId, envelope, { frameId: target.frameId ?? 0 });
}

/** Returns nothing for what is not ours to answer here, so that another context of the extension can. */
function receive(message: unknown, rawSender: unknown): Promise<Reply> | undefined {
  if (!isRecord(message) || typeof message.siyaq !== 'string') return undefined;
  const name = message.siyaq as MessageName;
  const handler = handlers.get(name);
  return handler && reply(name, handler, message.payload, rawSender);
}

async function reply(name: MessageName, handler: Handler<MessageName>, raw: unknown, rawSender: unknown): Promise<Reply> {
  const sender = senderOf(rawSender);
  if (!sender || !maySend(name, sender)) return { fault: 'refused' };
  const payload = protocol[name].payload.safeParse(raw);
  if (!payload.success) return { fault: 'bad-payload' };
  try {
    const result = protocol[name].answer.safeParse(await handler(payload.data as never, sender));
    return result.success ? { answer: result.data } : { fault: 'bad-answer' };
  } catch (error) {
    // The other end learns only that it failed; whoever keeps this end reads why.
    console.error(`Siyaq: answering "${name}" failed`, error);
    return { fault: 'failed' };
  }
}

function maySend(name: MessageName, sender: Sender): boolean {
  const { from } = protocol[name];
  if (from === 'page') return sender.own;
  return from === 'any' || (!sender.own && sender.tabId !== null);
}

function isFault(value: unknown): value is MessageFault {
  return value === 'no-receiver' || value === 'bad-payload' || value === 'bad-answer' || value === 'refused' || value === 'failed';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
