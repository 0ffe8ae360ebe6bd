CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"client_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"path" text,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"status" text NOT NULL,
	"visibility" text NOT NULL,
	"category" text,
	"is_draft" boolean NOT NULL,
	"metadata" jsonb NOT NULL,
	"declared_checksum" text,
	"checksum" text,
	"etag" text,
	"request_digest" text NOT NULL,
	"object_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"finalized_at" timestamp (3) with time zone,
	"abandoned_at" timestamp (3) with time zone,
	"abandon_reason" text,
	"object_deleted_at" timestamp (3) with time zone,
	CONSTRAINT "files_object_key_unique" UNIQUE("object_key"),
	CONSTRAINT "files_status" CHECK ("files"."status" in ('upload_pending', 'processing', 'ready', 'error', 'cancelled')),
	CONSTRAINT "files_visibility" CHECK ("files"."visibility" in ('public', 'private')),
	CONSTRAINT "files_size" CHECK ("files"."size" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "files_owner_client" ON "files" USING btree ("owner_id","client_id");--> statement-breakpoint
CREATE INDEX "files_owner_created" ON "files" USING btree ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "files_owner_updated" ON "files" USING btree ("owner_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "files_owner_size" ON "files" USING btree ("owner_id","size","id");--> statement-breakpoint
CREATE INDEX "files_undeleted_objects" ON "files" USING btree ("abandoned_at") WHERE abandoned_at is not null and object_deleted_at is null;