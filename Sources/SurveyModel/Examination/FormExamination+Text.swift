extension FormExamination {
  /// `đã chứng minh 12 · bác bỏ 1 · chưa xác định 2`.
  package func summary(in language: InterfaceLanguage) -> String {
    let (proven, refuted, undecided) = counts
    return language.choose(
      "đã chứng minh \(proven) · bác bỏ \(refuted) · chưa xác định \(undecided)",
      "proven \(proven) · refuted \(refuted) · undecided \(undecided)"
    )
  }

  /// One line for each claim with what was found, and the path that shows it.
  package func claimLines(in language: InterfaceLanguage) -> [String] {
    claims.map { examined in
      let claim = words(for: examined.claim, language)
      let isRemark = examined.claim.isRemark
      switch examined.verdict {
      case .proven(let path):
        let how = path.map { ": \($0.text(of: plan, in: language))" } ?? ""
        return "\(isRemark ? "·" : "+") \(claim)\(how)"
      case .refuted(let path, let codes):
        // A remark that does not hold is said the other way round.
        let refusing = isRemark ? outside(examined.claim, language) : claim
        let which = codes.isEmpty ? "" : " (\(codes.prefix(12).joined(separator: ", ")))"
        let how = path.map { ": \($0.text(of: plan, in: language))" } ?? ""
        return "\(isRemark ? "·" : "-") \(refusing)\(which)\(how)"
      case .undecided(let doubt): return "? \(claim): \(words(for: doubt, language))"
      }
    }
  }

  private func outside(_ claim: FormClaim, _ language: InterfaceLanguage) -> String {
    guard case .everybodyCounted(let number) = claim else { return "" }
    let indicator = "'\(plan.questionnaire.indicators[number].id)'"
    return language.choose(
      "có người nằm ngoài \(indicator) do không được hỏi",
      "somebody falls outside \(indicator) by not being asked"
    )
  }

  private func name(_ question: Int) -> String { "'\(plan.steps[question].question.id)'" }

  private func words(for claim: FormClaim, _ language: InterfaceLanguage) -> String {
    switch claim {
    case .canBeAsked(let question):
      return language.choose("có người được hỏi \(name(question))", "\(name(question)) is asked")
    case .optionsOffered(let question):
      return language.choose(
        "mọi lựa chọn của \(name(question)) đều có lúc được đưa ra",
        "every option of \(name(question)) is offered"
      )
    case .optionsAllowed(let question):
      return language.choose(
        "mọi lựa chọn của \(name(question)) đều có lúc được nhận",
        "every option of \(name(question)) is accepted"
      )
    case .canBeAnswered(let question):
      return language.choose(
        "\(name(question)) có câu trả lời được nhận",
        "\(name(question)) takes an answer"
      )
    case .canBePassed(let question):
      return language.choose("có người qua được \(name(question))", "\(name(question)) is passed")
    case .nobodyStuck(let question):
      return language.choose(
        "không ai bị kẹt ở \(name(question))",
        "nobody gets stuck at \(name(question))"
      )
    case .canBeCompleted(let questions):
      let first = questions.first.map { name($0) } ?? ""
      return language.choose(
        "\(questions.count) câu phụ thuộc nhau từ \(first) trả lời được cùng nhau",
        "the \(questions.count) questions that depend on each other from \(first) on can be answered together"
      )
    case .isCounted(let number, let item):
      let indicator = "'\(plan.questionnaire.indicators[number].id)'"
      let which = item.map { " (\(name($0)))" } ?? ""
      return language.choose(
        "có người được tính vào \(indicator)\(which)",
        "somebody is counted in \(indicator)\(which)"
      )
    case .everybodyCounted(let number):
      let indicator = "'\(plan.questionnaire.indicators[number].id)'"
      return language.choose(
        "không ai nằm ngoài \(indicator) do không được hỏi",
        "nobody falls outside \(indicator) by not being asked"
      )
    }
  }

  private func words(for doubt: ClaimVerdict.Doubt, _ language: InterfaceLanguage) -> String {
    switch doubt {
    case .budget:
      language.choose("hết ngân sách; tăng --budget", "the budget is used up; raise --budget")
    case .tooLong:
      language.choose(
        "phụ thuộc hơn 800 câu, nhiều hơn mức tìm được",
        "it depends on more than 800 questions, which are not searched"
      )
    case .clock:
      language.choose(
        "điều kiện dựa vào ngày giờ, ngẫu nhiên hoặc phiếu trước",
        "a rule asks the clock, chance or the form before"
      )
    case .turns: language.choose("nhóm lặp", "a repeat")
    case .openAnswers(let question):
      language.choose(
        "điều kiện tính toán với câu mở \(name(question))",
        "a rule computes with the open question \(name(question))"
      )
    case .laterAnswers(let question):
      language.choose(
        "điều kiện của \(name(question)) dựa vào câu phía sau",
        "rules of \(name(question)) look at answers behind it"
      )
    case .unknownValue(let question):
      language.choose(
        "giá trị của \(name(question)) đến từ ngoài phiếu",
        "the value of \(name(question)) comes from outside the form"
      )
    case .unconfirmed:
      language.choose("chưa kết luận được", "it could not be settled")
    }
  }
}
