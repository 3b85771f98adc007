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

/** What every object inherits: a path of names that are looked up in a plain object ends in one of these. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype)
  .filter((name) => name !== '__proto__')
  .map((name) => Object.prototype[name]);

/** Whether a loop finds what no built-in object has: an assignment made it. */
const isPolluted = () => {
  for (const object of [[], ...INHERITED]) for (const _ in object) return true;
  return false;
};

/** Takes off what was assigned, so that the next case does not fail for it. */
const repair = () => {
  for (const object of [Object.prototype, Array.prototype, Function.prototype, ...INHERITED]) {
    for (const name of Object.keys(object)) delete object[name];
  }
};

/** What injected code has done since the last time, if anything. */
export const damage = () => {
  const found = [];
  if (calls > 0) found.push('code from data ran');
  if (isPolluted()) {
    found.push('a built-in object was changed');
    repair();
  }
  calls = 0;
  return found.join(', and ');
};
