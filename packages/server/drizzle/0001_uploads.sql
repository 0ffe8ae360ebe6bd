ALTER TABLE "files" ADD COLUMN "kind" text DEFAULT 'put' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "upload_id" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "part_size" bigint;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "fence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_kind" CHECK ("files"."kind" in ('put', 'form', 'multipart'));