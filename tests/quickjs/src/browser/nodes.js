// The tree: https://dom.spec.whatwg.org/#nodes, as far as the client reads and writes it.

import { EventTarget } from './events.js';
import { notify } from './observers.js';

export class Node extends EventTarget {
  parentNode = null;
  childNodes = [];

  get parentTarget() {
    return this.parentNode;
  }

  get parentElement() {
    return this.parentNode instanceof Element ? this.parentNode : null;
  }

  get isConnected() {
    return this.getRootNode() === globalThis.document;
  }

  getRootNode() {
    let node = this;
    while (node.parentNode) node = node.parentNode;
    return node;
  }

  contains(node) {
    for (; node; node = node.parentNode) if (node === this) return true;
    return false;
  }

  get textContent() {
    return this.childNodes.map((child) => (child instanceof Comment ? '' : child.textContent)).join('');
  }

  set textContent(text) {
    const removed = this.childNodes.splice(0);
    for (const child of removed) child.parentNode = null;
    const added = text === '' || text === null ? [] : [new Text(String(text))];
    for (const child of added) child.parentNode = this;
    this.childNodes.push(...added);
    if (removed.length + added.length > 0) this.#changed(added, removed);
  }

  append(...children) {
    for (const child of children) {
      child.remove();
      child.parentNode = this;
      this.childNodes.push(child);
    }
    this.#changed(children, []);
  }

  appendChild(child) {
    this.append(child);
    return child;
  }

  remove() {
    const parent = this.parentNode;
    if (!parent) return;
    parent.childNodes.splice(parent.childNodes.indexOf(this), 1);
    this.parentNode = null;
    parent.#changed([], [this]);
  }

  /** The elements below, in document order. */
  descendants(found = []) {
    for (const child of this.childNodes) {
      if (!(child instanceof Element)) continue;
      found.push(child);
      child.descendants(found);
    }
    return found;
  }

  querySelectorAll(selector) {
    return this.descendants().filter(test(selector));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  #changed(addedNodes, removedNodes) {
    notify({ target: this, type: 'childList', attributeName: null, addedNodes, removedNodes });
  }
}

export class Text extends Node {
  #data;

  constructor(data) {
    super();
    this.#data = data;
  }

  get textContent() {
    return this.#data;
  }

  set textContent(data) {
    this.#data = String(data);
    notify({ target: this, type: 'characterData', attributeName: null, addedNodes: [], removedNodes: [] });
  }
}

export class Comment extends Text {}

const unescape = (text) =>
  text.replace(/\\([0-9a-f]{1,6}) ?|\\(.)/gsu, (_, hex, char) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : char,
  );

/** The selectors of the parts of the client that run here: `*`, a tag, `[name]` and `[name="value"]`. */
const parseSelector = (selector) => {
  if (selector === '*') return () => true;
  if (/^[a-z-]+$/u.test(selector)) return (element) => element.localName === selector;
  const found = /^\[((?:[^\]=\\]|\\.)+)(?:="((?:[^"\\]|\\.)*)")?\]$/su.exec(selector);
  if (!found) throw new Error(`the page has no selectors such as ${selector}`);
  const name = unescape(found[1]);
  if (found[2] === undefined) return (element) => element.hasAttribute(name);
  const value = unescape(found[2]);
  return (element) => element.getAttribute(name) === value;
};

const tests = new Map();

/** What a selector asks of an element; the client has few selectors, and asks often. */
const test = (selector) => {
  if (!tests.has(selector)) tests.set(selector, parseSelector(selector));
  return tests.get(selector);
};

const XHTML = 'http://www.w3.org/1999/xhtml';

export class Element extends Node {
  #attributes = new Map();
  #style;

  constructor(namespaceURI, localName) {
    super();
    this.namespaceURI = namespaceURI;
    this.localName = localName;
    this.tagName = namespaceURI === XHTML ? localName.toUpperCase() : localName;
  }

  get attributes() {
    return [...this.#attributes].map(([name, value]) => ({ name, value }));
  }

  getAttribute(name) {
    return this.#attributes.get(this.#attributeName(name)) ?? null;
  }

  hasAttribute(name) {
    return this.#attributes.has(this.#attributeName(name));
  }

  setAttribute(name, value) {
    const attributeName = this.#attributeName(name);
    if (!/^[^\t\n\f\r />=\0]+$/u.test(attributeName)) throw new Error(`InvalidCharacterError: ${attributeName}`);
    this.#attributes.set(attributeName, String(value));
    this.#attributeChanged(attributeName);
  }

  removeAttribute(name) {
    const attributeName = this.#attributeName(name);
    if (this.#attributes.delete(attributeName)) this.#attributeChanged(attributeName);
  }

  /** The attributes as the parser found them, before anybody could observe them. */
  parsed(attributes) {
    for (const [name, value] of attributes) this.#attributes.set(name, value);
  }

  #attributeName(name) {
    return this.namespaceURI === XHTML ? String(name).toLowerCase() : String(name);
  }

  #attributeChanged(attributeName) {
    notify({ target: this, type: 'attributes', attributeName, addedNodes: [], removedNodes: [] });
  }

  get id() {
    return this.getAttribute('id') ?? '';
  }

  /** https://html.spec.whatwg.org/multipage/dom.html#dom-dataset */
  get dataset() {
    const dataset = Object.create(null);
    for (const [name, value] of this.#attributes) {
      if (!/^data-[^A-Z]*$/u.test(name)) continue;
      dataset[name.slice(5).replace(/-[a-z]/gu, (pair) => pair[1].toUpperCase())] = value;
    }
    return dataset;
  }

  get style() {
    this.#style ??= new Style(this);
    return this.#style;
  }

  get classList() {
    const names = () => (this.getAttribute('class') ?? '').split(/[\t\n\f\r ]+/u).filter(Boolean);
    const set = (changed) => this.setAttribute('class', changed.join(' '));
    return {
      contains: (name) => names().includes(name),
      add: (name) => set([...names().filter((other) => other !== name), name]),
      remove: (name) => set(names().filter((other) => other !== name)),
    };
  }

  closest(selector) {
    const matches = test(selector);
    for (let element = this; element; element = element.parentElement) if (matches(element)) return element;
    return null;
  }
}

/** Declarations of an element: every property takes every value, so that a test sees what the client set. */
class Style {
  #element;
  #properties = new Map();

  constructor(element) {
    this.#element = element;
  }

  get display() {
    return this.getPropertyValue('display');
  }

  getPropertyValue(name) {
    return this.#properties.get(name) ?? '';
  }

  setProperty(name, value) {
    this.#properties.set(name, String(value));
    this.#reflect();
  }

  removeProperty(name) {
    if (this.#properties.delete(name)) this.#reflect();
  }

  #reflect() {
    this.#element.setAttribute('style', [...this.#properties].map(([name, value]) => `${name}: ${value};`).join(' '));
  }
}

Object.assign(globalThis, { Node, Text, Comment, Element });
