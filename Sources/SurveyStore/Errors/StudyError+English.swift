import SurveyModel

extension StudyError {
  var english: String {
    switch self {
    case .fileMissing(let path):
      "\(path): there is no such file; check the path, or make a new study with 'new'"
    case .isFolder(let path):
      "\(path): this is a folder, not a study; name the .thuocdo file"
    case .fileExists(let path):
      "\(path): the file exists; a new study overwrites nothing, choose another name"
    case .folderMissing(let path):
      "\(path): the folder of this file does not exist; make the folder first"
    case .notReadable(let path):
      "\(path): this file may not be read; ask the administrator for permission to read it"
    case .notWritable(let path):
      "\(path): the file or its folder is read-only; allow writing, or copy the file to where it can be written"
    case .notADatabase(let path):
      "\(path): this is not a study (not an SQLite database); check the path"
    case .notAStudy(let path):
      "\(path): this is an SQLite database but not a ThuocDo study; check the path"
    case .newerStudy(let path, let version, let supported):
      "\(path): the study has structure \(version), this program knows structures up to \(supported); "
        + "install a newer ThuocDo"
    case .corrupted(let path):
      "\(path): the file is damaged; keep it as it is and restore the latest backup"
    case .busy(let path):
      "\(path): another program has been writing to the study for over 5 seconds; wait for it and try again"
    case .importRunning(let path):
      "\(path): another import is running; wait for it and try again"
    case .diskFull(let path):
      "\(path): the disk is full, this change was undone and earlier data are intact; free some space and try again"
    case .closed(let path):
      "\(path): the study has been closed; open it again"
    case .openedForReading(let path):
      "\(path): the study was opened for reading only; open it for writing"
    case .failed(let path, let code, let detail):
      "\(path): SQLite reports error \(code) (\(detail)); check the disk, and report this line if it happens again"
    case .unknownQuestionnaire(let id, let version, let known):
      "the study has no questionnaire '\(id)' version '\(version)'"
        + (known.isEmpty ? "; add it first" : "; it has \(quoted(known))")
    case .versionExists(let id, let version):
      "questionnaire '\(id)' version '\(version)' is in the study with another text; "
        + "each text is a version of its own, raise the version"
    case .questionnaireDiffers(let id, let version, let question):
      "questionnaire '\(id)' version '\(version)' differs from the stored one at question '\(question)'; "
        + "use the stored questionnaire, or raise the version"
    case .versionInUse(let id, let version):
      "something was collected with version '\(version)' of questionnaire '\(id)', so that it stays; "
        + "take a further version with 'migrate --to'"
    case .unknownWave(let id, let known):
      "the study has no wave '\(id)'"
        + (known.isEmpty ? "; add one with 'wave'" : "; it has \(quoted(known))")
    case .waveExists(let id):
      "wave '\(id)' exists; each wave has an id of its own, choose another"
    case .wavePeriod(let id):
      "wave '\(id)' ends before it begins; correct 'from' or 'to'"
    case .noOpenWave:
      "the study has no open wave; add one with 'wave' or name one with '--wave'"
    case .severalOpenWaves(let ids):
      "several waves are open (\(quoted(ids))); name one with '--wave'"
    case .unknownDraft(let draft):
      "there is no draft \(draft.rawValue) any more; it was saved or discarded, open a new form"
    case .unknownInterview(let id):
      "the study has no interview '\(id)'; check the id"
    case .interviewVoided(let id):
      "interview '\(id)' has been voided; a void interview cannot be changed, enter a new one"
    case .interviewChanged(let id):
      "interview '\(id)' was changed by somebody else meanwhile; nothing of this form was recorded"
    case .conflictingRevisions(let id):
      "interview '\(id)' has two conflicting revisions; choose one before changing it"
    case .dossierKeyMissing(let wave, let file):
      "\(file): the key of wave '\(wave)' for dossier numbers is not here; copy this file from the "
        + "machine where it was made"
    case .dossierKeyDestroyed(let wave):
      "wave '\(wave)' was closed and its key for dossier numbers destroyed; "
        + "a form with a dossier number belongs to an open wave"
    case .countChanged(let name):
      "somebody else has just written on count '\(name)'; nothing was written, look with 'count' and enter it again"
    case .unknownBatch(let id):
      "the study has no completed import '\(id.hex)'; check the id"
    case .batchEnded(let id):
      "import '\(id.hex)' has ended; begin a new one"
    case .batchUndone(let id, let moment):
      "import '\(id.hex)' was undone on \(moment.localDate); nothing is left to undo"
    case .batchBuiltUpon(let id, let other, let interview):
      "import '\(id.hex)' changed interview '\(interview)' and import '\(other.hex)' changed it again; "
        + "undo the later import first"
    case .unknownRecord(let record):
      "the study has no interview with the id or key '\(record)'; check it"
    case .answerDoesNotFit(let question, let answer):
      "question '\(question)': the answer “\(answer.text)” does not fit the question's type or list; "
        + "check answers before saving"
    case .answerCount(let expected, let found):
      "the questionnaire has \(expected) questions but \(found) answers were given; "
        + "each question needs exactly one answer"
    }
  }
}
