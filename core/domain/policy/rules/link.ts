import type { Rules } from './rule.ts'

export const LINK_RULES = {
  // Who has the link is whom it was given to: nobody who uses one can sign in yet.
  'link.use': (_actor, { stands }) => stands,
} as const satisfies Rules<'link'>
