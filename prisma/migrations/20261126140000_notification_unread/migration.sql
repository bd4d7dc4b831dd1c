-- CreateIndex
CREATE INDEX "notification_personId_readAt_id_idx" ON "notification"("personId", "readAt", "id");
