import SurveyModel
import SurveyStore

/// What of earlier versions is not counted in results of the version that is asked for.
struct VersionNotes {
  let shares: [VersionShare]
  let questionnaire: Questionnaire
  let language: InterfaceLanguage

  /// One sentence for each version and reason; `questions` are those that the results read.
  func lines(about questions: [String]) -> [String] {
    var lines: [String] = []
    for share in shares where share.interviews > 0 && share.version != questionnaire.version {
      var apart: [VersionChange.Code: [String]] = [:]
      var order: [VersionChange.Code] = []
      var absent: [String] = []
      for id in questions {
        guard let place = questionnaire.index(of: id), questionnaire.questions[place].kind.isStored
        else { continue }
        if let reason = share.reading.apart[id] {
          if apart[reason] == nil { order.append(reason) }
          apart[reason, default: []].append(id)
        } else if let source = share.reading.source(of: id),
          share.questions.contains(source.question)
        {
          if let line = leftOut(source, of: id, share) { lines.append(line) }
        } else {
          absent.append(id)
        }
      }
      for reason in order { lines.append(line(apart[reason] ?? [], reason, share)) }
      if !absent.isEmpty { lines.append(line(absent, share)) }
    }
    return lines
  }

  private func line(
    _ ids: [String],
    _ reason: VersionChange.Code,
    _ share: VersionShare
  ) -> String {
    let why = reason.text(in: language)
    return language.choose(
      "\(head(share)) không tính chung ở \(names(ids)): \(why). Xem riêng: --form-version \(share.version); "
        + "tính chung cần bản đồ chuyển đổi (thuocdo compare, migrate).",
      "\(head(share)) not counted together in \(names(ids)): \(why). Apart: --form-version \(share.version); "
        + "together only with a map (thuocdo compare, migrate)."
    )
  }

  private func line(_ ids: [String], _ share: VersionShare) -> String {
    language.choose(
      "\(head(share)) không được hỏi \(names(ids)) nên không vào mẫu số.",
      "\(head(share)) not asked \(names(ids)), and in no denominator."
    )
  }

  /// Answers with codes that a map says are not comparable.
  private func leftOut(
    _ source: VersionReading.Source,
    of id: String,
    _ share: VersionShare
  ) -> String? {
    let codes = source.codes.filter { $0.value == .notComparable }.map(\.key).sorted()
    guard !codes.isEmpty else { return nil }
    let list = codes.joined(separator: ", ")
    return language.choose(
      "\(head(share)): câu trả lời mang mã \(list) ở câu '\(id)' không tính chung (theo bản đồ).",
      "\(head(share)): answers with code \(list) to question '\(id)' are left out (by the map)."
    )
  }

  private func head(_ share: VersionShare) -> String {
    language.choose(
      "\(share.interviews) phiếu của phiên bản '\(share.version)'",
      "\(share.interviews) interviews of version '\(share.version)'"
    )
  }

  private func names(_ ids: [String]) -> String {
    let shown = ids.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    let rest =
      ids.count > 8
      ? language.choose(" và \(ids.count - 8) câu nữa", " and \(ids.count - 8) more") : ""
    return language.choose("câu \(shown)", "question \(shown)") + rest
  }
}

extension Workflow {
  /// What of other versions the results of `questionnaire` in a wave or period leave out.
  func versionNotes(
    _ questionnaire: Questionnaire,
    about questions: [String]? = nil,
    scope: ReportScope,
    in study: OpenStudy
  ) throws -> [String] {
    guard study.versions.filter({ $0.id == questionnaire.id }).count > 1 else { return [] }
    let notes = VersionNotes(
      shares: try study.file.versionShares(
        of: questionnaire,
        wave: scope.wave?.id,
        days: scope.days
      ),
      questionnaire: questionnaire,
      language: language
    )
    return notes.lines(about: questions ?? questionnaire.questions.map(\.id))
  }
}
