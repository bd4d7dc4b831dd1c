'use client'

import Linkify from 'linkify-react'

const OPTIONS = {
  target: '_blank',
  rel: 'noopener noreferrer nofollow',
  className: 'text-bamboo underline decoration-bamboo-line underline-offset-4 break-all',
  // Links and nothing else: no mail addresses, no bare words with a dot in them.
  validate: { url: (text: string) => /^https?:\/\//i.test(text), email: () => false },
}

/** What was said, as text; an address that begins with http is a link. */
export function ChatText({ children }: { children: string }) {
  return <Linkify options={OPTIONS}>{children}</Linkify>
}
