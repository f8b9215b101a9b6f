package import SurveyFormats
import SurveyModel
import SurveyStore

/// How a file is imported.
package struct ImportOptions: Hashable, Sendable {
  /// The questionnaire, when the study has several.
  package var questionnaire: String?
  /// The wave; the only open one otherwise.
  package var wave: String?
  /// Whether nothing is written.
  package var isDryRun = false
  /// Whether one bad row keeps all out.
  package var allOrNothing = false
  /// Where rejected rows go; beside the file otherwise.
  package var rejectsPath: String?
  /// How the file is read, where the user says so.
  package var reading = ReadingChoices()
  /// What the user says about the values of the file.
  package var values = ValueOptions()

  /// The defaults.
  package init() {}
}

extension Workflow {
  /// Imports the CSV file at `path` into the study.
  ///
  /// Every row runs through the rules of the interview: good rows go in, bad rows go to a rejects
  /// file with their cells as they were. The same file again changes nothing. `progress` is told
  /// how many rows were read.
  package func importFile(
    _ path: String,
    into study: OpenStudy,
    options: ImportOptions,
    progress: (Int) -> Void = { _ in }
  ) throws(WorkflowError) -> ImportSummary {
    let questionnaire = try questionnaire(options.questionnaire, in: study)
    let wave = try wave(options.wave, in: study)
    let plan = try compile(questionnaire)
    let request = try options.reading.request()
    return try attempt(path) {
      let source = try SourceFile(path: path)
      var digest = FileDigest()
      try source.forEachChunk { digest.update($0) }
      let hash = digest.finalize()
      let before = try study.file.completedBatch(
        fileSHA256: hash,
        questionnaire: questionnaire.id,
        wave: wave.id
      )
      if let before {
        var summary = ImportSummary()
        summary.file = source.name
        summary.accepted = before.goodRows
        summary.importedBefore = before.finished ?? before.started
        return summary
      }
      let namesake = try study.file.batches().last { batch in
        batch.fileName == source.name && batch.questionnaire == questionnaire.id
          && batch.wave == wave.id && batch.state == .complete
      }
      let namesakeBefore = namesake.map { batch in
        ImportSummary.Namesake(
          imported: batch.finished ?? batch.started,
          accepted: batch.goodRows
        )
      }
      let job = ImportJob(
        source: source,
        plan: plan,
        request: request,
        values: options.values,
        moment: FormMoment(now: clock()),
        language: language
      )
      if options.isDryRun {
        var trial = try job.run(keep: nil, rejects: nil, progress: progress)
        trial.namesakeBefore = namesakeBefore
        return trial
      }
      if let place = options.rejectsPath { try RejectsFile.check(place: place) }
      if options.allOrNothing {
        var trial = try job.run(keep: nil, rejects: nil, progress: progress)
        trial.isDryRun = false
        trial.isHeldBack = true
        trial.namesakeBefore = namesakeBefore
        if trial.rejected > 0 { return trial }
      }
      let start = BatchStart(
        id: BatchID(UInt128(random()) << 64 | UInt128(random())),
        fileName: source.name,
        fileSHA256: hash,
        wave: wave.id,
        started: clock(),
        by: operatorName,
        toolVersion: Workflow.version
      )
      let writer = try study.file.beginBatch(start, of: questionnaire)
      do {
        let rejects = RejectsTarget(path: options.rejectsPath, source: path)
        var summary = try job.run(keep: writer, rejects: rejects, progress: progress)
        try writer.complete(rejected: summary.rejected, at: clock())
        summary.batch = start.id.hex
        summary.namesakeBefore = namesakeBefore
        return summary
      } catch {
        try? writer.abandon()
        throw error
      }
    }
  }

  /// The version of the tool, kept with each batch.
  package static let version = "0.1.0"
}
