import { restAdapter } from 'loadline/adapters/rest'
import 'loadline/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import './app.css'
import { readConfig } from './read-config.js'

const adapter = restAdapter({ baseUrl: readConfig().apiUrl })

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root.')

createRoot(root).render(
  <StrictMode>
    <App adapter={adapter} />
  </StrictMode>,
)
