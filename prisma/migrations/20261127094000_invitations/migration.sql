-- CreateTable
CREATE TABLE "activity_invitation" (
    "activityId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_invitation_pkey" PRIMARY KEY ("activityId","personId")
);

-- CreateIndex
CREATE INDEX "activity_invitation_personId_idx" ON "activity_invitation"("personId");

-- AddForeignKey
ALTER TABLE "activity_invitation" ADD CONSTRAINT "activity_invitation_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_invitation" ADD CONSTRAINT "activity_invitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

