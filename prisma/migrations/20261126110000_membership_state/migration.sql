-- Who was in a group when stays readable: a membership ends, and its row stays. Those that stand are active.
ALTER TABLE "membership" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'active',
ADD COLUMN "endedAt" TIMESTAMPTZ(3);

DROP INDEX "membership_studioId_personId_key";

CREATE INDEX "membership_studioId_state_idx" ON "membership"("studioId", "state");

-- One at a time that is under way or stands, and as many as there were of those that have ended.
CREATE UNIQUE INDEX "membership_one_open" ON "membership"("studioId", "personId")
WHERE "state" IN ('proposed', 'consented', 'active');
