// What goes wrong in the page, and what it writes on its console.

/** Uncaught exceptions and unhandled rejections, in the order in which they came. */
export const errors = [];
/** Each call of a method of `console`: its name and its arguments as text. */
export const lines = [];

/** How an exception reads: its stack names places in the client, which no test is about. */
export const message = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** Takes note of an exception that nobody caught. */
export const report = (error) => {
  errors.push(message(error));
};

const rejected = new Map();

/** Takes note of a rejection, or of the handler that came for it after all. */
export const rejection = (promise, reason, handled) => {
  if (handled) rejected.delete(promise);
  else rejected.set(promise, reason);
};

/** Reports the rejections that are still without a handler when the page is idle. */
export const reportRejections = () => {
  for (const reason of rejected.values()) report(reason);
  rejected.clear();
};

globalThis.console = Object.fromEntries(
  ['debug', 'error', 'info', 'log', 'trace', 'warn'].map((name) => [
    name,
    (...values) => lines.push([name, values.map(message).join(' ')]),
  ]),
);
