import SurveyFormats
import SurveyModel
import SurveyStore

extension Workflow {
  /// Imports the file at `path` into the study.
  ///
  /// Every row runs through the rules of the interview: good rows go in, bad rows go to a rejects
  /// file with their cells as they were. What the study has already changes nothing. `progress` is
  /// told how many rows were read; when `isStopped` says so, the study is left as it was.
  package func importFile(
    _ path: String,
    into study: OpenStudy,
    options: ImportOptions,
    isStopped: @escaping () -> Bool = { false },
    progress: (Int) -> Void = { _ in }
  ) throws(WorkflowError) -> ImportSummary {
    var summary = try importing(
      path,
      into: study,
      options: options,
      isStopped: isStopped,
      progress: progress
    )
    if options.isRehearsal {
      summary.isDryRun = true
      summary.batch = nil
    }
    return summary
  }

  private func importing(
    _ path: String,
    into study: OpenStudy,
    options: ImportOptions,
    isStopped: @escaping () -> Bool,
    progress: (Int) -> Void
  ) throws(WorkflowError) -> ImportSummary {
    let questionnaire = try questionnaire(
      options.questionnaire,
      version: options.version,
      in: study
    )
    let wave = try wave(options.wave, in: study)
    let plan = try compile(questionnaire)
    var request = try options.reading.request(for: questionnaire)
    let said = options
    var options = options
    if let map = request.savedMap {
      options.values.take(map)
      if options.key.isEmpty { options.key = map.key }
      options.status = options.status ?? map.status
    }
    return try attempt(path) {
      let source = try SourceFile(path: path)
      // A long file need not be read to its end before the first column is looked at.
      let examination = PendingExamination.begin(
        source,
        trustsBeginning: request.encoding == nil
      )
      request.beginning = examination.beginning
      let ledger = try ImportLedger(study.file, questionnaire: questionnaire, wave: wave.id)
      var sha256: String?
      var known: KnownFile?
      if !options.again, !ledger.isEmpty {
        let digest = try examination.sha256(isStopped: isStopped)
        sha256 = digest
        known = try KnownFile(sha256: digest, ledger, source, questionnaire, request)
      }
      if var table = known {
        let saysVersion = said.version.map { $0 != table.before.version } == true
        guard table.isLookedAt(options, isSaid: said.saysHowToRead || saysVersion, ledger) else {
          return ImportSummary(file: source.name, before: table.before, ledger: ledger)
        }
        if !saysVersion { try ledger.check(versionOf: table.before) }
        // What is not said now is read as it was.
        if let map = table.map {
          let columns = request.savedMap ?? map
          request.take(map)
          request.savedMap = columns
          options.take(map)
        }
        known = table
      }
      if let path = options.rejectsPath { try RejectsFile.check(place: path) }
      var job = ImportJob(
        source: source,
        examination: examination,
        plan: plan,
        request: request,
        study: study.file,
        wave: wave.id,
        ledger: ledger,
        options: options,
        moment: FormMoment(now: clock()),
        language: language,
        dossiers: try DossierDesk(study.file, questionnaire, wave: wave, self),
        keySeal: {
          try study.file.dossierSeal(
            of: questionnaire.id,
            wave: wave.id,
            random: random,
            at: clock()
          )
        },
        sha256: sha256,
        known: known,
        isStopped: isStopped
      )
      do {
        return try runRecalling(job, progress: progress)
      } catch ImportProblem.stopped {
        throw ImportProblem.stopped
      } catch {
        guard (try? examination.confirmsBeginning(isStopped: isStopped)) == false else {
          throw error
        }
        job.request.beginning = nil
        return try runRecalling(job, progress: progress)
      }
    }
  }

  /// Runs a job; of a file that is known, only what is left to do.
  private func runRecalling(_ job: ImportJob, progress: (Int) -> Void) throws -> ImportSummary {
    guard var known = job.known else { return try run(job, progress: progress) }
    if known.reason != .rejectsWanted {
      do {
        return try run(job, progress: progress)
      } catch is FileIsKnown {
        known.reason = .rejectsWanted
      }
    }
    var summary = ImportSummary(file: job.source.name, before: known.before, ledger: job.ledger)
    guard known.wantsRejects(job.options, job.ledger) else { return summary }
    var job = job
    job.known = known
    let target = RejectsTarget(path: job.options.rejectsPath, source: job.source.path)
    let trial = try job.run(begin: nil, rejects: target, progress: progress)
    summary.rejectsPath = trial.rejectsPath
    summary.examples = trial.examples
    summary.rejected = trial.rejected
    summary.stillRejected = trial.rejected
    return summary
  }

  /// Runs a job as its options say; when it fails, the study is left as it was.
  private func run(_ job: ImportJob, progress: (Int) -> Void) throws -> ImportSummary {
    let (options, study, questionnaire) = (job.options, job.study, job.plan.questionnaire)
    let place =
      options.isDryRun || options.isRehearsal
      ? nil
      : RejectsTarget(
        path: options.rejectsPath,
        source: job.source.isStream ? "-" : job.source.path
      )
    if options.isDryRun || options.allOrNothing {
      var trial = try job.run(begin: nil, rejects: place, progress: progress)
      trial.isDryRun = options.isDryRun
      if options.allOrNothing, trial.rejected > 0 { trial.holdBack() }
      if options.isDryRun || trial.isHeldBack { return trial }
    }
    let rules = try study.questionnaires().last {
      $0.id == questionnaire.id && $0.version == questionnaire.version
    }
    var writer: BatchWriter?
    do {
      var summary = try job.run(
        begin: { record, root in
          var record = record
          record.rulesSHA256 = rules?.sha256
          let start = BatchStart(
            id: BatchID(UInt128(random()) << 64 | UInt128(random())),
            fileName: job.source.name,
            wave: job.wave,
            started: clock(),
            by: operatorName,
            toolVersion: Workflow.version,
            parent: root,
            record: record
          )
          let begun = try study.beginBatch(start, of: questionnaire)
          writer = begun
          return begun
        },
        rejects: place,
        progress: progress
      )
      guard let writer else { return summary }
      if summary.continued != nil, writer.count + writer.replacedCount == 0 {
        // Nothing was mended yet: the same rows can come again.
        try writer.abandon()
        return summary
      }
      try writer.complete(
        BatchCounts(rejected: summary.rejected, same: summary.same, changed: summary.changed),
        fileSHA256: try job.examination.sha256(isStopped: job.isStopped),
        at: clock()
      )
      summary.batch = writer.id.hex
      return summary
    } catch {
      try? writer?.abandon()
      throw error
    }
  }

  /// The version of the tool, kept with each batch.
  package static let version = "0.1.0"
}
