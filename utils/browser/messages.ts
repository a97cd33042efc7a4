import { messenger } from './messenger';
import { protocol } from './protocol';

export { MessageError, senderOf, type MessageFault, type Sender, type Target } from './messenger';

/**
 * Messages of the extension's own pages and background: payloads and answers are checked against the protocol on
 * their way in and out. Content scripts use `content-messages`.
 */
export const { send, answer } = messenger({
  payload(name, value) {
    const parsed = protocol[name].payload.safeParse(value);
    return parsed.success ? parsed : null;
  },
  answer(name, value) {
    const parsed = protocol[name].answer.safeParse(value);
    return parsed.success ? parsed : null;
  },
  from: (name) => protocol[name].from,
});
