extension StudySchema {
  /// The first structure.
  ///
  /// Instants are UTC milliseconds beside their offset in minutes.
  static let migration1 = """
    CREATE TABLE study (
      key INTEGER PRIMARY KEY CHECK (key = 1),
      station INTEGER NOT NULL,
      next_sequence INTEGER NOT NULL,
      created INTEGER NOT NULL,
      created_offset INTEGER NOT NULL
    ) STRICT;

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

    -- Which column of which table holds what; code is set for the options of a multiple choice.
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

    CREATE TABLE choice (
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      question TEXT NOT NULL,
      language TEXT NOT NULL,
      code TEXT NOT NULL,
      position INTEGER NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (questionnaire, question, language, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE plan (
      key INTEGER PRIMARY KEY CHECK (key = 1),
      id TEXT NOT NULL,
      file_name TEXT NOT NULL,
      text TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;

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
    CREATE INDEX batch_file ON batch (file_sha256);

    -- The first revision of an imported interview is implied by its batch and has no row here.
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
    CREATE INDEX revision_parent ON revision (station, sequence, parent, parent_station);

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

    -- When each question of an interview was answered.
    CREATE TABLE paradata (
      station INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      question TEXT NOT NULL,
      event TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL,
      PRIMARY KEY (station, sequence, question, event)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision BEGIN
      SELECT RAISE(ABORT, 'revisions are never changed');
    END;
    CREATE TRIGGER revision_stays BEFORE DELETE ON revision BEGIN
      SELECT RAISE(ABORT, 'revisions are never deleted');
    END;
    """
}
