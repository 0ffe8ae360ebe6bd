/** A backend by itself, configured by the environment as `npm start` is: for tests that bring their own page. */
import { readEnvironment, startServer } from 'loadline-server/node'

const environment = readEnvironment(process.env)
const identify = () => ({ id: 'tester', name: 'Tester' })
const server = await startServer({ environment, identify })
process.stdout.write('ready\n')
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
