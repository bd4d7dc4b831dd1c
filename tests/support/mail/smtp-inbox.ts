import { once } from 'node:events'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface SmtpInbox {
  /** With the port it has now. */
  url: string
  /** In the order in which they were taken. */
  letters: ParsedMail[]
  /** Of these mailboxes it says, for ever, that there are none. */
  unknown: Set<string>
  /** As an outage: everything is answered with "try again later". */
  isDown: boolean
  close(): Promise<void>
}

/** A real SMTP server on this machine, which keeps what it is given. */
export async function openSmtpInbox(): Promise<SmtpInbox> {
  const inbox = { letters: [] as ParsedMail[], unknown: new Set<string>(), isDown: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      if (inbox.isDown) callback(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      else if (inbox.unknown.has(address)) callback(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
      else callback()
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then(
        (letter) => {
          inbox.letters.push(letter)
          callback()
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return Object.assign(inbox, {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  })
}
