extension PaperForm.Blank {
  /// Whether it fits behind the words of a question.
  var isInline: Bool {
    switch self {
    case .boxes, .rule: true
    case .lines: false
    }
  }
}

extension PaperForm.Answer {
  /// Whether all options fit on one line.
  var isShort: Bool {
    !isOrdered && options.reduce(0) { $0 + $1.label.count + $1.code.count + 8 } <= 90
  }

  /// Whether options are so many and short that two columns save room.
  var isLong: Bool {
    !isShort && options.count > 7 && options.allSatisfy { $0.label.count <= 40 }
  }
}
