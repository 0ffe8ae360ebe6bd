/** Fails when a file looks like a test but no runner would find it. */
import { findStrays } from './checks/find-strays.mjs'
import { listFiles } from './toolchain/list-files.mjs'

const strays = findStrays(listFiles())
for (const file of strays) console.error(`${file}: looks like a test, and no runner would find it`)
if (strays.length > 0) {
  console.error(`
  x.test.ts               beside the code, in Node
  x.types.test.ts         beside the code, read by the type checker
  x.browser.test.tsx      beside the code of packages/*, in Chromium and Firefox
  x.stories.tsx           beside the component
  e2e/x.spec.ts           end-to-end
  e2e/x.browser.test.ts   in Chromium and Firefox, against real servers
  e2e/next/x.spec.ts      end-to-end, the Next.js example
  e2e/deep/…              long ones of both kinds (npm run test:deep)
  .storybook/x.browser.test.tsx   over all stories, in Chromium`)
  process.exitCode = 1
}
