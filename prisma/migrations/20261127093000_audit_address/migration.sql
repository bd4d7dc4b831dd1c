-- AlterTable
ALTER TABLE "audit_log" ADD COLUMN     "address" TEXT;

