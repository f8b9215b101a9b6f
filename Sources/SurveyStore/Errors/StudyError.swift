package import SurveyModel

/// Why something could not be done with a study file.
package enum StudyError: Error, Hashable, Sendable {
  // The file.
  case fileMissing(path: String)
  case isFolder(path: String)
  case fileExists(path: String)
  case folderMissing(path: String)
  case notReadable(path: String)
  case notWritable(path: String)
  case notADatabase(path: String)
  case notAStudy(path: String)
  case newerStudy(path: String, version: Int, supported: Int)
  case corrupted(path: String)

  // The moment.
  case busy(path: String)
  case importRunning(path: String)
  case diskFull(path: String)
  case closed(path: String)
  case openedForReading(path: String)
  case failed(path: String, code: Int, detail: String)

  // The content.
  case unknownQuestionnaire(id: String, version: String, known: [String])
  case versionExists(id: String, version: String)
  case questionnaireDiffers(id: String, version: String, question: String)
  /// Something was collected with the version, so that it stays.
  case versionInUse(id: String, version: String)
  case unknownWave(id: String, known: [String])
  case waveExists(id: String)
  case wavePeriod(id: String)
  case noOpenWave
  case severalOpenWaves([String])
  case unknownDraft(DraftID)
  case unknownInterview(InterviewID)
  case interviewVoided(InterviewID)
  /// Somebody revised it since it was read.
  case interviewChanged(InterviewID)
  case conflictingRevisions(InterviewID)
  /// The key of a wave is not in the key file, or is another one.
  case dossierKeyMissing(wave: String, file: String)
  case dossierKeyDestroyed(wave: String)
  /// Somebody else wrote on the same count since it was read.
  case countChanged(String)
  case unknownBatch(BatchID)
  case batchEnded(BatchID)
  case batchUndone(BatchID, at: Timestamp)
  case batchBuiltUpon(BatchID, by: BatchID, interview: InterviewID)
  case unknownRecord(String)
  case answerDoesNotFit(question: String, answer: Answer)
  case answerCount(expected: Int, found: Int)
}
