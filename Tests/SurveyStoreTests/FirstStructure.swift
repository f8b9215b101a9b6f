/// A study as a program wrote it that knew only the first structure.
///
/// One questionnaire, one import of four made-up rows, and the second of them voided.
enum FirstStructure {
  // Lines of SQL are as SQLite keeps them.
  // swift-format-ignore
  static let sql = #"""
    PRAGMA application_id = 1416119407;
    PRAGMA user_version = 1;
    CREATE TABLE batch (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
      state TEXT NOT NULL CHECK (state = 'open' OR state = 'complete' OR state = 'undone'),
      file_name TEXT NOT NULL,
      file_sha256 TEXT NOT NULL,
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      wave INTEGER NOT NULL REFERENCES wave,
      first_row INTEGER NOT NULL,
      rows_good INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL,
      started INTEGER NOT NULL,
      started_offset INTEGER NOT NULL,
      finished INTEGER,
      finished_offset INTEGER,
      by TEXT NOT NULL,
      tool_version TEXT NOT NULL,
      undone INTEGER,
      undone_offset INTEGER,
      undone_by TEXT,
      undone_why TEXT
    ) STRICT;
    INSERT INTO "batch" VALUES(1,'ab6f3a9e589bac1502bc863155fbc05b','complete','tot.csv','9311ff4b2fab4ec1f999fe67c0d633456bc691fb92c7cea3962e7dc84de17264',1,1,1,4,0,1795252322099,420,1795252322102,420,'','0.1.0',NULL,NULL,NULL,NULL);
    CREATE TABLE choice (
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      question TEXT NOT NULL,
      language TEXT NOT NULL,
      code TEXT NOT NULL,
      position INTEGER NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (questionnaire, question, language, code)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO "choice" VALUES(1,'muc','en','1',0,'Not satisfied');
    INSERT INTO "choice" VALUES(1,'muc','en','2',1,'Satisfied');
    INSERT INTO "choice" VALUES(1,'muc','vi','1',0,'Không hài lòng');
    INSERT INTO "choice" VALUES(1,'muc','vi','2',1,'Hài lòng');
    CREATE TABLE "data_phieu_thu_1" (row INTEGER PRIMARY KEY, station INTEGER NOT NULL, sequence INTEGER NOT NULL, revision INTEGER NOT NULL, revision_station INTEGER NOT NULL, wave INTEGER NOT NULL, batch INTEGER, ordinal INTEGER, mode TEXT NOT NULL, language TEXT NOT NULL, started INTEGER, started_offset INTEGER, finished INTEGER, finished_offset INTEGER, interview_date TEXT, consent TEXT, digest INTEGER NOT NULL, warnings TEXT, missing TEXT, "don_vi" TEXT, "tuoi" INTEGER, "muc" INTEGER CHECK ("muc" BETWEEN 1 AND 2)) STRICT;
    INSERT INTO "data_phieu_thu_1" VALUES(1,4776501826218584920,1,1,4776501826218584920,1,1,2,'import','vi',NULL,NULL,NULL,NULL,NULL,NULL,-2228036371812523827,NULL,NULL,'Xã A',20,2);
    INSERT INTO "data_phieu_thu_1" VALUES(2,4776501826218584920,2,1,4776501826218584920,1,1,3,'import','vi',NULL,NULL,NULL,NULL,NULL,NULL,8027437166977028345,NULL,NULL,'Xã B',35,1);
    INSERT INTO "data_phieu_thu_1" VALUES(3,4776501826218584920,3,1,4776501826218584920,1,1,4,'import','vi',NULL,NULL,NULL,NULL,NULL,NULL,7882341318320790827,NULL,NULL,'Xã C',41,2);
    INSERT INTO "data_phieu_thu_1" VALUES(4,4776501826218584920,4,1,4776501826218584920,1,1,5,'import','vi',NULL,NULL,NULL,NULL,NULL,NULL,-7061098293484201393,NULL,NULL,'Xã D',62,2);
    CREATE TABLE draft (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      language TEXT NOT NULL,
      mode TEXT NOT NULL,
      started INTEGER NOT NULL,
      started_offset INTEGER NOT NULL,
      by TEXT NOT NULL
    ) STRICT;
    CREATE TABLE draft_answer (
      key INTEGER PRIMARY KEY,
      draft INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
      question TEXT NOT NULL,
      kind TEXT NOT NULL,
      value ANY,
      warning_accepted INTEGER NOT NULL CHECK (warning_accepted BETWEEN 0 AND 1),
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL,
      UNIQUE (draft, question)
    ) STRICT;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO "grdb_migrations" VALUES('1');
    CREATE TABLE paradata (
      station INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      question TEXT NOT NULL,
      event TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL,
      PRIMARY KEY (station, sequence, question, event)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE plan (
      key INTEGER PRIMARY KEY CHECK (key = 1),
      id TEXT NOT NULL,
      file_name TEXT NOT NULL,
      text TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;
    CREATE TABLE question_column (
      key INTEGER PRIMARY KEY,
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      question TEXT NOT NULL,
      code TEXT,
      kind TEXT NOT NULL,
      table_number INTEGER NOT NULL,
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      UNIQUE (questionnaire, table_name, column_name)
    ) STRICT;
    INSERT INTO "question_column" VALUES(1,1,'don_vi',NULL,'text',0,'data_phieu_thu_1','don_vi');
    INSERT INTO "question_column" VALUES(2,1,'tuoi',NULL,'integer',0,'data_phieu_thu_1','tuoi');
    INSERT INTO "question_column" VALUES(3,1,'muc',NULL,'choice-number',0,'data_phieu_thu_1','muc');
    CREATE TABLE questionnaire (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      file_name TEXT NOT NULL,
      text TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      added INTEGER NOT NULL,
      added_offset INTEGER NOT NULL,
      view_name TEXT NOT NULL,
      tables TEXT NOT NULL,
      UNIQUE (id, version)
    ) STRICT;
    INSERT INTO "questionnaire" VALUES(1,'phieu-thu','1','phieu.yaml','questionnaire: phieu-thu
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử, en: Test form}
    consent: {version: "1", text: {vi: Xin phép hỏi., en: May I ask?}}
    scales:
      muc-2:
        kind: ordered
        direction: ascending
        levels:
          - {code: 1, label: {vi: Không hài lòng, en: Not satisfied}}
          - {code: 2, label: {vi: Hài lòng, en: Satisfied}, positive: true}
        missing:
          - {code: 9, reason: refused, label: {vi: Không trả lời, en: No answer}}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: don_vi, type: text, required: true, label: {vi: Nơi ở, en: Place}}
          - id: tuoi
            type: integer
            label: {vi: Tuổi, en: Age}
            constraint: ". >= 18"
            constraint_message: {vi: Từ 18 tuổi., en: 18 or older.}
            warning: ". > 95"
            warning_message: {vi: Tuổi hiếm gặp., en: A rare age.}
          - {id: muc, scale: muc-2, label: {vi: Mức hài lòng, en: Satisfaction}}
    indicators:
      - id: hai_long
        label: {vi: Hài lòng, en: Satisfied}
        kind: share
        item: muc
        measured: satisfaction

    ','1fb5c7b3cde56540fddc804359e68eaa53a30f5c5ba60126d97baa12e233b9cd',1795252322070,420,'phieu_thu','["data_phieu_thu_1"]');
    CREATE TABLE revision (
      station INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      number INTEGER NOT NULL,
      revision_station INTEGER NOT NULL,
      parent INTEGER,
      parent_station INTEGER,
      kind TEXT NOT NULL
        CHECK (kind = 'original' OR kind = 'replace' OR kind = 'void' OR kind = 'erase'),
      by TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL,
      why TEXT,
      PRIMARY KEY (station, sequence, number, revision_station)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO "revision" VALUES(4776501826218584920,2,2,4776501826218584920,1,4776501826218584920,'void','người nhập',1795000000000,420,'trùng');
    CREATE TABLE study (
      key INTEGER PRIMARY KEY CHECK (key = 1),
      station INTEGER NOT NULL,
      next_sequence INTEGER NOT NULL,
      created INTEGER NOT NULL,
      created_offset INTEGER NOT NULL
    ) STRICT;
    INSERT INTO "study" VALUES(1,4776501826218584920,5,1795252322070,420);
    CREATE TABLE wave (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      label TEXT NOT NULL,
      first_day TEXT,
      last_day TEXT,
      questionnaire TEXT,
      version TEXT,
      design TEXT,
      closed INTEGER,
      closed_offset INTEGER
    ) STRICT;
    INSERT INTO "wave" VALUES(1,'2026-q3','2026-q3',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
    CREATE INDEX batch_file ON batch (file_sha256);
    CREATE INDEX revision_parent ON revision (station, sequence, parent, parent_station);
    CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision BEGIN
      SELECT RAISE(ABORT, 'revisions are never changed');
    END;
    CREATE TRIGGER revision_stays BEFORE DELETE ON revision BEGIN
      SELECT RAISE(ABORT, 'revisions are never deleted');
    END;
    CREATE UNIQUE INDEX "data_phieu_thu_1_identity"
    ON "data_phieu_thu_1" (station, sequence, revision, revision_station);
    CREATE TRIGGER "data_phieu_thu_1_is_final" BEFORE UPDATE ON "data_phieu_thu_1"
    BEGIN SELECT RAISE(ABORT, 'interviews are never changed'); END;
    CREATE TRIGGER "data_phieu_thu_1_stays" BEFORE DELETE ON "data_phieu_thu_1"
    WHEN old.batch IS NULL OR (SELECT state FROM batch WHERE key = old.batch) <> 'open'
    BEGIN SELECT RAISE(ABORT, 'interviews are never deleted'); END;
    CREATE VIEW "phieu_thu_current" AS SELECT t0.station, t0.sequence, t0.revision, '1' AS questionnaire_version, (SELECT id FROM wave WHERE key = t0.wave) AS wave, t0.mode, t0.language, t0.started, t0.finished, t0.interview_date, (SELECT id FROM batch WHERE key = t0.batch) AS batch, t0.ordinal, t0.missing, t0."don_vi" AS "don_vi", t0."tuoi" AS "tuoi", t0."muc" AS "muc" FROM "data_phieu_thu_1" AS t0 WHERE (t0.batch IS NULL OR t0.batch IN (SELECT key FROM batch WHERE state = 'complete'))
    AND NOT EXISTS (
      SELECT 1 FROM revision AS later
      WHERE later.station = t0.station AND later.sequence = t0.sequence
      AND later.parent = t0.revision AND later.parent_station = t0.revision_station);
    CREATE VIEW "phieu_thu_labels" AS SELECT v.station, v.sequence, v.revision, v.questionnaire_version, v.wave, v.mode, v.language, v.started, v.finished, v.interview_date, v.batch, v.ordinal, v.missing, v."don_vi", v."tuoi", coalesce((SELECT label FROM choice WHERE questionnaire = 1 AND question = 'muc' AND language = 'vi' AND code = CAST(v."muc" AS TEXT)), v."muc") AS "muc" FROM "phieu_thu_current" AS v;
    """#
}
