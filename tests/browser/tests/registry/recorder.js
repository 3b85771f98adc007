// Remembers what the client registers and reads, from before the client is there.
(() => {
  // Each registry is a map from names to objects that have a name and something to apply.
  const registrations = []
  const set = Map.prototype.set
  Map.prototype.set = function (name, entry) {
    const isPlugin = typeof entry === 'object' && entry?.name === name && typeof entry.apply === 'function'
    if (isPlugin) registrations.push([this, watched(entry)])
    return set.call(this, name, entry)
  }

  // The labels that a plugin looks for among the modifiers of its attribute, which has none.
  class Modifiers extends Map {
    constructor(labels) {
      super()
      this.labels = labels
    }
    has(label) {
      this.labels.add(label)
      return false
    }
    get(label) {
      this.labels.add(label)
    }
  }
  function watched(plugin) {
    const { apply } = plugin
    plugin.parameters = apply.length
    plugin.labels = new Set()
    plugin.apply = function (context, ...rest) {
      if (context.mods) context.mods = new Modifiers(plugin.labels)
      return apply.call(this, context, ...rest)
    }
    return plugin
  }

  // The data attributes that somebody asks an element for, by name or by selector.
  const names = new Set()
  for (const method of ['getAttribute', 'hasAttribute', 'closest']) {
    const original = Element.prototype[method]
    Element.prototype[method] = function (text) {
      for (const [name] of text.matchAll(/data-[\w-]+/g)) names.add(name)
      return original.call(this, text)
    }
  }

  const requirement = (plugin, part) => plugin.requirement?.[part] ?? (typeof plugin.requirement === 'string' ? plugin.requirement : 'allowed')
  const ready = new Promise(resolve => document.addEventListener('datastar-ready', resolve))
  const turn = () => new Promise(resolve => setTimeout(resolve))

  // An element whose one attribute has a key if it may, and a value if it must.
  async function apply(plugin) {
    const [key, value] = ['key', 'value'].map(part => requirement(plugin, part))
    // The client says `allowed`, and the plugin throws.
    const hasKey = key !== 'denied' && plugin.name !== 'on-signal-patch'
    const element = document.createElement('input')
    element.setAttribute(`data-${plugin.name}${hasKey ? ':probe-' + plugin.name : ''}`, value === 'must' ? '({})' : '')
    document.body.append(element)
    await turn()
    element.dispatchEvent(new Event('probe-' + plugin.name))
    element.remove()
    await turn()
  }

  // What the client has, when it is ready: a plugin put into each registry shows which one is which.
  window.registry = async client => {
    await ready
    for (const register of ['attribute', 'action', 'watcher']) {
      client[register]({ name: 'probe-' + register, apply() {} })
    }
    await turn()
    const plugins = kind => {
      const [registry] = registrations.find(([, plugin]) => plugin.name === 'probe-' + kind)
      const all = registrations.filter(entry => entry[0] === registry).map(entry => entry[1])
      return all.filter(plugin => plugin.name !== 'probe-' + kind)
    }
    for (const plugin of plugins('attribute')) await apply(plugin)
    const detail = { type: 'datastar-patch-elements', el: document.body, argsRaw: { elements: '<p id="patched"></p>' } }
    document.dispatchEvent(new CustomEvent('datastar-fetch', { detail }))
    return {
      attributes: plugins('attribute').map(plugin => ({
        name: plugin.name,
        key: requirement(plugin, 'key'),
        value: requirement(plugin, 'value'),
        returns: plugin.returnsValue === true,
        parameters: plugin.argNames ?? [],
        modifiers: [...plugin.labels],
      })),
      // The first parameter is what the client brings along.
      actions: plugins('action').map(plugin => ({ name: plugin.name, parameters: plugin.parameters - 1 })),
      watchers: plugins('watcher').map(plugin => plugin.name),
      names: [...names],
      errors: window.errors,
    }
  }
  window.errors = []
  addEventListener('error', event => errors.push(event.message))
})()
