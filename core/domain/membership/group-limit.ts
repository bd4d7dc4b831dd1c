/** How many may be in a studio's group where the office has set nothing else; its master is not counted. */
export const CITY_MEMBER_LIMIT = 15

export const limitOf = (memberLimit: number | null): number => memberLimit ?? CITY_MEMBER_LIMIT
