import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressFiles } from '../../../scripts/bootstrap/compress-files.mjs'
import { createBuiltFiles } from '#server/http/built-files.ts'

const SCRIPT = `export const words = '同课 '.repeat(1)\n`.repeat(200)

let folder: string
let server: Server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-built-'))
  mkdirSync(join(folder, 'chunks'))
  writeFileSync(join(folder, 'chunks', 'a-1.js'), SCRIPT)
  writeFileSync(join(folder, 'chunks', 'gone.js'), SCRIPT)
  writeFileSync(join(folder, 'small.css'), 'a{}')
  await compressFiles(folder)
  const answer = createBuiltFiles({ folder })
  server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).then((isTaken) => {
      if (!isTaken) outgoing.writeHead(299).end('left to Next')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

async function ask(path: string, { method = 'GET', accepts = 'gzip, deflate, br' } = {}) {
  const { port } = server.address() as AddressInfo
  const asked = request({ port, host: '127.0.0.1', path, method, headers: { 'accept-encoding': accepts } })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject).end()
  })
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) }
}

test('[PAGE20] a script goes out as the copy that the build compressed, with its own type, for ever', async () => {
  const { status, headers, body } = await ask('/_next/static/chunks/a-1.js?dpl=x')
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  })
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
  const head = await ask('/_next/static/chunks/a-1.js', { method: 'HEAD' })
  expect(head.headers['content-length']).toBe(String(body.byteLength))
  expect(head.body).toHaveLength(0)
})

test.each([
  ['who takes no Brotli', '/_next/static/chunks/a-1.js', { accepts: 'gzip' }],
  ['a file too small for a copy', '/_next/static/small.css', {}],
  ['what is not there', '/_next/static/chunks/b.js', {}],
  ['a way out of the folder', '/_next/static/../static/chunks/a-1.js', {}],
  ['a copy by its own name', '/_next/static/chunks/a-1.js.br', {}],
  ['another method', '/_next/static/chunks/a-1.js', { method: 'POST' }],
])('[PAGE20] %s is left to Next', async (_, path, options) => {
  expect(await ask(path, options)).toMatchObject({ status: 299 })
})

test('[PAGE20] a copy that a new build has taken away is not found, and the server lives on', async () => {
  rmSync(join(folder, 'chunks', 'gone.js.br'))
  expect(await ask('/_next/static/chunks/gone.js')).toMatchObject({ status: 404 })
  expect(await ask('/_next/static/chunks/a-1.js')).toMatchObject({ status: 200 })
})
