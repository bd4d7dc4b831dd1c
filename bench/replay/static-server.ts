import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { sendBytes } from '#server/http/send-bytes.ts'

/*
 * One page with one `<video>` of one file, sent by the same code as our replays. `static-server.ts <file>` tells its parent the
 * port, and ends with it. `#t=` is the browser's own; a digit jumps to that tenth, a space plays.
 */
const [file = ''] = process.argv.slice(2)
const { size: sizeBytes } = statSync(file)
const page = `<!doctype html><meta charset="utf-8"><title>static</title>
<span data-spot="main"><video src="/film.mp4%hash%" width="640" height="360" preload="auto" muted playsinline></video></span>
<script>
  const video = document.querySelector('video')
  addEventListener('keydown', ({ key }) => {
    if (key === ' ') video.paused ? video.play() : video.pause()
    if (/^\\d$/.test(key)) video.currentTime = (Number(key) / 10) * video.duration
  })
</script>`

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://static.invalid')
  if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html' })
    return void response.end(page.replace('%hash%', `#t=${Number(searchParams.get('t') ?? 0)}`))
  }
  if (pathname !== '/film.mp4') return void response.writeHead(404).end()
  const read = ({ firstByte, lastByte }: { firstByte: number; lastByte: number }) =>
    Promise.resolve(createReadStream(file, { start: firstByte, end: lastByte }))
  const bytes = { mimeType: 'video/mp4', sizeBytes, isFinal: true, read }
  // A viewer who seeks lets go of the answer that is under way.
  void sendBytes({ request, response }, { bytes, tag: 'static' }).catch(() => response.destroy())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port })
})
process.once('disconnect', () => process.exit(0))
