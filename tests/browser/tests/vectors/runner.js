// Runs vectors, each in a frame of its own, and answers with a line for each that fails.

const AT_ONCE = 12
// What a loaded machine may need on top of what a vector waits for.
const PATIENCE = 4000

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

async function eventually(condition) {
  const end = performance.now() + PATIENCE
  while (!condition()) {
    if (performance.now() > end) return false
    await pause(20)
  }
  return true
}

async function load(id) {
  const frame = document.createElement('iframe')
  frame.style = 'width: 300px; height: 150px; border: 0'
  frame.src = '/' + id
  const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
  document.body.append(frame)
  await loaded
  return frame
}

async function check({ wait = 0, act = '', wait2 = 0, chk = 'true' }, page) {
  const isReady = await Promise.race([page.__ready.then(() => true), pause(PATIENCE)])
  if (!isReady) return 'the client does not start'
  await pause(wait)
  page.eval(act)
  await pause(wait2)
  if (!(await eventually(() => page.eval(chk)))) return 'not true: ' + chk
  const count = type => page.__fetch.filter(entry => entry[0] === type).length
  if (!(await eventually(() => count('started') === count('finished')))) return 'a request does not end'
}

async function failure(vector) {
  const frame = await load(vector.id)
  const page = frame.contentWindow
  let failure
  try {
    failure = await check(vector, page)
  } catch (error) {
    failure = String(error)
  }
  const errors = page.__errors
  frame.remove()
  if (failure || errors.length) {
    return [vector.id, vector.attr, failure, ...errors].filter(Boolean).join('\n    ')
  }
}

async function run(vectors) {
  const waiting = [...vectors]
  const failures = []
  const work = async () => {
    while (waiting.length) failures.push(await failure(waiting.shift()))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return failures.filter(Boolean)
}
