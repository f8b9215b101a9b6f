extension StudySchema {
  /// Who typed how much, what was keyed a second time, notes, and the course of interviews.
  static let migration3 = """
    -- One sitting of somebody at the keyboard; times are by the wall clock, active by another one.
    CREATE TABLE sitting (
      key INTEGER PRIMARY KEY,
      station INTEGER NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind = 'interview' OR kind = 'entry' OR kind = 'verify' OR kind = 'self'),
      by TEXT NOT NULL,
      questionnaire INTEGER NOT NULL REFERENCES questionnaire,
      wave INTEGER NOT NULL REFERENCES wave,
      started INTEGER NOT NULL,
      started_offset INTEGER NOT NULL,
      finished INTEGER NOT NULL,
      finished_offset INTEGER NOT NULL,
      active INTEGER NOT NULL,
      forms INTEGER NOT NULL,
      fields INTEGER NOT NULL,
      keystrokes INTEGER NOT NULL,
      refused INTEGER NOT NULL
    ) STRICT;

    -- A form that was keyed a second time, and who had keyed it first.
    CREATE TABLE verification (
      sitting INTEGER NOT NULL REFERENCES sitting,
      station INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      keyer TEXT NOT NULL,
      fields INTEGER NOT NULL,
      keyer_errors INTEGER NOT NULL,
      verifier_errors INTEGER NOT NULL,
      PRIMARY KEY (sitting, station, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX verification_interview ON verification (station, sequence);

    CREATE TABLE verification_error (
      sitting INTEGER NOT NULL REFERENCES sitting,
      station INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      question TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind = 'keyer' OR kind = 'verifier'),
      PRIMARY KEY (sitting, station, sequence, question)
    ) STRICT, WITHOUT ROWID;

    -- What somebody wrote about a question, or about the form where no question is named.
    CREATE TABLE remark (
      key INTEGER PRIMARY KEY,
      draft INTEGER REFERENCES draft ON DELETE CASCADE,
      station INTEGER,
      sequence INTEGER,
      question TEXT,
      text TEXT NOT NULL,
      by TEXT NOT NULL,
      at INTEGER NOT NULL,
      at_offset INTEGER NOT NULL,
      CHECK (draft IS NOT NULL OR sequence IS NOT NULL)
    ) STRICT;
    CREATE INDEX remark_interview ON remark (station, sequence);
    CREATE INDEX remark_draft ON remark (draft) WHERE draft IS NOT NULL;

    -- The course of an interview, where it was asked for; the events are those of ODK's audit.csv.
    CREATE TABLE audit_event (
      key INTEGER PRIMARY KEY,
      draft INTEGER REFERENCES draft ON DELETE CASCADE,
      station INTEGER,
      sequence INTEGER,
      event TEXT NOT NULL,
      question TEXT,
      started INTEGER NOT NULL,
      ended INTEGER,
      old_value TEXT,
      new_value TEXT,
      by TEXT NOT NULL,
      reason TEXT,
      CHECK (draft IS NOT NULL OR sequence IS NOT NULL)
    ) STRICT;
    CREATE INDEX audit_event_interview ON audit_event (station, sequence);
    CREATE INDEX audit_event_draft ON audit_event (draft) WHERE draft IS NOT NULL;

    -- That dossier numbers of a wave are hashed under a key; the key itself is in a file of its own.
    CREATE TABLE dossier_key (
      wave INTEGER PRIMARY KEY REFERENCES wave,
      proof TEXT NOT NULL,
      made INTEGER NOT NULL,
      made_offset INTEGER NOT NULL,
      destroyed INTEGER,
      destroyed_offset INTEGER
    ) STRICT;
    """

  /// Shows a study of the second structure, in a connection that only reads, as one of the third.
  static let thirdFromSecond = """
    CREATE TEMP VIEW sitting AS SELECT 0 AS key, 0 AS station, '' AS kind, '' AS by,
      0 AS questionnaire, 0 AS wave, 0 AS started, 0 AS started_offset, 0 AS finished,
      0 AS finished_offset, 0 AS active, 0 AS forms, 0 AS fields, 0 AS keystrokes, 0 AS refused
      WHERE 0;
    CREATE TEMP VIEW verification AS SELECT 0 AS sitting, 0 AS station, 0 AS sequence,
      0 AS revision, '' AS keyer, 0 AS fields, 0 AS keyer_errors, 0 AS verifier_errors WHERE 0;
    CREATE TEMP VIEW verification_error AS SELECT 0 AS sitting, 0 AS station, 0 AS sequence,
      '' AS question, '' AS kind WHERE 0;
    CREATE TEMP VIEW remark AS SELECT 0 AS key, 0 AS draft, 0 AS station, 0 AS sequence,
      '' AS question, '' AS text, '' AS by, 0 AS at, 0 AS at_offset WHERE 0;
    CREATE TEMP VIEW audit_event AS SELECT 0 AS key, 0 AS draft, 0 AS station, 0 AS sequence,
      '' AS event, '' AS question, 0 AS started, 0 AS ended, '' AS old_value, '' AS new_value,
      '' AS by, '' AS reason WHERE 0;
    CREATE TEMP VIEW dossier_key AS SELECT 0 AS wave, '' AS proof, 0 AS made, 0 AS made_offset,
      0 AS destroyed, 0 AS destroyed_offset WHERE 0;
    """
}
