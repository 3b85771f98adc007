// Addresses and requests. The natives parse and decode as browsers do; nothing leaves the page.

const { joinUrl, searchOf, withSearch, parseQuery, printQuery, encodeUtf8, decodeUtf8 } = globalThis.natives;
delete globalThis.natives;

class URL {
  constructor(url, base) {
    const href = joinUrl(String(url), String(base ?? ''));
    if (href === undefined) throw new TypeError(`Invalid URL: ${url}`);
    this.href = href;
  }

  get search() {
    return searchOf(this.href);
  }

  set search(search) {
    this.href = withSearch(this.href, String(search));
  }

  toString() {
    return this.href;
  }
}

class URLSearchParams {
  #pairs;

  constructor(from = '') {
    this.#pairs = typeof from === 'string' ? parseQuery(from) : Object.entries(from);
  }

  append(name, value) {
    this.#pairs.push([name, String(value)]);
  }

  set(name, value) {
    this.#pairs = this.#pairs.filter(([other]) => other !== name);
    this.append(name, value);
  }

  toString() {
    return printQuery(this.#pairs);
  }
}

class TextDecoder {
  decode(bytes) {
    return decodeUtf8([...bytes]);
  }
}

/** What the page asked for. */
export const requests = [];
let answer = { status: 204, type: null, body: '' };

/** Sets what every request from now on is answered with. */
export const setAnswer = (status, type, body) => {
  answer = { status, type, body };
};

const reader = (text) => {
  const chunks = text === '' ? [] : [encodeUtf8(text)];
  return { read: async () => ({ done: chunks.length === 0, value: chunks.shift() }) };
};

globalThis.fetch = async (url, { method, headers = {}, body }) => {
  requests.push({ method, url, headers: { ...headers }, body: body === undefined ? undefined : String(body) });
  const { status, type, body: text } = answer;
  return {
    status,
    headers: { get: (name) => (name.toLowerCase() === 'content-type' ? type : null) },
    text: async () => text,
    body: { getReader: () => reader(text) },
  };
};

Object.assign(globalThis, { URL, URLSearchParams, TextDecoder });
