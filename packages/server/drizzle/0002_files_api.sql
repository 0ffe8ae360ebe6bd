CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "associations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_id" uuid NOT NULL,
	"tenant_id" text DEFAULT '' NOT NULL,
	"entity_name" text NOT NULL,
	"entity_reference" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "associations_file_entity" UNIQUE("file_id","entity_name","entity_reference")
);
--> statement-breakpoint
CREATE TABLE "folders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" text DEFAULT '' NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"parent_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "folders_sibling_name" UNIQUE NULLS NOT DISTINCT("tenant_id","owner_id","parent_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "usage" (
	"tenant_id" text DEFAULT '' NOT NULL,
	"owner_id" text NOT NULL,
	"file_count" bigint NOT NULL,
	"total_size" bigint NOT NULL,
	"pending_count" bigint NOT NULL,
	CONSTRAINT "usage_tenant_id_owner_id_pk" PRIMARY KEY("tenant_id","owner_id")
);
--> statement-breakpoint
DROP INDEX "files_owner_client";--> statement-breakpoint
DROP INDEX "files_owner_created";--> statement-breakpoint
DROP INDEX "files_owner_updated";--> statement-breakpoint
DROP INDEX "files_owner_size";--> statement-breakpoint
DROP INDEX "files_undeleted_objects";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "tenant_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "name_sort" text GENERATED ALWAYS AS (left(name_key, 240)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "folder_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "thumbnail_key" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "image_width" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "image_height" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "processing_started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "processing_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "error_reason" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "files" SET "deleted_at" = "abandoned_at" WHERE "abandoned_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "associations" ADD CONSTRAINT "associations_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "folders" ADD CONSTRAINT "folders_parent_id_folders_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."folders"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "associations_entity" ON "associations" USING btree ("entity_name","entity_reference","file_id");--> statement-breakpoint
CREATE INDEX "folders_parent" ON "folders" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_folder_id_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."folders"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "files_owner_client_id" ON "files" USING btree ("tenant_id","owner_id","client_id");--> statement-breakpoint
CREATE INDEX "files_own_by_created" ON "files" USING btree ("tenant_id","owner_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_own_by_updated" ON "files" USING btree ("tenant_id","owner_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_own_by_size" ON "files" USING btree ("tenant_id","owner_id","size","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_own_by_name" ON "files" USING btree ("tenant_id","owner_id","name_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_own_by_type" ON "files" USING btree ("tenant_id","owner_id","content_type","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_own_by_status" ON "files" USING btree ("tenant_id","owner_id","status","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_own_by_visibility" ON "files" USING btree ("tenant_id","owner_id","visibility","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_by_created" ON "files" USING btree ("tenant_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_by_updated" ON "files" USING btree ("tenant_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_by_size" ON "files" USING btree ("tenant_id","size","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_by_name" ON "files" USING btree ("tenant_id","name_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_by_name_part" ON "files" USING gin ("name_key" gin_trgm_ops) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_by_folder" ON "files" USING btree ("folder_id") WHERE folder_id is not null;--> statement-breakpoint
CREATE INDEX "files_undeleted_object" ON "files" USING btree ("updated_at") WHERE object_deleted_at is null and (deleted_at is not null or abandoned_at is not null);--> statement-breakpoint
CREATE INDEX "files_pending" ON "files" USING btree ("created_at") WHERE status = 'upload_pending' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_processing" ON "files" USING btree ("processing_started_at") WHERE status = 'processing' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "files_draft" ON "files" USING btree ("updated_at") WHERE is_draft and deleted_at is null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_thumbnail_key_unique" UNIQUE("thumbnail_key");--> statement-breakpoint
INSERT INTO "usage" ("tenant_id", "owner_id", "file_count", "total_size", "pending_count")
SELECT "tenant_id", "owner_id", count(*), sum("size"), count(*) FILTER (WHERE "status" = 'upload_pending')
FROM "files" WHERE "deleted_at" IS NULL GROUP BY "tenant_id", "owner_id";--> statement-breakpoint
CREATE FUNCTION "count_added_files"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO usage AS kept (tenant_id, owner_id, file_count, total_size, pending_count)
	SELECT tenant_id, owner_id, count(*), sum(size), count(*) FILTER (WHERE status = 'upload_pending')
	FROM added WHERE deleted_at IS NULL GROUP BY tenant_id, owner_id
	ON CONFLICT (tenant_id, owner_id) DO UPDATE SET
		file_count = kept.file_count + excluded.file_count,
		total_size = kept.total_size + excluded.total_size,
		pending_count = kept.pending_count + excluded.pending_count;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "files_count_added" AFTER INSERT ON "files"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "count_added_files"();--> statement-breakpoint
CREATE FUNCTION "count_changed_file"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	was_live int := (OLD.deleted_at IS NULL)::int;
	is_live int := 0;
	is_pending int := 0;
	new_size bigint := 0;
BEGIN
	IF TG_OP = 'UPDATE' THEN
		is_live := (NEW.deleted_at IS NULL)::int;
		is_pending := (NEW.status = 'upload_pending')::int;
		new_size := NEW.size;
	END IF;
	UPDATE usage SET
		file_count = file_count + is_live - was_live,
		total_size = total_size + is_live * new_size - was_live * OLD.size,
		pending_count = pending_count + is_live * is_pending - was_live * (OLD.status = 'upload_pending')::int
	WHERE tenant_id = OLD.tenant_id AND owner_id = OLD.owner_id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "files_count_changed" AFTER UPDATE OF "size", "status", "deleted_at" ON "files"
FOR EACH ROW WHEN (
	OLD.size <> NEW.size
	OR (OLD.status = 'upload_pending') <> (NEW.status = 'upload_pending')
	OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
) EXECUTE FUNCTION "count_changed_file"();--> statement-breakpoint
CREATE TRIGGER "files_count_removed" AFTER DELETE ON "files"
FOR EACH ROW EXECUTE FUNCTION "count_changed_file"();
