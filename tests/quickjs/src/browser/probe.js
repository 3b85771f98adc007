// What the harness asks of the page.

import * as datastar from './datastar.js';
import { CustomEvent, Event } from './events.js';
import { requests, setAnswer } from './network.js';
import { errors, lines, rejection, report, reportRejections } from './report.js';
import { intersect as moved } from './observers.js';
import { runDue, setTime, time } from './tasks.js';
import { Comment, Text } from './nodes.js';
import { damage } from './window.js';

export { damage, rejection, report, reportRejections, runDue, setAnswer, setTime, time };

const { document } = globalThis;
const { root, mergePatch } = datastar;

/** The elements that the harness shows, in document order. */
let shown = [];

/** Puts parsed nodes into the body: each has its depth, and is a text, a comment or an element. */
export const show = (json) => {
  const parents = [document.createElement('main')];
  shown = [];
  for (const [depth, kind, text, namespace, attributes] of JSON.parse(json)) {
    let node;
    if (kind === 'text') node = new Text(text);
    else if (kind === 'comment') node = new Comment(text);
    else {
      node = document.createElementNS(namespace, text);
      node.parsed(attributes);
      shown.push(node);
    }
    parents[depth].append(node);
    parents.length = depth + 1;
    parents.push(node);
  }
  document.body.append(parents[0]);
};

/** Takes everything off the page. */
export const clear = () => {
  shown = [];
  for (const child of [...document.body.childNodes]) child.remove();
};

/** Deletes every signal. */
export const forget = () => {
  for (const name of Reflect.ownKeys(root)) delete root[name];
};

export const shownCount = () => shown.length;
export const indexOf = (id) => shown.findIndex((element) => element.id === id);
export const text = (index) => shown[index].textContent;
export const attribute = (index, name) => shown[index].getAttribute(name) ?? undefined;
export const styleOf = (index, property) => shown[index].style.getPropertyValue(property);
export const property = (index, name) => shown[index][name];
export const setProperty = (index, name, value) => {
  shown[index][name] = value;
};
export const dispatch = (index, type) => {
  shown[index].dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
};
export const intersect = (index, isIntersecting) => moved(shown[index], isIntersecting);

/** The signals as plain values; reading must neither subscribe nor create. */
export const signals = () => {
  datastar.startPeeking();
  try {
    return plain(root);
  } finally {
    datastar.stopPeeking();
  }
};

const plain = (value) => {
  if (Array.isArray(value)) return Array.from(value, plain);
  const prototype = value !== null && typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== null && prototype !== Object.prototype) return value;
  const copy = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = plain(value[key]);
  return copy;
};

export const merge = (json) => mergePatch(JSON.parse(json));

/** What the probe's plugin saw, and the calls of actions. */
let value;
let calls = [];

/** A plugin of the client's own kind: its source is compiled and run as an attribute's is. */
const plugin = (name, returnsValue) =>
  datastar.attribute({
    name,
    returnsValue,
    requirement: { key: 'denied', value: 'must' },
    apply({ rx }) {
      datastar.beginBatch();
      try {
        value = rx();
      } finally {
        datastar.endBatch();
      }
    },
  });
plugin('evaluate', true);
plugin('run', false);

/** Takes note of the calls of an action, which the client lets a page replace; the genuine one runs. */
const watch = (name) => {
  const genuine = datastar.actions[name];
  const apply = (context, ...values) => {
    calls.push([name, values.map(plain)]);
    return genuine(context, ...values);
  };
  datastar.action({ name, apply });
};
['get', 'post', 'put', 'patch', 'delete', 'query', 'peek', 'setAll', 'toggleAll'].forEach(watch);

/** Sets the signals and has the client apply one of the two plugins to a source. */
export const begin = (name, json, source) => {
  forget();
  mergePatch(JSON.parse(json));
  value = undefined;
  calls = [];
  const element = document.createElement('i');
  element.parsed([[`data-${name}`, source]]);
  document.body.append(element);
};

/** What came of it. */
export const end = () => {
  datastar.startPeeking();
  try {
    return [errors.splice(0), plain(value), plain(root), calls, lines.splice(0)];
  } finally {
    datastar.stopPeeking();
    clear();
  }
};

export const takeErrors = () => errors.splice(0);
export const takeLines = () => lines.splice(0);
export const takeRequests = () => requests.splice(0);
