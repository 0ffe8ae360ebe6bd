import path from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The packages of the workspace lie outside of this folder.
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  images: { unoptimized: true },
}

export default config
