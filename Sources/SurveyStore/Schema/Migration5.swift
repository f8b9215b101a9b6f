extension StudySchema {
  /// Numbers that the office reports, beside what people answered.
  static let migration5 = """
    -- One line of the record of counts; a line without a value withdraws the one before.
    -- The day or period is written as 2024-06-30, 2024-03, 2024-Q1, 2024-H1 or 2024.
    CREATE TABLE administrative_count (
      station INTEGER NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      span TEXT NOT NULL,
      place TEXT,
      value INTEGER CHECK (value BETWEEN 0 AND 999999999999),
      evidence TEXT NOT NULL,
      by TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL,
      file_name TEXT,
      file_line INTEGER,
      superseded_station INTEGER,
      superseded INTEGER,
      PRIMARY KEY (station, number),
      CHECK ((file_name IS NULL) = (file_line IS NULL)),
      CHECK ((superseded_station IS NULL) = (superseded IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX administrative_count_subject ON administrative_count (name, span);

    CREATE TRIGGER administrative_count_is_final BEFORE UPDATE ON administrative_count BEGIN
      SELECT RAISE(ABORT, 'counts are never changed');
    END;
    CREATE TRIGGER administrative_count_stays BEFORE DELETE ON administrative_count BEGIN
      SELECT RAISE(ABORT, 'counts are never deleted');
    END;
    """

  /// Shows a study of the fourth structure, in a connection that only reads, as one of the fifth.
  static let fifthFromFourth = """
    CREATE TEMP VIEW administrative_count AS SELECT 0 AS station, 0 AS number, '' AS name,
      '' AS span, '' AS place, 0 AS value, '' AS evidence, '' AS by, 0 AS at, 0 AS at_offset,
      '' AS file_name, 0 AS file_line, 0 AS superseded_station, 0 AS superseded WHERE 0;
    """
}
