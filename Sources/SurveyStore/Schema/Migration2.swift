import GRDB

extension StudySchema {
  /// What an import was read with and what it continues; revisions that an import brings along.
  static let migration2 = """
    ALTER TABLE batch ADD COLUMN parent INTEGER REFERENCES batch;
    ALTER TABLE batch ADD COLUMN rules_sha256 TEXT;
    ALTER TABLE batch ADD COLUMN reading TEXT;
    ALTER TABLE batch ADD COLUMN mapping TEXT;
    ALTER TABLE batch ADD COLUMN policy TEXT;
    ALTER TABLE batch ADD COLUMN rows_same INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE batch ADD COLUMN rows_changed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE batch ADD COLUMN rows_replaced INTEGER NOT NULL DEFAULT 0;

    -- What each column of the file was taken for.
    CREATE TABLE batch_column (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      position INTEGER NOT NULL,
      header TEXT NOT NULL,
      question TEXT,
      code TEXT,
      PRIMARY KEY (batch, position)
    ) STRICT, WITHOUT ROWID;

    -- The record key of an imported row, and for a mended row its line in the file that it is from.
    CREATE TABLE row_source (
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      row INTEGER NOT NULL,
      key TEXT,
      origin INTEGER,
      PRIMARY KEY (questionnaire, row)
    ) STRICT, WITHOUT ROWID;

    -- Rows of an import whose sequences follow each other; they are in no index of identities.
    CREATE TABLE import_run (
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      station INTEGER NOT NULL,
      first_sequence INTEGER NOT NULL,
      last_sequence INTEGER NOT NULL,
      first_row INTEGER NOT NULL,
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      PRIMARY KEY (questionnaire, station, first_sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_run_batch ON import_run (batch);

    -- A revision that an import brought counts while the import does.
    ALTER TABLE revision ADD COLUMN batch INTEGER REFERENCES batch;
    DROP TRIGGER revision_stays;
    CREATE TRIGGER revision_stays BEFORE DELETE ON revision
    WHEN old.batch IS NULL OR (SELECT state FROM batch WHERE key = old.batch) <> 'open'
    BEGIN SELECT RAISE(ABORT, 'revisions are never deleted'); END;
    """

  /// Lets the views for people pass over revisions of imports that do not count.
  static func renewViews(_ database: Database) throws {
    let views = try GRDB.Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM sqlite_master WHERE type = 'view' AND instr(sql, ?) > 0",
      arguments: [CurrentView.successorBefore]
    )
    for view in views {
      let parts = (view["sql"] as String).split(
        separator: CurrentView.successorBefore,
        omittingEmptySubsequences: false
      )
      let renewed = parts.joined(separator: CurrentView.successor)
      try database.execute(sql: "DROP VIEW \(sqlName(view["name"])); \(renewed)")
    }
  }

  /// Shows a study of the first structure, in a connection that only reads, as one of the second.
  static let secondFromFirst = """
    CREATE TEMP VIEW batch AS SELECT *, NULL AS parent, NULL AS rules_sha256, NULL AS reading,
      NULL AS mapping, NULL AS policy, 0 AS rows_same, 0 AS rows_changed, 0 AS rows_replaced
      FROM main.batch;
    CREATE TEMP VIEW revision AS SELECT *, NULL AS batch FROM main.revision;
    CREATE TEMP VIEW batch_column AS
      SELECT 0 AS batch, 0 AS position, '' AS header, NULL AS question, NULL AS code WHERE 0;
    CREATE TEMP VIEW row_source AS
      SELECT 0 AS questionnaire, 0 AS row, NULL AS key, NULL AS origin WHERE 0;
    CREATE TEMP VIEW import_run AS SELECT 0 AS questionnaire, 0 AS station, 0 AS first_sequence,
      0 AS last_sequence, 0 AS first_row, 0 AS batch WHERE 0;
    """
}
