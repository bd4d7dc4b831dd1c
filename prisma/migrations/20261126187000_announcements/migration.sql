-- CreateTable
CREATE TABLE "announcement" (
    "id" TEXT NOT NULL,
    "senderKind" TEXT NOT NULL,
    "senderId" TEXT NOT NULL,
    "senderName" TEXT NOT NULL,
    "audienceKind" TEXT NOT NULL,
    "audienceId" TEXT NOT NULL,
    "audienceName" TEXT NOT NULL,
    "authorId" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isPinned" BOOLEAN NOT NULL,
    "asksReceipt" BOOLEAN NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_receipt" (
    "announcementId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_receipt_pkey" PRIMARY KEY ("announcementId","personId")
);

-- CreateIndex
CREATE INDEX "announcement_audienceId_state_isPinned_publishedAt_id_idx" ON "announcement"("audienceId", "state", "isPinned", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "announcement_senderId_id_idx" ON "announcement"("senderId", "id");

-- CreateIndex
CREATE INDEX "announcement_receipt_personId_idx" ON "announcement_receipt"("personId");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_receipt" ADD CONSTRAINT "announcement_receipt_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_receipt" ADD CONSTRAINT "announcement_receipt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

