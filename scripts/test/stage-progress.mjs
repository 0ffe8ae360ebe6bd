import { stripVTControlCharacters } from 'node:util'

const heartbeatMs = 15_000
const width = 12

/**
 * Shows that a stage is alive: one line that is rewritten in a terminal, a short line now and then in a log.
 * @param {string} name
 */
export function startStageProgress(name) {
  const startedAt = Date.now()
  const isTerminal = process.stdout.isTTY
  let lastLine = ''
  const elapsed = () => formatSeconds(Date.now() - startedAt)
  const show = () => {
    const line = `${name.padEnd(width)}… ${elapsed()}  ${lastLine}`
    if (isTerminal) process.stdout.write(`\r\u001B[K${line.slice(0, process.stdout.columns - 1)}`)
    else console.log(line.slice(0, 100))
  }
  const timer = setInterval(show, isTerminal ? 500 : heartbeatMs)
  return {
    /** @param {string} text */
    onOutput(text) {
      const lines = stripVTControlCharacters(text).split(/[\r\n]/)
      lastLine = lines.findLast((line) => line.trim() !== '')?.trim() ?? lastLine
    },
    /** @param {string} result */
    end(result) {
      clearInterval(timer)
      if (isTerminal) process.stdout.write('\r\u001B[K')
      console.log(`${name.padEnd(width)}${result.padEnd(32)}${elapsed()}`)
    },
  }
}

/** @param {number} ms */
function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
