/** Pictures of a plan are ours: a foreign address would tell a stranger who reads the plan. */
const OWN_IMAGE = /^\/media\/images\/[A-Za-z0-9_-]{1,64}$/

export const planImageAddress = (imageId: string) => `/media/images/${imageId}`

/** Where a picture of a plan may come from. */
export const isPlanImageAddress = (address: unknown): address is string =>
  typeof address === 'string' && OWN_IMAGE.test(address)
