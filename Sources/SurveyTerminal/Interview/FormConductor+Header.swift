import SurveyModel

extension FormConductor {
  /// Where the form belongs and how far the fieldwork is, above each section: place, counter, who
  /// works, `phiếu 37/150`, what is still missing.
  var header: String? {
    var parts: [String] = []
    for (index, step) in session.plan.steps.enumerated() where step.question.persists {
      guard session.form.relevant[index], let answer = session.form.given[index] else { continue }
      if let part = headerPart(answer, at: index) { parts.append(part) }
    }
    if !tools.operatorCode.isEmpty {
      parts.append(HeaderMessage.by(tools.operatorCode).text(in: page.interface))
    }
    if let count {
      let form = count.stored + 1
      parts.append(HeaderMessage.form(form, goal: count.goal).text(in: page.interface))
      if let goal = count.goal {
        parts.append(HeaderMessage.missing(max(0, goal - form)).text(in: page.interface))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " | ")
  }

  /// An answer as short as it can be understood.
  private func headerPart(_ answer: Answer, at index: Int) -> String? {
    let question = session.plan.steps[index].question
    switch answer {
    case .missing: return nil
    case .choice(let code):
      guard let list = question.kind.choiceList, let place = list.index(of: code) else {
        return nil
      }
      return TextWrapping.fitted(words.text(list.choices[place].label), columns: 24)
    case .integer, .decimal:
      return "\(words.short(index, columns: 14)) \(words.answer(answer, to: index))"
    case .text, .date, .choices:
      return TextWrapping.fitted(words.answer(answer, to: index), columns: 24)
    }
  }
}

/// The words of the header.
enum HeaderMessage: LocalizedMessage {
  case by(String)
  case form(Int, goal: Int?)
  case missing(Int)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.by(let code), .vietnamese): "NV: \(code)"
    case (.by(let code), .english): "by \(code)"
    case (.form(let form, let goal?), .vietnamese): "phiếu \(form)/\(goal)"
    case (.form(let form, let goal?), .english): "form \(form)/\(goal)"
    case (.form(let form, nil), .vietnamese): "phiếu \(form)"
    case (.form(let form, nil), .english): "form \(form)"
    case (.missing(let count), .vietnamese): "còn \(count)"
    case (.missing(let count), .english): "\(count) to go"
    }
  }
}
