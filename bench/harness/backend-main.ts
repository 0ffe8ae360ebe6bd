import { readEnvironment, startServer } from 'loadline-server/node'

const identify = () => ({ id: 'bench', name: null })
const server = await startServer({ environment: readEnvironment(process.env), identify })
process.stdout.write('ready\n')
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
