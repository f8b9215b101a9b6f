extension Answer {
  /// The result of a calculation as an answer.
  init(calculated value: ExpressionValue) {
    switch value {
    case .number(let number):
      self = number.isNaN ? .missing(.noAnswer) : .decimal(number)
    case .date(let date): self = .date(date)
    default:
      let text = value.asString
      self = text.isEmpty ? .missing(.noAnswer) : .text(text)
    }
  }
}

extension Answer {
  /// The codes that it holds, in their order.
  var codes: [String] {
    switch self {
    case .choice(let code): [code]
    case .choices(let codes): codes
    case .text(let text): text.split(separator: " ").map(String.init)
    case .integer, .decimal, .date, .missing: []
    }
  }
}
