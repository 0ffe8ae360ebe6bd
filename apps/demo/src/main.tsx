import '@fontsource-variable/inter'
import 'loadline/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import './app.css'
import { listBackends } from './backends.js'
import { readConfig } from './read-config.js'

const backends = listBackends(readConfig())

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root.')

createRoot(root).render(
  <StrictMode>
    <App backends={backends} />
  </StrictMode>,
)
