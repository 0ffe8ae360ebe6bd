/**
 * A preload for a server that stands in a process group of its own: when the script that started it is
 * killed, nothing else would stop it, and its ports would stay taken.
 */
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
