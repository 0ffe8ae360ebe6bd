import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['loadline-source', ...defaultClientConditions] },
  server: { proxy: { '/api': 'http://localhost:4321' } },
  build: {
    // The page's policy allows no script in the page itself.
    modulePreload: { polyfill: false },
  },
})
