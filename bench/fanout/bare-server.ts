import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { serve } from './serve.ts'

/** Socket.IO alone: what comes in goes out to everybody, in the shape and size of our events. Nothing is kept or checked. */
const httpServer = createServer()
const io = new Server(httpServer, {
  path: '/socket',
  transports: ['websocket'],
  serveClient: false,
  destroyUpgrade: false,
})
let seq = 0
io.on('connection', (socket) => {
  void socket.join('room')
  socket.on('chat.send', ({ text, replyTo, dedupeKey }, ack) => {
    seq += 1
    const messageId = '019ab3c4-5d6e-7f80-91a2-b3c4d5e6f708'
    const payload = { messageId, text, replyTo, dedupeKey }
    const event = { seq, atMs: Date.now() % 1e7, actorId: messageId, type: 'chat.sent', payload }
    io.to('room').emit('timeline', { events: [event] })
    ack({ ok: true, data: { messageId, seq, atMs: event.atMs } })
  })
})
serve(httpServer)
