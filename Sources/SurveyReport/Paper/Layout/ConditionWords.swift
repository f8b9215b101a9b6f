import SurveyModel

/// Says a condition in words, with the numbers that questions have on paper.
///
/// What an office writes is mostly an answer compared with a code, joined by `and` and `or`;
/// anything else stands as it is written, with numbers for names.
struct ConditionWords {
  let questionnaire: Questionnaire
  /// The number of each question that has one.
  let numbers: [String: Int]
  let interface: InterfaceLanguage
  /// The label of an option in the language of the form.
  let label: (LocalizedText) -> String

  func text(_ expression: Expression) -> String {
    words(expression.root, isInside: false) ?? asWritten(expression.text)
  }

  private func words(_ node: ExpressionNode, isInside: Bool) -> String? {
    switch node {
    case .call("selected", let arguments, _) where arguments.count == 2:
      guard case .question(let name, _) = arguments[0], let code = literal(arguments[1]) else {
        return nil
      }
      return comparison(name, .equal, code)
    case .call("not", let arguments, _) where arguments.count == 1:
      guard case .call("selected", let inner, _) = arguments[0], inner.count == 2,
        case .question(let name, _) = inner[0], let code = literal(inner[1])
      else { return nil }
      return comparison(name, .notEqual, code)
    case .chain(let first, let rest):
      guard let symbol = rest.first?.symbol else { return nil }
      switch symbol {
      case .and, .or:
        let parts = ([first] + rest.map(\.operand)).map { words($0, isInside: true) }
        guard rest.allSatisfy({ $0.symbol == symbol }), !parts.contains(nil) else { return nil }
        let joined = parts.compactMap { $0 }
          .joined(separator: symbol == .and ? " \(and) " : " \(or) ")
        return isInside && parts.count > 1 ? "(\(joined))" : joined
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        guard rest.count == 1, case .question(let name, _) = first,
          let code = literal(rest[0].operand)
        else { return nil }
        return comparison(name, symbol, code)
      case .plus, .minus, .times, .div, .mod, .union: return nil
      }
    case .number, .string, .current, .question, .lastSaved, .path, .call, .negation: return nil
    }
  }

  private var and: String { interface.choose("và", "and") }
  private var or: String { interface.choose("hoặc", "or") }

  private func literal(_ node: ExpressionNode) -> String? {
    switch node {
    case .string(let text, _): text.isEmpty ? nil : text
    case .number(let number, _): number.magnitude < 1e15 ? JSONText.number(number) : nil
    case .current, .question, .lastSaved, .path, .call, .negation, .chain: nil
    }
  }

  private func comparison(_ name: String, _ symbol: ExpressionOperator, _ code: String) -> String? {
    guard let question = reference(name) else { return nil }
    let value = option(code, of: name)
    switch symbol {
    case .equal: return "\(question) \(interface.choose("là", "is")) \(value)"
    case .notEqual: return "\(question) \(interface.choose("không phải là", "is not")) \(value)"
    case .less: return "\(question) \(interface.choose("dưới", "is below")) \(code)"
    case .lessOrEqual:
      return interface.choose("\(question) không quá \(code)", "\(question) is \(code) or less")
    case .greater: return "\(question) \(interface.choose("trên", "is above")) \(code)"
    case .greaterOrEqual:
      return interface.choose("\(question) từ \(code) trở lên", "\(question) is \(code) or more")
    case .or, .and, .plus, .minus, .times, .div, .mod, .union: return nil
    }
  }

  private func reference(_ name: String) -> String? {
    numbers[name].map { interface.choose("câu \($0)", "question \($0)") }
  }

  private func option(_ code: String, of name: String) -> String {
    guard let index = questionnaire.index(of: name),
      let list = questionnaire.questions[index].kind.choiceList,
      let place = list.index(of: code)
    else { return code }
    return "\(code) (\(label(list.choices[place].label)))"
  }

  /// The text with the numbers of questions for their names.
  private func asWritten(_ text: String) -> String {
    PipedText(text).parts.map { part in
      switch part {
      case .words(let words): words
      case .answer(let name), .lastSaved(let name): reference(name) ?? name
      }
    }
    .joined()
  }
}
