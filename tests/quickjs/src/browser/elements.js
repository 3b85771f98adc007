// The kinds of elements that the client tells apart, and the document.

import { Element, Node } from './nodes.js';

class HTMLElement extends Element {}
class SVGElement extends Element {}
class MathMLElement extends Element {}

class HTMLHtmlElement extends HTMLElement {}
class HTMLHeadElement extends HTMLElement {}
class HTMLBodyElement extends HTMLElement {}
class HTMLTemplateElement extends HTMLElement {}
class HTMLScriptElement extends HTMLElement {}
class HTMLFormElement extends HTMLElement {}

/** A control with a value of its own, which begins as the attribute says. */
class Control extends HTMLElement {
  #value;

  get value() {
    return this.#value ?? this.getAttribute('value') ?? '';
  }

  set value(value) {
    this.#value = String(value);
  }
}

class HTMLInputElement extends Control {
  #checked;

  get type() {
    return this.getAttribute('type') ?? 'text';
  }

  get checked() {
    return this.#checked ?? this.hasAttribute('checked');
  }

  set checked(checked) {
    this.#checked = Boolean(checked);
  }
}

class HTMLButtonElement extends Control {}
class HTMLOptionElement extends Control {}
class HTMLTextAreaElement extends Control {}

class HTMLSelectElement extends Control {
  get multiple() {
    return this.hasAttribute('multiple');
  }
}

class DocumentFragment extends Node {}

const CLASSES = new Map(
  Object.entries({
    body: HTMLBodyElement,
    button: HTMLButtonElement,
    form: HTMLFormElement,
    head: HTMLHeadElement,
    html: HTMLHtmlElement,
    input: HTMLInputElement,
    option: HTMLOptionElement,
    script: HTMLScriptElement,
    select: HTMLSelectElement,
    template: HTMLTemplateElement,
    textarea: HTMLTextAreaElement,
  }),
);

const HTML = 'http://www.w3.org/1999/xhtml';
const NAMESPACES = new Map([
  ['http://www.w3.org/2000/svg', SVGElement],
  ['http://www.w3.org/1998/Math/MathML', MathMLElement],
]);

class Document extends Node {
  baseURI = 'http://127.0.0.1/page';
  hidden = false;

  get documentElement() {
    return this.childNodes[0];
  }

  get head() {
    return this.documentElement.childNodes[0];
  }

  get body() {
    return this.documentElement.childNodes[1];
  }

  createElement(name) {
    return this.createElementNS(HTML, name);
  }

  createElementNS(namespace, name) {
    const Class = NAMESPACES.get(namespace) ?? CLASSES.get(name) ?? HTMLElement;
    return new Class(namespace, name);
  }

  getElementById(id) {
    return this.descendants().find((element) => element.id === id) ?? null;
  }
}

export const document = new Document();
const root = document.createElement('html');
root.append(document.createElement('head'), document.createElement('body'));
document.append(root);

const CSS = {
  // Every character that is not plain, so that no rule of CSS is needed.
  escape: (text) => text.replace(/[^\w-]/gu, (char) => `\\${char.codePointAt(0).toString(16)} `),
};

Object.assign(globalThis, {
  CSS,
  Document,
  DocumentFragment,
  HTMLBodyElement,
  HTMLButtonElement,
  HTMLElement,
  HTMLFormElement,
  HTMLHeadElement,
  HTMLHtmlElement,
  HTMLInputElement,
  HTMLOptionElement,
  HTMLScriptElement,
  HTMLSelectElement,
  HTMLTemplateElement,
  HTMLTextAreaElement,
  MathMLElement,
  SVGElement,
  document,
});
