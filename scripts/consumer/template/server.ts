import { identifyDemoUser } from 'loadline-server'
import { readEnvironment, startServer } from 'loadline-server/node'

await startServer({
  environment: readEnvironment(process.env),
  identify: identifyDemoUser,
  categories: [{ key: 'USER_FILES', name: 'User files' }],
})
