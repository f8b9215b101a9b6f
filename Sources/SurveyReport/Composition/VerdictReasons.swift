import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// Short sentences: what decided, what would change or decide it, how firm it is, and what errors of
/// keying could do where they were measured.
struct VerdictReasons {
  private let line: TargetAssessment.Line
  private let survey: TargetAssessment.Survey
  private let words: NumberWords

  init(_ line: TargetAssessment.Line, _ survey: TargetAssessment.Survey, words: NumberWords) {
    self.line = line
    self.survey = survey
    self.words = words
  }

  private var language: InterfaceLanguage { words.language }

  var lines: [String] {
    [bound.map { $0 + caution + "." }, next, firmness, keying].compactMap { $0 }
  }

  // MARK: What decided

  private var bound: String? {
    let confidence = words.confidence(error: line.error)
    let bound = line.decidingBound.map { words.value($0, survey.unit) } ?? ""
    if isComplete {
      return language.choose(
        "Đã hỏi toàn bộ nên không có sai số chọn mẫu",
        "Everybody was asked, so there is no sampling error"
      )
    }
    let people = line.exact.map { counts in
      language.choose(
        " của cả \(words.count(counts.population)) người",
        " among all \(words.count(counts.population)) people"
      )
    }
    let of = people ?? ""
    switch line.verdict {
    case .met:
      return language.choose(
        "Giá trị thật\(of) từ \(bound) trở lên (độ tin cậy \(confidence))",
        "The true value\(of) is at least \(bound) (\(confidence) confidence)"
      )
    case .notMet:
      return language.choose(
        "Giá trị thật\(of) không quá \(bound) (độ tin cậy \(confidence))",
        "The true value\(of) is at most \(bound) (\(confidence) confidence)"
      )
    case .undecided:
      guard let interval = line.interval else {
        return language.choose("Mẫu chưa đủ để kết luận", "The sample cannot tell")
      }
      let low = words.value(interval.lower, survey.unit)
      let high = words.value(interval.upper, survey.unit)
      let title = words.intervalTitle(error: line.error)
      let threshold = words.threshold(survey.threshold, survey.unit)
      return language.choose(
        "\(title)\(of): \(low) – \(high), chứa mức \(threshold)",
        "\(title)\(of): \(low) – \(high), with \(threshold) inside"
      )
    case .suppressed: return nil
    }
  }

  private var isComplete: Bool {
    line.exact?.isCensus ?? (line.estimate?.isCensus == true)
  }

  /// What the standard says a statistician should look at.
  private var caution: String {
    let all = line.cautions.map { caution -> String in
      switch caution {
      case .fewInterviews:
        language.choose("ít phiếu", "few interviews")
      case .fewDegreesOfFreedom:
        language.choose(
          "ít cụm (dưới 8 bậc tự do)",
          "few clusters (fewer than 8 degrees of freedom)"
        )
      case .unanimous:
        language.choose("mọi người trả lời như nhau", "all answered alike")
      case .unreliableComplement:
        language.choose(
          "tỷ lệ không tích cực chưa đủ tin cậy",
          "the share of the others is unreliable"
        )
      }
    }
    guard !all.isEmpty else { return "" }
    let list = all.joined(separator: ", ")
    return language.choose(". Cần thận trọng: \(list)", ". With care: \(list)")
  }

  // MARK: What would decide or change it

  private var next: String? {
    if let exact = line.exact, !exact.isCensus { return nonResponse(exact) }
    if let outlook = line.outlook { return further(outlook) }
    return line.tipping.map(tipping)
  }

  private func further(_ outlook: DecisionOutlook) -> String {
    let value = line.estimate.map { words.value($0.value, survey.unit) } ?? ""
    let power = words.threshold(outlook.power, .share)
    let effect = outlook.designEffect.flatMap { effect -> String? in
      guard effect >= 1.05 else { return nil }
      let number = DecimalText(language: language).number(effect, decimals: 1)
      return language.choose(" (hệ số thiết kế \(number))", " (design effect \(number))")
    }
    switch outlook.further {
    case .interviews(let count):
      return language.choose(
        "Hỏi thêm khoảng \(words.count(count)) phiếu\(effect ?? "") thì có \(power) khả năng kết luận được, nếu giá trị thật đúng là \(value).",
        "About \(words.count(count)) more interviews\(effect ?? "") would give a verdict with \(power) chance, if the true value is \(value)."
      )
    case .everybody(let count):
      return language.choose(
        "Phải hỏi hết \(words.count(count)) người còn lại mới chắc chắn kết luận được.",
        "Only asking all \(words.count(count)) others would surely give a verdict."
      )
    case .moreThan(let limit):
      return language.choose(
        "Quá gần mức chỉ tiêu: phải hỏi thêm trên \(words.count(limit)) phiếu.\(detectable(outlook))",
        "Too near the target: more than \(words.count(limit)) further interviews.\(detectable(outlook))"
      )
    }
  }

  /// What the present sample could have told.
  func detectable(_ outlook: DecisionOutlook) -> String {
    let below = outlook.detectableBelow.map { words.value($0, survey.unit) }
    let above = outlook.detectableAbove.map { words.value($0, survey.unit) }
    switch (below, above) {
    case (let below?, let above?):
      return language.choose(
        " Mẫu này chỉ kết luận được khi giá trị thật từ \(below) trở xuống hoặc từ \(above) trở lên.",
        " This sample could only tell true values up to \(below) or from \(above)."
      )
    case (let below?, nil):
      return language.choose(
        " Mẫu này chỉ kết luận được khi giá trị thật từ \(below) trở xuống.",
        " This sample could only tell true values up to \(below)."
      )
    case (nil, let above?):
      return language.choose(
        " Mẫu này chỉ kết luận được khi giá trị thật từ \(above) trở lên.",
        " This sample could only tell true values from \(above)."
      )
    case (nil, nil): return ""
    }
  }

  private func tipping(_ tipping: TippingPoint) -> String {
    let all = words.count(tipping.missing)
    guard let enough = tipping.enough else {
      return language.choose(
        "\(all) người không có câu trả lời, dù trả lời thế nào, cũng không đổi kết luận.",
        "Whatever the \(all) people without an answer would say, the verdict stays."
      )
    }
    let count = words.count(enough)
    return tipping.positive
      ? language.choose(
        "Kết luận chỉ đổi nếu có ít nhất \(count) trong \(all) người không có câu trả lời được tính là tích cực.",
        "The verdict changes only if at least \(count) of \(all) people without an answer were positive."
      )
      : language.choose(
        "Kết luận sẽ đổi nếu \(count) trong \(all) người không có câu trả lời bị tính là không tích cực.",
        "The verdict changes if \(count) of \(all) people without an answer were not positive."
      )
  }

  private func nonResponse(_ counts: FinitePopulationBounds) -> String {
    let others = NonResponse(counts, target: survey.threshold)
    let low = words.value(others.worstCase.lowerBound, survey.unit)
    let high = words.value(others.worstCase.upperBound, survey.unit)
    let missing = words.count(others.missing)
    let range = language.choose(
      "\(missing) người chưa trả lời: kết quả chắc chắn từ \(low) đến \(high)",
      "\(missing) did not answer: the result is surely between \(low) and \(high)"
    )
    let rest: String
    if others.outcome != .undecided {
      rest = language.choose(", kết luận không đổi.", ", and the verdict stays.")
    } else if line.verdict == .met, let count = others.negativesToMiss {
      rest = language.choose(
        "; nếu \(words.count(count)) người trong số đó không tích cực thì kết luận đổi.",
        "; \(words.count(count)) of them not positive would change the verdict."
      )
    } else if let count = others.positivesToMeet {
      rest = language.choose(
        "; cần \(words.count(count)) người trong số đó tích cực mới đạt.",
        "; \(words.count(count)) of them positive would reach the target."
      )
    } else {
      rest = "."
    }
    return range + rest
  }

  // MARK: How firm it is

  private var firmness: String? {
    guard let robustness = line.robustness else { return nil }
    let all = words.count(robustness.cells.count)
    guard let flip = robustness.flip else {
      return language.choose(
        "Vững: cả \(all) cách tính hợp lý đều cho kết quả này.",
        "Robust: all \(all) defensible ways to compute it agree."
      )
    }
    let verdict: Verdict =
      switch flip.outcome {
      case .met: .met
      case .missed: .notMet
      case .undecided: .undecided
      }
    let word = VerdictSentence.word(verdict, language).lowercased()
    let how = ChoiceWords(language).list(flip.differences)
    let changed = words.count(robustness.changed.count)
    return language.choose(
      "Chưa vững: thành “\(word)” nếu \(how) (\(changed)/\(all) cách tính hợp lý).",
      "Fragile: “\(word)” if \(how) (\(changed) of \(all) defensible ways)."
    )
  }

  // MARK: What errors of keying could do

  private var keying: String? {
    guard let keying = line.keying else { return nil }
    let rate = words.value(keying.rate, .share)
    let upper = words.value(keying.upperRate, .share)
    let confidence = words.confidence(error: KeyingOutlook.alpha)
    let measured = language.choose(
      "Sai sót nhập liệu đo được \(rate) số câu, nhiều nhất \(upper) (độ tin cậy \(confidence))",
      "Keying errors were measured in \(rate) of the answers, at most \(upper) (\(confidence) confidence)"
    )
    guard let further = keying.further else {
      return measured
        + language.choose(": kết luận không đổi.", ": the verdict does not change.")
    }
    let count = words.count(further)
    let most = words.value(keying.mostWrong, .share)
    return measured
      + language.choose(
        ", có thể làm sai tới \(most) số phiếu: kết luận chưa chắc; cần kiểm nhập thêm khoảng \(count) phiếu.",
        ", which could spoil up to \(most) of the forms: the verdict is not sure; verify about \(count) more forms."
      )
  }
}
