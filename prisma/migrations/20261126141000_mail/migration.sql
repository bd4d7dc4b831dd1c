-- CreateTable
CREATE TABLE "mail_address" (
    "personId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "stopKey" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "mail_delivery" (
    "notificationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "isDigest" BOOLEAN NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "failure" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "mail_delivery_pkey" PRIMARY KEY ("notificationId")
);

-- CreateTable
CREATE TABLE "reminder" (
    "activityId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "lead" TEXT NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("activityId","personId","startsAt","lead")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_address_stopKey_key" ON "mail_address"("stopKey");

-- CreateIndex
CREATE INDEX "mail_delivery_state_dueAt_idx" ON "mail_delivery"("state", "dueAt");

-- CreateIndex
CREATE INDEX "mail_delivery_personId_state_idx" ON "mail_delivery"("personId", "state");

-- AddForeignKey
ALTER TABLE "mail_address" ADD CONSTRAINT "mail_address_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

