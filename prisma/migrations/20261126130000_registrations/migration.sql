-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "registrationMode" TEXT NOT NULL DEFAULT 'none';

-- CreateTable
CREATE TABLE "registration" (
    "activityId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "queueKey" TEXT NOT NULL,
    "cancelledFrom" TEXT,
    "cancelledAt" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("activityId","personId")
);

-- CreateIndex
CREATE INDEX "registration_activityId_state_queueKey_idx" ON "registration"("activityId", "state", "queueKey");

-- CreateIndex
CREATE INDEX "registration_activityId_queueKey_idx" ON "registration"("activityId", "queueKey");

-- CreateIndex
CREATE INDEX "registration_personId_idx" ON "registration"("personId");

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

