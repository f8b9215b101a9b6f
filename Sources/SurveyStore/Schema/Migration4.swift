extension StudySchema {
  /// How answers of one version of a questionnaire are read as those of the next.
  static let migration4 = """
    -- A version that was withdrawn was never used, and is nowhere seen.
    ALTER TABLE questionnaire ADD COLUMN withdrawn INTEGER;
    ALTER TABLE questionnaire ADD COLUMN withdrawn_by TEXT;

    -- The last step to a version counts; a version without one takes answers as they are.
    CREATE TABLE version_step (
      key INTEGER PRIMARY KEY,
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      parent INTEGER NOT NULL REFERENCES questionnaire,
      file_name TEXT,
      map TEXT,
      by TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL
    ) STRICT;

    -- One row for a question whose answers change their place or stay apart, and one for each code.
    CREATE TABLE version_fate (
      key INTEGER PRIMARY KEY,
      step INTEGER NOT NULL REFERENCES version_step,
      question TEXT NOT NULL,
      becomes TEXT NOT NULL,
      apart TEXT,
      code TEXT,
      code_becomes TEXT,
      code_missing TEXT
    ) STRICT;
    CREATE INDEX version_fate_step ON version_fate (step);

    CREATE TRIGGER version_step_is_final BEFORE UPDATE ON version_step BEGIN
      SELECT RAISE(ABORT, 'steps between versions are never changed');
    END;
    CREATE TRIGGER version_step_stays BEFORE DELETE ON version_step BEGIN
      SELECT RAISE(ABORT, 'steps between versions are never deleted');
    END;
    CREATE TRIGGER version_fate_is_final BEFORE UPDATE ON version_fate BEGIN
      SELECT RAISE(ABORT, 'steps between versions are never changed');
    END;
    CREATE TRIGGER version_fate_stays BEFORE DELETE ON version_fate BEGIN
      SELECT RAISE(ABORT, 'steps between versions are never deleted');
    END;
    """

  /// Shows a study of the third structure, in a connection that only reads, as one of the fourth.
  static let fourthFromThird = """
    CREATE TEMP VIEW questionnaire AS
      SELECT *, NULL AS withdrawn, NULL AS withdrawn_by FROM main.questionnaire;
    CREATE TEMP VIEW version_step AS SELECT 0 AS key, 0 AS questionnaire, 0 AS parent,
      '' AS file_name, '' AS map, '' AS by, 0 AS at, 0 AS at_offset WHERE 0;
    CREATE TEMP VIEW version_fate AS SELECT 0 AS key, 0 AS step, '' AS question, '' AS becomes,
      '' AS apart, '' AS code, '' AS code_becomes, '' AS code_missing WHERE 0;
    """
}
