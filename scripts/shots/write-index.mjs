import { writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * One page with all pictures, a row a story.
 * @param {string} folder
 * @param {readonly import('./take-shots.mjs').Shot[]} shots
 */
export function writeIndex(folder, shots) {
  const titles = new Map(shots.map(({ id, title }) => [id, title]))
  const rows = [...titles].map(([id, title]) => {
    const figures = shots.filter((shot) => shot.id === id).map(figure)
    return `<h2>${title}</h2>\n<div>${figures.join('')}</div>`
  })
  const page = `<!doctype html>
<meta charset="utf-8">
<title>Stories</title>
<style>
  body { margin: 24px; font: 14px/20px system-ui, sans-serif; }
  div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; }
  img { max-width: 520px; border: 1px solid #ccc; }
</style>
${rows.join('\n')}
`
  writeFileSync(path.join(folder, 'index.html'), page)
}

/** @param {import('./take-shots.mjs').Shot} shot */
function figure({ mode, file }) {
  return `<figure><figcaption>${mode}</figcaption><a href="${file}"><img src="${file}" alt="" loading="lazy"></a></figure>`
}
