export { readEnvironment, type Environment } from './read-environment.js'
export { startServer, type RunningServer, type StartOptions } from './start-server.js'
export { StartupError } from './startup-error.js'
