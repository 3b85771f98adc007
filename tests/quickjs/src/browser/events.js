// Events: https://dom.spec.whatwg.org/#events, as far as the client listens and dispatches.

import { report } from './report.js';

export class Event {
  defaultPrevented = false;
  target = null;
  currentTarget = null;
  stopped = false;
  stoppedHere = false;

  constructor(type, { bubbles = false, cancelable = false } = {}) {
    this.type = type;
    this.bubbles = bubbles;
    this.cancelable = cancelable;
  }

  preventDefault() {
    if (this.cancelable) this.defaultPrevented = true;
  }

  stopPropagation() {
    this.stopped = true;
  }

  stopImmediatePropagation() {
    this.stopped = this.stoppedHere = true;
  }
}

export class CustomEvent extends Event {
  constructor(type, { detail = null, ...options } = {}) {
    super(type, options);
    this.detail = detail;
  }
}

export class SubmitEvent extends Event {
  constructor(type, { submitter = null, ...options } = {}) {
    super(type, options);
    this.submitter = submitter;
  }
}

const CAPTURE = [true];
const AT_TARGET = [true, false];
const BUBBLE = [false];

export class EventTarget {
  #listeners = [];

  /** Where an event goes on to from here. */
  get parentTarget() {
    return null;
  }

  addEventListener(type, listener, options) {
    const { capture = false, once = false } = typeof options === 'boolean' ? { capture: options } : (options ?? {});
    const same = (other) => other.type === type && other.listener === listener && other.capture === capture;
    if (!listener || this.#listeners.some(same)) return;
    this.#listeners = [...this.#listeners, { type, listener, capture, once }];
  }

  removeEventListener(type, listener, options) {
    const capture = typeof options === 'boolean' ? options : (options?.capture ?? false);
    const same = (other) => other.type === type && other.listener === listener && other.capture === capture;
    this.#listeners = this.#listeners.filter((other) => !same(other));
  }

  dispatchEvent(event) {
    const above = [];
    for (let target = this.parentTarget; target; target = target.parentTarget) above.push(target);
    event.target = this;
    for (const target of above.toReversed()) target.#call(event, CAPTURE);
    this.#call(event, AT_TARGET);
    if (event.bubbles) for (const target of above) target.#call(event, BUBBLE);
    event.currentTarget = null;
    return !event.defaultPrevented;
  }

  #call(event, phases) {
    if (event.stopped) return;
    event.currentTarget = this;
    // A listener may add and remove others; each change makes a new list.
    for (const entry of this.#listeners) {
      if (entry.type !== event.type || !phases.includes(entry.capture) || event.stoppedHere) continue;
      if (entry.once) this.#listeners = this.#listeners.filter((other) => other !== entry);
      try {
        entry.listener.call(this, event);
      } catch (error) {
        report(error);
      }
    }
  }
}

class AbortSignal extends EventTarget {
  aborted = false;
}

class AbortController {
  signal = new AbortSignal();

  abort() {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event('abort'));
  }
}

Object.assign(globalThis, { Event, CustomEvent, SubmitEvent, EventTarget, AbortController, AbortSignal });
