// Remembers what happens in a frame, from before the client is there.
(() => {
  window.__errors = []
  addEventListener('error', e => __errors.push(e.message))
  addEventListener('unhandledrejection', e => __errors.push(String(e.reason)))
  window.__ready = new Promise(ready => document.addEventListener('datastar-ready', ready))
  window.__fetch = []
  document.addEventListener('datastar-fetch', e => __fetch.push([e.detail.type]))
  window.__patches = []
  document.addEventListener('datastar-signal-patch', e => __patches.push(e.detail))
  window.__requests = []
  const send = window.fetch
  window.fetch = (url, options) => {
    __requests.push([new URL(url, location.href), options])
    return send(url, options)
  }
  // Whether the last request was this one.
  window.is = (method, address, body) => {
    const [url, options] = __requests.at(-1) ?? []
    const sent = options?.body instanceof URLSearchParams ? options.body.toString() : options?.body
    return url && options.method === method && url.pathname + url.search === address && (sent ?? null) === body
  }
  window.header = name => new Headers(__requests.at(-1)?.[1].headers).get(name)
})()
