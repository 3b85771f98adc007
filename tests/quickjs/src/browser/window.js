// The page, ready for the client: the parts that the others leave, and the trap for injected code.

import './report.js';
import { EventTarget } from './events.js';
import './observers.js';
import './tasks.js';
import './nodes.js';
import './elements.js';
import './network.js';

globalThis.window = globalThis;
const target = new EventTarget();
Object.assign(globalThis, {
  addEventListener: target.addEventListener.bind(target),
  removeEventListener: target.removeEventListener.bind(target),
  dispatchEvent: target.dispatchEvent.bind(target),
});
// Events bubble from the document to the window.
Object.defineProperty(globalThis.document, 'parentTarget', { value: target });

let calls = 0;
/** The trap: code that comes from data calls it. */
globalThis.pwn = () => {
  calls += 1;
};

/** Whether a loop finds what no built-in object has: an assignment made it. */
const isPolluted = () => {
  for (const _ in []) return true;
  for (const _ in isPolluted) return true;
  return false;
};

/** What injected code has done since the last time, if anything. */
export const damage = () => {
  const found = [];
  if (calls > 0) found.push('code from data ran');
  if (isPolluted()) found.push('a prototype was polluted');
  calls = 0;
  return found.join(', and ');
};
