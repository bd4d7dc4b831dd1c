import 'server-only'
import { cache } from 'react'

/** The moment this page is made for: one for the whole page, so that its parts agree. */
export const requestTime = cache((): number => Date.now())
