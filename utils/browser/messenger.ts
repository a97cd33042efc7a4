import { browser } from '@wxt-dev/browser';
import { extensionUrl } from './extension';
import type { Answer, MessageName, Payload, Protocol } from './protocol';

/**
 * How messages travel, whoever checks their contents: `messages` does it by the protocol's schemas for the
 * extension's own pages and background, `content-messages` leaves that to them.
 */

const FAULTS = ['no-receiver', 'bad-payload', 'bad-answer', 'refused', 'failed'] as const;
/** What went wrong with a message: nobody answers there, its form is wrong, its sender may not send it, or the other end failed. */
export type MessageFault = (typeof FAULTS)[number];

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

/** What a side makes sure of. A check gives the value to go on with, or nothing where its form is wrong. */
export interface Checks {
  payload(name: MessageName, value: unknown): { data: unknown } | null;
  answer(name: MessageName, value: unknown): { data: unknown } | null;
  /** Who may send this message here. */
  from(name: MessageName): Protocol[MessageName]['from'];
}

type Handler<N extends MessageName> = (payload: Payload<N>, sender: Sender) => Answer<N> | Promise<Answer<N>>;

/** What crosses the wire, told apart from other libraries' messages by `siyaq`. */
interface Envelope {
  siyaq: MessageName;
  payload: unknown;
}
type Reply = { answer: unknown } | { fault: MessageFault };

/** Both ends of a context. */
export interface Messenger {
  /** Sends to the background, or, with a target, to the content script of a tab. Rejects with a MessageError only. */
  send<N extends MessageName>(name: N, payload: Payload<N>, target?: number | Target): Promise<Answer<N>>;
  /** Answers every message of this name in this context; returns what takes the handler away again. */
  answer<N extends MessageName>(name: N, handler: Handler<N>): () => void;
}

/** The messages of a context, with its checks. */
export function messenger(checks: Checks): Messenger {
  const handlers = new Map<MessageName, Handler<MessageName>>();

  /** Takes no part in what is not ours to answer here, so that another context of the extension can. */
  function receive(message: unknown, rawSender: unknown, respond: (reply: Reply) => void): true | undefined {
    if (!isRecord(message) || typeof message.siyaq !== 'string') return undefined;
    const name = message.siyaq as MessageName;
    const handler = handlers.get(name);
    if (!handler) return undefined;
    // A callback and not a promise: Chromium's own listeners know no other way, and every browser knows this one.
    void reply(name, handler, message.payload, rawSender).then(respond);
    return true;
  }

  async function reply(name: MessageName, handler: Handler<MessageName>, raw: unknown, rawSender: unknown): Promise<Reply> {
    const sender = senderOf(rawSender);
    if (!sender || !allowed(checks.from(name), sender)) return { fault: 'refused' };
    const payload = checks.payload(name, raw);
    if (!payload) return { fault: 'bad-payload' };
    try {
      const result = checks.answer(name, await handler(payload.data as never, sender));
      return result ? { answer: result.data } : { fault: 'bad-answer' };
    } catch (error) {
      // The other end learns only that it failed; whoever keeps this end reads why.
      console.error(`Siyaq: answering "${name}" failed`, error);
      return { fault: 'failed' };
    }
  }

  return {
    async send(name, payload, target) {
      const checked = checks.payload(name, payload);
      if (!checked) throw new MessageError(name, 'bad-payload');
      const envelope: Envelope = { siyaq: name, payload: checked.data };
      let reply: unknown;
      try {
        reply = await transmit(envelope, typeof target === 'number' ? { tabId: target } : target);
      } catch {
        throw new MessageError(name, 'no-receiver');
      }
      if (!isRecord(reply)) throw new MessageError(name, 'no-receiver');
      if ('fault' in reply) throw new MessageError(name, FAULTS.find((fault) => fault === reply.fault) ?? 'failed');
      const answered = checks.answer(name, reply.answer);
      if (!answered) throw new MessageError(name, 'bad-answer');
      return answered.data as never;
    },

    answer(name, handler) {
      if (handlers.has(name)) throw new Error(`"${name}" has an answer in this context already`);
      // Registered in the same turn as the first handler: a worker that has just started must listen before it awaits.
      if (handlers.size === 0) browser.runtime.onMessage.addListener(receive);
      handlers.set(name, handler as unknown as Handler<MessageName>);
      return () => {
        handlers.delete(name);
        if (handlers.size === 0) browser.runtime.onMessage.removeListener(receive);
      };
    },
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

function allowed(from: Protocol[MessageName]['from'], sender: Sender): boolean {
  if (from === 'page') return sender.own;
  return from === 'any' || (!sender.own && sender.tabId !== null);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
