/** Loaded into the service before it starts: at a signal something fails that nobody catches, with a person's words in it. */
const words = 'marmalade, and my number is 485 777 3456'

process.on('SIGUSR2', () => {
  throw Object.assign(new Error(words, { cause: new Error(words) }), { detail: words })
})
process.on('SIGWINCH', () => void Promise.reject(new TypeError(words)))
process.on('SIGHUP', () => void Promise.reject(words))
