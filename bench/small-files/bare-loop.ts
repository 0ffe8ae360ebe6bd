interface PutTicket {
  readonly fileId: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** The floor: sign, PUT, finalise, a file after the other in each of so many lanes. Answers how many are stored. */
export async function uploadBare(
  apiUrl: string,
  files: readonly File[],
  lanes: number,
): Promise<number> {
  let next = 0
  const runLane = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++])
      await uploadOne(apiUrl, file)
  }
  await Promise.all(Array.from({ length: lanes }, runLane))
  return files.length
}

async function uploadOne(apiUrl: string, file: File): Promise<void> {
  const clientId = crypto.randomUUID()
  const { name, size } = file
  const asked = { clientId, name, size, contentType: file.type, preferredKinds: ['put'] }
  const { ticket } = (await post(`${apiUrl}/uploads`, asked)) as { readonly ticket: PutTicket }
  const stored = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: file })
  if (!stored.ok) throw new Error(`The store answered ${stored.status}.`)
  const etag = stored.headers.get('etag')
  await post(`${apiUrl}/uploads/${ticket.fileId}/finalize`, { clientId, etag })
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
  return answer.json()
}
