// Timers on a clock that only a test moves.

import { report } from './report.js';

let now = 0;
let last = 0;
const timers = new Map();

const start = (callback, delay, values, every) => {
  last += 1;
  timers.set(last, { id: last, at: now + Math.max(0, Number(delay) || 0), run: () => callback(...values), every });
  return last;
};

const stop = (id) => {
  timers.delete(id);
};

/** Runs the timer that is due first, if there is one until then; says whether there was. */
export const runDue = (until) => {
  let first;
  for (const timer of timers.values()) if (timer.at <= until && !(first?.at <= timer.at)) first = timer;
  if (!first) return false;
  now = Math.max(now, first.at);
  if (first.every === undefined) timers.delete(first.id);
  else first.at = now + first.every;
  try {
    first.run();
  } catch (error) {
    report(error);
  }
  return true;
};

/** The time in milliseconds. */
export const time = () => now;

/** Moves the clock. */
export const setTime = (until) => {
  now = until;
};

Object.assign(globalThis, {
  setTimeout: (callback, delay = 0, ...values) => start(callback, delay, values),
  // Browsers clamp as well, and a clock that stands still would never get past an interval of nothing.
  setInterval: (callback, delay = 0, ...values) => start(callback, delay, values, Math.max(4, Number(delay) || 0)),
  clearTimeout: stop,
  clearInterval: stop,
});
