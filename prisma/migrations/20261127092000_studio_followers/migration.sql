-- AlterTable
ALTER TABLE "studio" ADD COLUMN     "bookCount" INTEGER,
ADD COLUMN     "equipment" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "plateOn" DATE,
ADD COLUMN     "roomPlace" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "studio_follower" (
    "studioId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "studio_follower_pkey" PRIMARY KEY ("studioId","personId")
);

-- CreateIndex
CREATE INDEX "studio_follower_personId_idx" ON "studio_follower"("personId");

-- AddForeignKey
ALTER TABLE "studio_follower" ADD CONSTRAINT "studio_follower_studioId_fkey" FOREIGN KEY ("studioId") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_follower" ADD CONSTRAINT "studio_follower_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

