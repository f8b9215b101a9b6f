import SurveyAnalysis
import SurveyModel

/// A verdict on a count in a line, with what proves it and what is missing.
struct CountSentence {
  let target: Target
  let assessment: CountAssessment
  let result: CountResult
  let place: String?
  let words: CountWords

  private var language: InterfaceLanguage { words.language }
  private var aim: AdministrativeTarget { assessment.aim }

  /// The only part of time; nothing where several periods are judged.
  private var only: CountPart? { result.parts.count == 1 ? result.parts.first : nil }

  var block: Report.VerdictBlock {
    Report.VerdictBlock(
      word: VerdictSentence.word(result.verdict, language),
      tone: VerdictSentence.tone(result.verdict),
      sentence: sentence,
      reasons: Array(reasons.prefix(3)),
      evidence: nil,
      count: CountEvidence(result, of: target, in: assessment, place: place)
    )
  }

  private var sentence: String {
    let subject = target.heading(in: language) + (place.map { " – \($0)" } ?? "")
    let goal = words.say(
      "chỉ tiêu \(words.threshold(aim))",
      "target \(words.threshold(aim))"
    )
    return "\(subject): \(figure), \(goal)."
  }

  private var figure: String {
    guard let only else {
      let met = result.parts.count { $0.state == .met }
      let judged = result.parts.count { $0.state != .nothingToDo }
      return words.say("đạt \(met)/\(judged) kỳ", "\(met) of \(judged) periods met")
    }
    guard let figure = only.figure else {
      return words.say("chưa tính được", "there is no figure")
    }
    let text = words.figure(figure, aim)
    guard aim.of != nil else { return text }
    let day = words.day(figure.until)
    if let other = figure.allUntil, other != figure.until {
      let other = words.day(other)
      return words.say(
        "\(text) (số đã làm tính đến \(day), tổng số tính đến \(other))",
        "\(text) (done as of \(day), of all as of \(other))"
      )
    }
    guard figure.until < only.days.upperBound else { return text }
    return words.say("\(text) (tính đến \(day))", "\(text) (as of \(day))")
  }

  // MARK: Reasons

  private var reasons: [String] { [evidence, failed, open, stale].compactMap { $0 } }

  /// The document; a table has a column for it.
  private var evidence: String? {
    guard let only, let counts = only.figure?.counts, !counts.isEmpty else { return nil }
    let text = words.evidence(counts)
    return words.say("Căn cứ: \(text).", "Evidence: \(text).")
  }

  private var failed: String? {
    let periods = result.parts.filter { $0.state == .notMet }.compactMap(\.period)
    guard only == nil, !periods.isEmpty else { return nil }
    return words.say("Chưa đạt: \(words.list(periods)).", "Not met: \(words.list(periods)).")
  }

  /// Why there is no verdict yet, and what is missing.
  private var open: String? {
    // What failed stays so, but what is missing of the other periods is still to be entered.
    guard result.verdict == .undecided || (result.verdict == .notMet && only == nil) else {
      return nil
    }
    var sentences: [String] = []
    let contradictory = result.parts.filter { $0.state == .contradictory }
    if let first = contradictory.first { sentences.append(contradiction(in: first)) }
    if let only, !only.absent.isEmpty {
      let names = only.absent.map { "'\($0)'" }.joined(separator: ", ")
      sentences.append(words.say("Chưa nhập \(names).", "Not entered: \(names)."))
    }
    let missing = result.missing
    if !missing.isEmpty {
      let list = words.list(missing)
      sentences.append(words.say("Thiếu số liệu: \(list).", "Counts are missing: \(list)."))
    }
    if result.verdict == .undecided { sentences += running }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What cannot be true together, and what is to be done about it.
  private func contradiction(in part: CountPart) -> String {
    if let mismatch = part.mismatch {
      let name = mismatch.whole.subject.name
      let span = mismatch.whole.subject.span.text(in: language)
      let whole = words.count(mismatch.whole.value)
      let parts = words.count(mismatch.parts)
      return words.say(
        "'\(name)' của \(span) là \(whole), còn các số đã nhập bên trong kỳ đó cộng lại là \(parts); nhập lại số sai.",
        "'\(name)' of \(span) is \(whole), and what was entered inside it adds up to \(parts); enter the wrong one again."
      )
    }
    let span = part.period.map { $0.phrase(in: language) + ": " } ?? ""
    return words.say(
      "\(span)'\(aim.done)' lớn hơn '\(aim.of ?? "")'; hãy nhập hai số của cùng một ngày hoặc kỳ.",
      "\(span)'\(aim.done)' is more than '\(aim.of ?? "")'; enter both for one day or period."
    )
  }

  private var running: [String] {
    let isRunning = result.parts.contains { $0.state == .running || $0.state == .ahead }
    guard isRunning else { return [] }
    guard only == nil else {
      return [
        words.say(
          "Kỳ chưa hết nên chưa thể kết luận là chưa đạt.",
          "The period is not over, so it cannot have failed yet."
        )
      ]
    }
    let periods = result.parts.filter { $0.state == .running || $0.state == .ahead }
      .compactMap(\.period)
    let list = words.list(periods)
    return [words.say("Chưa hết kỳ: \(list).", "Not over yet: \(list).")]
  }

  /// That what was done was not counted after the figure, where more days have gone by.
  private var stale: String? {
    guard let only, aim.of != nil, result.verdict != .undecided, let figure = only.figure,
      figure.until < min(only.days.upperBound, assessment.today)
    else { return nil }
    let day = words.day(figure.until)
    // Of a share, what there was to do may have been counted later.
    return words.say(
      "Từ sau ngày \(day) chưa có số liệu '\(aim.done)' nào; nếu đã thay đổi, hãy nhập số mới.",
      "No '\(aim.done)' was entered after \(day); enter a new count if things have changed."
    )
  }
}

extension Target {
  /// The promise without its full stop, and the section of the plan.
  func heading(in language: InterfaceLanguage) -> String {
    var promise = promise.text(in: language)
    if promise.hasSuffix(".") { promise.removeLast() }
    return source.map { "\(promise) (\($0))" } ?? promise
  }
}
