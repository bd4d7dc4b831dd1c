-- A membership begins with the master's proposal; since when it stands is known once the office has confirmed it.
ALTER TABLE "membership" ALTER COLUMN "since" DROP NOT NULL,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN "proposedAt" TIMESTAMPTZ(3),
ADD COLUMN "endReason" TEXT NOT NULL DEFAULT '';

-- What waits for the office, in the order in which it was proposed.
CREATE INDEX "membership_state_id_idx" ON "membership"("state", "id");

ALTER TABLE "studio" ADD COLUMN "memberLimit" INTEGER;
