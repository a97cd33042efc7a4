import { messenger } from './messenger';

export { MessageError, type MessageFault, type Sender, type Target } from './messenger';

/**
 * Messages of a content script. The other end is always the extension's own and checks both what it is sent and
 * what it sends back, by the protocol; to do so again here would put 30 kB of schemas into every article. What a
 * content script must make sure of itself, it does: only the extension's own pages and background are heard.
 */
export const { send, answer } = messenger({
  payload: (_name, data) => ({ data }),
  answer: (_name, data) => ({ data }),
  from: () => 'page',
});
