/**
 * Ms, longer than a test. A server that ends an idle connection while a browser takes it again fails that request, or
 * gets it twice: no answer of any script.
 */
export const keepAliveTimeout = 120_000
