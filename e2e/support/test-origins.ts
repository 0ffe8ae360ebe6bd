/** Where Vitest serves its pages, one port for each instance that runs at once. */
export const testOrigins: readonly string[] = Array.from(
  { length: 12 },
  (_, i) => 23_315 + i,
).flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`])
