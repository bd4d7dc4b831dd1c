import { z } from 'zod'

const share = z.number().min(0).max(1)

/** How the frame lay over the upright picture; sent as JSON in `x-framing`, beside the bytes of the file. */
export const photoFraming = z.object({ zoom: z.number().min(1).max(4), centreX: share, centreY: share })
export type PhotoFraming = z.infer<typeof photoFraming>

export const uploadedPhoto = z.object({ photoUrl: z.string() })

export const applicationPhotoAddress = (photoId: string): string => `/api/applications/photos/${photoId}`
