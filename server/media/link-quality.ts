/** 3 good, 2 fair, 1 poor, 0 nothing gets through. */
export type LinkBars = 0 | 1 | 2 | 3

/** mediasoup's score of a stream, 0–10, from the loss and repair of its last seconds. 10 is no loss; 0 is no packets. */
export function barsFromScore(score: number): LinkBars {
  if (score >= 8) return 3
  if (score >= 5) return 2
  return score >= 1 ? 1 : 0
}

/**
 * A link by what a listener notices: ITU-T G.114 calls 150 ms one way (300 ms round trip) good and 400 ms the limit; up to
 * 2 % loss is repaired unseen by retransmission and FEC, above 8 % the picture freezes.
 */
export function barsFromLink({ lossRatio, rttMs }: { lossRatio: number; rttMs: number | null }): LinkBars {
  const rtt = rttMs ?? 0
  if (lossRatio >= 0.5) return 0
  if (lossRatio <= 0.02 && rtt <= 300) return 3
  return lossRatio <= 0.08 && rtt <= 800 ? 2 : 1
}

/** The average of several streams over one link, rounded; `null` of none. One stream that starts does not pull a link down. */
export function averageScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null
  return Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)
}
