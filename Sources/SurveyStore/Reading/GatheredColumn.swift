import SurveyModel

/// The answers to one question as they were read, of which those of some interviews can be taken.
struct GatheredColumn: Sendable {
  /// What the answers to a question are gathered as.
  enum Shape: Hashable {
    /// One byte an interview, reasons included.
    case coded
    /// A word, where the list is too long for bytes.
    case choice(codes: Int)
    case choices(codes: Int)
    case number, text, calculate
  }

  enum Answers: Sendable {
    /// The bytes hold the answers as well as the reasons.
    case inBytes
    /// Positions in a list that is too long for bytes.
    case positions([Int32])
    case options([[Int8]])
    case numbers([Double])
    case texts(TextAnswers)
    /// Computed numbers and, where there are any, computed texts.
    case computed([Double], TextAnswers?)
  }

  let answers: Answers
  /// For each interview the reason for which there is no answer (``SurveyModel/AnswerByte``).
  let bytes: [UInt8]

  /// The column of a dataset.
  var column: Dataset.Column {
    guard let values else { return Dataset.Column(bytes: bytes) }
    return Dataset.Column(values: values, missing: MissingReasons(bytes: bytes))
  }

  private var values: Dataset.Values? {
    switch answers {
    case .inBytes: return nil
    case .positions(let positions): return .choice(ChoicePositions(words: positions))
    case .options(let options): return .choices(options)
    case .numbers(let numbers), .computed(let numbers, nil): return .number(numbers)
    case .texts(let texts): return .text(texts)
    case .computed(let numbers, let texts?):
      return .text(
        TextAnswers(
          zip(numbers, texts).map { number, text in
            text ?? (number.isNaN ? nil : Answer.decimal(number).text)
          }
        )
      )
    }
  }

  /// The answers of some interviews, in this order.
  func taking(_ rows: [Int32]) -> GatheredColumn {
    GatheredColumn(answers: answers.taking(rows), bytes: bytes.taking(rows))
  }
}

extension GatheredColumn.Shape {
  init(_ question: Question) {
    switch question.shape {
    case .selectOne(let list):
      let count = list.choices.count
      self = count <= AnswerByte.mostChoices ? .coded : .choice(codes: count)
    case .selectMultiple(let list): self = .choices(codes: list.choices.count)
    case .integer, .decimal: self = .number
    case .text, .date, .nothing: self = .text
    case .calculate: self = .calculate
    }
  }
}

extension GatheredColumn.Answers {
  fileprivate func taking(_ rows: [Int32]) -> Self {
    switch self {
    case .inBytes: return .inBytes
    case .positions(let positions): return .positions(positions.taking(rows))
    case .options(let options): return .options(options.map { $0.taking(rows) })
    case .numbers(let numbers): return .numbers(numbers.taking(rows))
    case .texts(let texts): return .texts(texts.taking(rows))
    case .computed(let numbers, let texts):
      let taken = texts?.taking(rows)
      return .computed(numbers.taking(rows), taken?.texts.isEmpty == true ? nil : taken)
    }
  }
}

extension Array {
  /// The elements of some interviews, in this order.
  func taking(_ rows: [Int32]) -> [Element] { rows.map { self[Int($0)] } }
}

extension TextAnswers {
  /// The answers of some interviews, with the texts that are left in the order of their first ones.
  func taking(_ rows: [Int32]) -> TextAnswers {
    var places = [Int32](repeating: -1, count: texts.count)
    var left: [String] = []
    let codes = rows.map { row -> Int32 in
      let code = Int(self.codes[Int(row)])
      guard code >= 0 else { return -1 }
      if places[code] < 0 {
        places[code] = Int32(left.count)
        left.append(texts[code])
      }
      return places[code]
    }
    return TextAnswers(texts: left, codes: codes)
  }
}
