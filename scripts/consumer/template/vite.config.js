import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  preview: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: { '/api': process.env.API_ADDRESS },
  },
})
