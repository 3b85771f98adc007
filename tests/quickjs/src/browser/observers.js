// Observers of the tree and of what is in view. https://dom.spec.whatwg.org/#mutation-observers

import { report } from './report.js';

/** The observers that have something to deliver. */
const waiting = new Set();

const deliver = () => {
  const observers = [...waiting];
  waiting.clear();
  for (const observer of observers) observer.deliver();
};

export class MutationObserver {
  #callback;
  #nodes = new Set();
  #records = [];

  constructor(callback) {
    this.#callback = callback;
  }

  observe(node, { attributeFilter, attributes = attributeFilter !== undefined, ...options }) {
    node.observers ??= new Map();
    node.observers.set(this, { ...options, attributes, attributeFilter });
    this.#nodes.add(node);
  }

  disconnect() {
    for (const node of this.#nodes) node.observers.delete(this);
    this.#nodes.clear();
    this.#records = [];
  }

  takeRecords() {
    return this.#records.splice(0);
  }

  queue(record) {
    this.#records.push(record);
    if (waiting.size === 0) queueMicrotask(deliver);
    waiting.add(this);
  }

  deliver() {
    const records = this.takeRecords();
    if (records.length === 0) return;
    try {
      this.#callback(records, this);
    } catch (error) {
      report(error);
    }
  }
}

const wants = (options, { type, attributeName }) => {
  if (type === 'attributes') return options.attributes && (options.attributeFilter?.includes(attributeName) ?? true);
  return options[type] === true;
};

/** Tells the observers of a node and of those above it. */
export const notify = (record) => {
  for (let node = record.target; node; node = node.parentNode) {
    if (!node.observers) continue;
    for (const [observer, options] of node.observers) {
      if ((node === record.target || options.subtree) && wants(options, record)) observer.queue(record);
    }
  }
};

const views = new Set();

class IntersectionObserver {
  #callback;
  #elements = new Set();

  constructor(callback) {
    this.#callback = callback;
  }

  observe(element) {
    this.#elements.add(element);
    views.add(this);
  }

  disconnect() {
    this.#elements.clear();
    views.delete(this);
  }

  moved(target, isIntersecting) {
    if (this.#elements.has(target)) this.#callback([{ target, isIntersecting }], this);
  }
}

/** Tells the page that an element came into view, or left it. */
export const intersect = (element, isIntersecting) => {
  for (const observer of [...views]) {
    try {
      observer.moved(element, isIntersecting);
    } catch (error) {
      report(error);
    }
  }
};

Object.assign(globalThis, { MutationObserver, IntersectionObserver });
