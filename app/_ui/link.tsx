import NextLink from 'next/link'
import type { ComponentProps } from 'react'

export type LinkProps = ComponentProps<typeof NextLink>

/**
 * A link within the product. Nothing is asked for before it is followed: every page is drawn at the request, so what Next would fetch
 * ahead is the name of a route, once for each link in view (twenty on the front page), and a going costs one request either way.
 */
export function Link(props: LinkProps) {
  return <NextLink prefetch={false} {...props} />
}
