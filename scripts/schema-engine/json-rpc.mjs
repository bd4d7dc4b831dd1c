import readline from 'node:readline'

// What the native engine answers with for every known error (its JSON-RPC server's "user facing error").
const ENGINE_ERROR = 4466
// Ids of messages of our own must not meet the command line's, which count up from 1.
const FIRST_OWN_ID = 1_000_000

/**
 * Answers JSON-RPC requests, one a line, in the order they come: the engine keeps state between them.
 * Resolves when the input has ended and everything is answered.
 */
export async function serveJsonRpc({ input, output, engine }) {
  let nextOwnId = FIRST_OWN_ID
  const send = (message) => output.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const print = (content) => send({ id: nextOwnId++, method: 'print', params: { content } })

  for await (const line of readline.createInterface({ input })) {
    const request = parseRequest(line)
    if (request === undefined) continue
    try {
      send({ id: request.id, result: await engine.call(request.method, { params: request.params, print }) })
    } catch (error) {
      send({ id: request.id, error: describe(error) })
    }
  }
  await engine.dispose()
}

/** Answers to our own messages have no method, and need no reply. */
function parseRequest(line) {
  if (line.trim() === '') return undefined
  const message = JSON.parse(line)
  return typeof message.method === 'string' ? message : undefined
}

function describe(error) {
  return {
    code: ENGINE_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: false, message: error.message, error_code: error.code ?? null, meta: error.meta ?? null },
  }
}
