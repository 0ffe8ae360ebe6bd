import { readEnvironment, startServer } from 'loadline-server/node'

await startServer({
  environment: readEnvironment(process.env),
  identify: () => ({ id: 'consumer', name: 'Consumer' }),
  categories: [{ key: 'USER_FILES', name: 'User files' }],
})
